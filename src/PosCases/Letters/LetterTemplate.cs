using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Platform;

namespace PosCases.Letters;

/// <summary>Whom a letter is for.</summary>
public enum LetterAudience
{
    /// <summary>An institution on the case.</summary>
    Institution,

    /// <summary>The authority that ordered a measure.</summary>
    Authority,

    /// <summary>The merchant signs it.</summary>
    MerchantSigns,

    /// <summary>The merchant hangs it up or sends it to customers.</summary>
    MerchantReads,
}

/// <summary>Whether a supervisor must approve a letter before it is final.</summary>
public enum ApprovalNeed
{
    /// <summary>Only when the case's playbooks have a supervisor look at what goes to institutions.</summary>
    Never,

    /// <summary>When a cause of the case may make the merchant liable, or its playbooks have a supervisor look at what goes out.</summary>
    WhenLiable,

    /// <summary>Always.</summary>
    Always,
}

/// <summary>What a part of a letter is.</summary>
public enum SectionKind
{
    /// <summary>Paragraphs, one a line.</summary>
    Text,

    /// <summary>Items, one a line.</summary>
    List,

    /// <summary>A table: a row a line, cells parted by <c>|</c>, the head first.</summary>
    Table,
}

/// <summary>From what of the case a table is filled.</summary>
public enum SectionSource
{
    /// <summary>Every open measure.</summary>
    Measures,

    /// <summary>Open measures that an institution may lift.</summary>
    LiftableMeasures,

    /// <summary>Open measures that an authority ordered.</summary>
    AuthorityMeasures,

    /// <summary>The papers that were accepted.</summary>
    Papers,

    /// <summary>The disputed transactions with their slips.</summary>
    Transactions,
}

/// <summary>A letter as the library has it: bilingual, with places for what the case knows.</summary>
public sealed record LetterTemplate
{
    /// <summary>Stable code, e.g. <c>statement-of-facts</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Version, from 1; a letter keeps the one that it was made from.</summary>
    public required int Version { get; init; }

    /// <summary>Place in lists.</summary>
    public required int Order { get; init; }

    /// <summary>Name.</summary>
    public required Bilingual Name { get; init; }

    /// <summary>What it is good for.</summary>
    public required Bilingual Purpose { get; init; }

    /// <summary>Whom it is for.</summary>
    public required LetterAudience Audience { get; init; }

    /// <summary>Whether a supervisor must approve it.</summary>
    public required ApprovalNeed Approval { get; init; }

    /// <summary>Whether the merchant sees it on his page once it is final.</summary>
    public required bool ForMerchant { get; init; }

    /// <summary>For which cases it is offered first.</summary>
    public required LetterFit Fits { get; init; }

    /// <summary>Title.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>Whom it addresses; may hold places.</summary>
    public required Bilingual Addressee { get; init; }

    /// <summary>Its parts.</summary>
    public required IReadOnlyList<TemplateSection> Sections { get; init; }

    /// <summary>Codes of the rules that it refers to.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Where people sign.</summary>
    public required IReadOnlyList<TemplateSignature> Signatures { get; init; }

    /// <summary>Whether it asks for the lifting of what the addressed institution may lift itself.</summary>
    public bool NeedsLiftable => Sections.Any(s => s.Source == SectionSource.LiftableMeasures);
}

/// <summary>For which cases a letter is offered first; an empty list means every case.</summary>
public sealed record LetterFit
{
    /// <summary>Who imposed an open measure.</summary>
    public IReadOnlyList<ImposedBy> Imposers { get; init; } = [];

    /// <summary>Groups of the causes.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>Stages.</summary>
    public IReadOnlyList<CaseStatus> Stages { get; init; } = [];

    /// <summary>Whether an authority must have ordered a measure, or one must be open that an institution may lift.</summary>
    public bool? Authority { get; init; }

    /// <summary>Whether papers must have been sent before.</summary>
    public bool AfterRound { get; init; }
}

/// <summary>A part of a template.</summary>
public sealed record TemplateSection
{
    /// <summary>Code within the template.</summary>
    public required string Code { get; init; }

    /// <summary>What it is.</summary>
    public required SectionKind Kind { get; init; }

    /// <summary>Heading; may be empty.</summary>
    public required Bilingual Heading { get; init; }

    /// <summary>Paragraphs or items with places such as <c>{{merchant.name}}</c>.</summary>
    public required BilingualLines Body { get; init; }

    /// <summary>What fills a table.</summary>
    public SectionSource? Source { get; init; }

    /// <summary>Causes, or groups, that make it untrue: a case that confirms one of them has it left out.</summary>
    public IReadOnlyList<string> Unless { get; init; } = [];
}

/// <summary>Lines in both languages.</summary>
public sealed record BilingualLines(IReadOnlyList<string> Zh, IReadOnlyList<string> En);

/// <summary>A line to sign on.</summary>
/// <param name="Label">What belongs there.</param>
/// <param name="Value">What the case knows of it; may be empty.</param>
public sealed record TemplateSignature(Bilingual Label, string Value);
