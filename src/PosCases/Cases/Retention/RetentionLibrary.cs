using System.Text.Json;
using PosCases.Cases.Evidence;
using PosCases.Platform;

namespace PosCases.Cases.Retention;

/// <summary>How long papers of a kind are kept after the case was closed.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Months">For so many months.</param>
/// <param name="NameZh">Name in Chinese.</param>
/// <param name="NameEn">Name in English.</param>
/// <param name="SourceZh">On what it rests, in Chinese.</param>
/// <param name="SourceEn">On what it rests, in English.</param>
/// <param name="Label"><c>V</c> where the law was read, <c>default</c> where the product chose.</param>
/// <param name="CheckedOn">When that was last looked at.</param>
public sealed record RetentionRule(
    string Code, int Months, string NameZh, string NameEn, string SourceZh, string SourceEn, string Label, DateOnly CheckedOn)
{
    /// <summary>Outcomes for which it holds; none for every outcome.</summary>
    public IReadOnlyList<Outcome> Outcomes { get; init; } = [];

    /// <summary>Kinds of papers for which it holds; none for every kind.</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];
}

/// <summary>The periods for which papers are kept; the first rule that fits a paper holds. Data with their sources: retention.json.</summary>
public static class RetentionLibrary
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    /// <summary>All rules, in the order in which they are tried.</summary>
    public static IReadOnlyList<RetentionRule> All { get; } = Read();

    /// <summary>Months of the shortest rule: before that nothing of a closed case is due.</summary>
    public static int Shortest { get; } = All.Min(r => r.Months);

    /// <summary>The rule that holds for a kind of paper of a case that ended so.</summary>
    public static RetentionRule Of(string paper, Outcome? outcome) => All.First(r =>
        (r.Outcomes.Count == 0 || (outcome is { } known && r.Outcomes.Contains(known))) && (r.Papers.Count == 0 || r.Papers.Contains(paper)));

    /// <summary>The day from which a paper may be erased; none while its case is open.</summary>
    public static DateOnly? DueOn(EvidenceItem item, Case found) => DueOn(item.Code, found);

    /// <summary>The day from which imported transactions may be erased; none while their case is open.</summary>
    public static DateOnly? TransactionsDueOn(Case found) => DueOn("CASE_TRANSACTION_LIST", found);

    private static DateOnly? DueOn(string paper, Case found) =>
        found.ClosedAt is { } closed ? ShanghaiTime.DateOf(closed).AddMonths(Of(paper, found.Outcome).Months) : null;

    private static List<RetentionRule> Read()
    {
        using var file = typeof(RetentionLibrary).Assembly.GetManifestResourceStream("PosCases.Cases.Retention.Library.retention.json")!;
        return JsonSerializer.Deserialize<List<RetentionRule>>(file, Json)!;
    }
}
