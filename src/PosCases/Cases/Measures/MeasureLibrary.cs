using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using PosCases.Calendar;
using PosCases.Cases.Causes;
using PosCases.Cases.Filing;
using PosCases.Institutions;

namespace PosCases.Cases.Measures;

/// <summary>What the product knows of each kind of measure: what it means, who imposes and who lifts it, on which basis, for how long.</summary>
public static class MeasureLibrary
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly FrozenDictionary<MeasureKind, MeasureGuide> Guides = Read().ToFrozenDictionary(g => g.Kind);

    /// <summary>One guide a kind, in the order of the kinds.</summary>
    public static IReadOnlyList<MeasureGuide> All { get; } = [.. Guides.Values.OrderBy(g => g.Kind)];

    /// <summary>The guide to a kind.</summary>
    public static MeasureGuide Of(MeasureKind kind) => Guides[kind];

    /// <summary>The kind that a measure code of the payment association means: 01 to 10 and 99; none for any other, 11 above all.</summary>
    public static MeasureKind? OfCode(string code) => CauseLibrary.AcquirerMeasures.FirstOrDefault(m => m.Cpca == code)?.Kind;

    /// <summary>What an acquirer reports to the payment association for a kind, by the association's list; empty where the list has none.</summary>
    public static IReadOnlyList<AcquirerMeasure> CodesOf(MeasureKind kind) => [.. CauseLibrary.AcquirerMeasures.Where(m => m.Kind == kind)];

    private static List<MeasureGuide> Read()
    {
        using var file = typeof(MeasureLibrary).Assembly.GetManifestResourceStream("PosCases.Cases.Measures.Library.measures.json")
            ?? throw new InvalidOperationException("The library of measures is not embedded.");
        return JsonSerializer.Deserialize<List<MeasureGuide>>(file, Format)!;
    }
}

/// <summary>What is known of one kind of measure.</summary>
public sealed record MeasureGuide
{
    /// <summary>The kind.</summary>
    public required MeasureKind Kind { get; init; }

    /// <summary>What it means, for a merchant.</summary>
    public required Wording What { get; init; }

    /// <summary>Who imposes it.</summary>
    public required Wording ImposedBy { get; init; }

    /// <summary>Who may lift it.</summary>
    public required Wording LiftedBy { get; init; }

    /// <summary>Whom to ask what.</summary>
    public required Wording Ask { get; init; }

    /// <summary>Whether a bank, acquirer or payment institution can lift it; otherwise it is only asked for facts.</summary>
    public required bool LiftableByInstitution { get; init; }

    /// <summary>Rules on which it usually rests.</summary>
    public required IReadOnlyList<RuleSource> Rules { get; init; }

    /// <summary>Terms that rules fix; empty where none is fixed.</summary>
    public required IReadOnlyList<RuleTerm> Terms { get; init; }

    /// <summary>What to say where no rule fixes a term.</summary>
    public Wording? NoTerm { get; init; }

    /// <summary>The term that a rule fixes when that body imposes it; none where none is fixed.</summary>
    public RuleTerm? TermFor(ImposedBy imposedBy) => Terms.FirstOrDefault(t => t.For.Count == 0 || t.For.Contains(imposedBy));
}

/// <summary>A rule by its code, with how sure its text is.</summary>
/// <param name="Code">Code in the library of rules, e.g. <c>ATFL-18</c>.</param>
/// <param name="Confidence">How sure; a secondary source is worded "usually".</param>
public sealed record RuleSource(string Code, SourceConfidence Confidence);

/// <summary>How long a rule lets a measure last.</summary>
public sealed record RuleTerm
{
    /// <summary>Bodies to which it applies; empty for every body.</summary>
    public required IReadOnlyList<ImposedBy> For { get; init; }

    /// <summary>The longest term.</summary>
    public required Term Term { get; init; }

    /// <summary>The longest term of a major or complex case, where there is a longer one.</summary>
    public Term? Major { get; init; }

    /// <summary>The longest term of a renewal; none where it cannot be renewed.</summary>
    public Term? Renewal { get; init; }

    /// <summary>The longest term of a renewal in a major or complex case.</summary>
    public Term? MajorRenewal { get; init; }

    /// <summary>How many renewals; none where they are not counted.</summary>
    public int? MostRenewals { get; init; }

    /// <summary>Code of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>How sure its text is.</summary>
    public required SourceConfidence Confidence { get; init; }

    /// <summary>The rule in plain words.</summary>
    public required Wording Note { get; init; }

    /// <summary>The longest first term.</summary>
    /// <param name="isMajor">Whether the document states a major or complex case.</param>
    public Term Longest(bool isMajor) => isMajor ? Major ?? Term : Term;

    /// <summary>The longest renewal; none where it cannot be renewed.</summary>
    /// <param name="isMajor">Whether the document states a major or complex case.</param>
    public Term? LongestRenewal(bool isMajor) => isMajor ? MajorRenewal ?? Renewal : Renewal;
}
