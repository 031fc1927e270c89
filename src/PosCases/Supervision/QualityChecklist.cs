using System.Text.Json;
using System.Text.Json.Serialization;

namespace PosCases.Supervision;

/// <summary>What a point of the checklist is about.</summary>
public enum QualityGroup
{
    /// <summary>核实.</summary>
    Verification,

    /// <summary>材料.</summary>
    Evidence,

    /// <summary>时限.</summary>
    Clocks,

    /// <summary>文字.</summary>
    Words,

    /// <summary>结果.</summary>
    Outcome,
}

/// <summary>How a point was answered.</summary>
public enum QualityAnswer
{
    /// <summary>是.</summary>
    Yes,

    /// <summary>否; says in a word why.</summary>
    No,

    /// <summary>不适用.</summary>
    NotApplicable,
}

/// <summary>A point of the checklist.</summary>
/// <param name="Code">Code, at most 40 characters.</param>
/// <param name="Group">What it is about.</param>
/// <param name="Zh">The point in Chinese.</param>
/// <param name="En">The point in English.</param>
public sealed record QualityPoint(string Code, QualityGroup Group, string Zh, string En);

/// <summary>An answered point.</summary>
/// <param name="Code">Which.</param>
/// <param name="Answer">How.</param>
/// <param name="Word">Why not, 300 characters at most; asked for a no.</param>
public sealed record QualityMark(string Code, QualityAnswer Answer, string? Word);

/// <summary>What is looked at in a closed case; embedded, bilingual.</summary>
public static class QualityChecklist
{
    /// <summary>Most characters of a word.</summary>
    public const int WordLength = 300;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The points in their order.</summary>
    public static IReadOnlyList<QualityPoint> Points { get; } = Load();

    /// <summary>Of the points that apply, how many percent are a yes; none where no point applies.</summary>
    public static int? ScoreOf(IEnumerable<QualityMark> marks)
    {
        var counted = marks.Where(m => m.Answer != QualityAnswer.NotApplicable).ToList();
        return counted.Count == 0 ? null : (int)Math.Round(100m * counted.Count(m => m.Answer == QualityAnswer.Yes) / counted.Count, MidpointRounding.AwayFromZero);
    }

    private static IReadOnlyList<QualityPoint> Load()
    {
        using var stream = typeof(QualityChecklist).Assembly.GetManifestResourceStream("PosCases.Supervision.Library.checklist.json")!;
        return JsonSerializer.Deserialize<IReadOnlyList<QualityPoint>>(stream, Options)!;
    }
}
