using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using PosCases.Cases.Measures;
using PosCases.Cases.Verification;

namespace PosCases.Cases.Legality;

/// <summary>What one asks of a measure itself.</summary>
public enum LegalityQuestion
{
    /// <summary>依据.</summary>
    Basis,

    /// <summary>权限.</summary>
    Authority,

    /// <summary>告知.</summary>
    Notice,

    /// <summary>期限.</summary>
    Term,

    /// <summary>相称.</summary>
    Proportion,
}

/// <summary>How a point of a list was answered.</summary>
public enum PointAnswer
{
    /// <summary>还不清楚.</summary>
    Unknown,

    /// <summary>是.</summary>
    Yes,

    /// <summary>否.</summary>
    No,
}

/// <summary>A question as it is put, with the rules behind it.</summary>
/// <param name="Question">Which.</param>
/// <param name="Text">The question to the agent.</param>
/// <param name="Hint">What to look at.</param>
/// <param name="Ask">What to ask the body that imposed the measure, and what a merchant may know of the open point.</param>
/// <param name="Authority">Rules where an authority ordered the measure.</param>
/// <param name="Institution">Rules where an institution imposed it.</param>
public sealed record LegalityPoint(
    LegalityQuestion Question, Wording Text, Wording Hint, Wording Ask, IReadOnlyList<RuleSource> Authority, IReadOnlyList<RuleSource> Institution)
{
    /// <summary>The rules behind the question for a measure: of an authority's measure only those that hold for its kind.</summary>
    public IReadOnlyList<RuleSource> RulesFor(Measure measure)
    {
        var ofKind = MeasureLibrary.Of(measure.Kind).Rules;
        return !measure.IsOrderedByAuthority ? Institution
            : Question == LegalityQuestion.Basis && !Authority.Any(ofKind.Contains) ? ofKind
            : [.. Authority.Where(ofKind.Contains)];
    }
}

/// <summary>The five questions to every measure: basis, authority, notice, term, proportion. The reading is "open points to ask about", nothing more.</summary>
public static class LegalityCheck
{
    private static readonly FrozenDictionary<LegalityQuestion, LegalityPoint> Points =
        LegalityData.Read<LegalityPoint>("legality.json").ToFrozenDictionary(p => p.Question);

    /// <summary>The questions in order.</summary>
    public static IReadOnlyList<LegalityPoint> All { get; } = [.. Points.Values.OrderBy(p => p.Question)];

    /// <summary>One question.</summary>
    public static LegalityPoint Of(LegalityQuestion question) => Points[question];

    /// <summary>The points about a measure that are still to be asked about: everything that was not answered with yes.</summary>
    public static IReadOnlyList<LegalityQuestion> OpenPoints(Guid measureId, IEnumerable<LegalityAnswer> answers)
    {
        var settled = answers.Where(a => a.MeasureId == measureId && a.Answer == PointAnswer.Yes).Select(a => a.Question).ToHashSet();
        return [.. Enum.GetValues<LegalityQuestion>().Where(q => !settled.Contains(q))];
    }
}

internal static class LegalityData
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<T> Read<T>(string name)
    {
        using var file = typeof(LegalityData).Assembly.GetManifestResourceStream($"PosCases.Cases.Legality.Library.{name}")
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        return JsonSerializer.Deserialize<List<T>>(file, Format)!;
    }
}
