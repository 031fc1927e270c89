using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using PosCases.Cases.Causes;
using PosCases.Platform;

namespace PosCases.AfterCare;

/// <summary>How often a measure of prevention is done, and what stays of it.</summary>
public enum CareKind
{
    /// <summary>一次: done once.</summary>
    Once,

    /// <summary>定期: done again every few months.</summary>
    Recurring,

    /// <summary>培训: people learn something.</summary>
    Training,

    /// <summary>文件: a paper is written.</summary>
    Document,
}

/// <summary>A measure of prevention, P01–P29.</summary>
public sealed record CareMeasure
{
    /// <summary>Code of the self-inspection: done by filling in the questionnaire.</summary>
    public const string SelfInspection = "P29";

    /// <summary>Code, P01–P29.</summary>
    public required string Code { get; init; }

    /// <summary>How often.</summary>
    public required CareKind Kind { get; init; }

    /// <summary>Days from the closing until it is due, unless somebody says otherwise.</summary>
    public required int Days { get; init; }

    /// <summary>Months until it is done again; of recurring ones only.</summary>
    public int? EveryMonths { get; init; }

    /// <summary>Causes that it answers; a group's code stands for all of the group.</summary>
    public required IReadOnlyList<string> Causes { get; init; }

    /// <summary>Name.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>What to do.</summary>
    public required Bilingual Text { get; init; }

    /// <summary>How one shows that it was done.</summary>
    public required Bilingual Proof { get; init; }

    /// <summary>Whether it answers the cause, itself or by its group.</summary>
    public bool Answers(string cause) => Causes.Contains(cause, StringComparer.Ordinal)
        || (CauseLibrary.Find(cause) is { } entry && Causes.Contains(entry.Group, StringComparer.Ordinal));
}

/// <summary>The measures of prevention that the product ships; embedded, bilingual, looked through when it is first read.</summary>
public static class PreventionLibrary
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Document Read = Load();

    private static readonly FrozenDictionary<string, CareMeasure> ByCode = Read.Measures.ToFrozenDictionary(m => m.Code, StringComparer.Ordinal);

    /// <summary>All, P01 first.</summary>
    public static IReadOnlyList<CareMeasure> Measures => Read.Measures;

    /// <summary>Why a case follows another one whose merchant said at the look-back that it is restricted again.</summary>
    public static Bilingual FollowReason => Read.Follow;

    /// <summary>A measure by its code.</summary>
    public static CareMeasure? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>What the causes of a case call for: those that answer more of them first, the self-inspection left out because it comes anyway.</summary>
    /// <param name="causes">Codes of the confirmed causes.</param>
    public static IReadOnlyList<CareMeasure> Propose(IReadOnlyCollection<string> causes) =>
        [.. Measures.Where(m => m.Code != CareMeasure.SelfInspection)
            .Select(m => (Measure: m, Named: causes.Count(c => m.Causes.Contains(c, StringComparer.Ordinal)), Answered: causes.Count(m.Answers)))
            .Where(x => x.Answered > 0)
            .OrderByDescending(x => x.Answered).ThenByDescending(x => x.Named).ThenBy(x => x.Measure.Code, StringComparer.Ordinal)
            .Select(x => x.Measure)];

    /// <summary>What is wrong with measures, as an editor of the file reads it; nothing when all is well.</summary>
    internal static IEnumerable<string> FaultsOf(IReadOnlyList<CareMeasure> measures) =>
        measures.SelectMany(m => new[]
        {
            measures.Count(o => o.Code == m.Code) > 1 ? $"{m.Code} stands twice" : null,
            m.Days is < 1 or > 180 ? $"{m.Code} is due after {m.Days} days" : null,
            m.Kind == CareKind.Recurring != m.EveryMonths is > 0 ? $"{m.Code} does not say how often it recurs" : null,
            m.Causes.Count == 0 ? $"{m.Code} answers no cause" : null,
        }.Concat(m.Causes.Where(c => CauseLibrary.Find(c) is null).Select(c => $"{m.Code} names the unknown cause {c}")))
        .OfType<string>();

    private static Document Load()
    {
        using var stream = typeof(PreventionLibrary).Assembly.GetManifestResourceStream("PosCases.AfterCare.Library.prevention.json")
            ?? throw new InvalidOperationException("The measures of prevention are not embedded.");
        var read = JsonSerializer.Deserialize<Document>(stream, Options)!;
        return FaultsOf(read.Measures).ToList() is { Count: > 0 } faults ? throw new InvalidOperationException(string.Join("; ", faults)) : read;
    }

    private sealed record Document(IReadOnlyList<CareMeasure> Measures, Bilingual Follow);
}
