using PosCases.Cases.Filing;
using PosCases.Platform;

namespace PosCases.Cases.Causes;

/// <summary>A group of causes. Its code is also a cause of its own: "one of these, which is not known".</summary>
public sealed record CauseGroup
{
    /// <summary>Code, e.g. <c>ABNORMAL_TXN</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required Bilingual Name { get; init; }
}

/// <summary>A cause of the taxonomy, as the library keeps it.</summary>
public sealed record CauseEntry
{
    /// <summary>Code, e.g. <c>WRONGLY_FLAGGED</c>; stable, at most 40 characters.</summary>
    public required string Code { get; init; }

    /// <summary>Code of its group; a group's own entry names itself.</summary>
    public required string Group { get; init; }

    /// <summary>Item of the source documents, C01–C47; none for groups and for our own causes.</summary>
    public string? Seed { get; init; }

    /// <summary>Name.</summary>
    public required Bilingual Name { get; init; }

    /// <summary>What it means, as one says it to a merchant.</summary>
    public required Bilingual Plain { get; init; }

    /// <summary>Words that people and notices use for it; also what the search finds it by.</summary>
    public required CauseSynonyms Words { get; init; }

    /// <summary>Risk types of the payment association's list that it corresponds to (domain: 01–47, 99).</summary>
    public IReadOnlyList<string> RiskTypes { get; init; } = [];

    /// <summary>Kinds of measure that usually go with it.</summary>
    public IReadOnlyList<MeasureKind> Measures { get; init; } = [];

    /// <summary>Papers that usually matter (evidence catalogue).</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>What must be known when working with it.</summary>
    public IReadOnlyList<CauseTrait> Flags { get; init; } = [];

    /// <summary>What the merchant may have answered that speaks for it.</summary>
    public IReadOnlyList<PriorEvent> Before { get; init; } = [];

    /// <summary>Who usually imposes measures for it.</summary>
    public IReadOnlyList<ImposedBy> Imposers { get; init; } = [];

    /// <summary>How one is usually told of it.</summary>
    public IReadOnlyList<NoticeChannel> Channels { get; init; } = [];

    /// <summary>What usually no longer works.</summary>
    public IReadOnlyList<Ability> Abilities { get; init; } = [];

    /// <summary>Whether it stands for its group.</summary>
    public bool IsGroup => Code == Group;

    /// <summary>Whether the cause has this flag.</summary>
    public bool Is(CauseTrait flag) => Flags.Contains(flag);
}

/// <summary>Words by language; lower case in English.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record CauseSynonyms(IReadOnlyList<string> Zh, IReadOnlyList<string> En)
{
    /// <summary>Both languages.</summary>
    public IEnumerable<string> All => Zh.Concat(En);
}

/// <summary>What must be known when working with a cause.</summary>
public enum CauseTrait
{
    /// <summary>The merchant may be liable: legal review comes first, texts state facts only.</summary>
    LegalExposure,

    /// <summary>Says something about people or finances that not everybody should read.</summary>
    Sensitive,

    /// <summary>Lies with the institution.</summary>
    InstitutionSide,

    /// <summary>Lies with terminal, power, network or software.</summary>
    DeviceSide,
}

/// <summary>A measure of acquirers by the payment association's list, and the kind that we keep it as.</summary>
/// <param name="Cpca">Code 01–10 or 99. Code 11 is confidential by law (AML Law Art. 35) and does not exist here.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Name">Name.</param>
public sealed record AcquirerMeasure(string Cpca, MeasureKind Kind, Bilingual Name);

/// <summary>A merchant risk type of the payment association's list.</summary>
/// <param name="Code">01–47 or 99.</param>
/// <param name="Name">Name.</param>
public sealed record RiskType(string Code, Bilingual Name);
