using PosCases.Cases;
using PosCases.Institutions;
using PosCases.Merchants;

namespace PosCases.Incidents;

/// <summary>Settings of the section <c>Incidents</c>.</summary>
public sealed class IncidentOptions
{
    /// <summary>Within how many hours cases count as one happening.</summary>
    public int WindowHours { get; set; } = 72;

    /// <summary>From how many merchants on something is suggested.</summary>
    public int Merchants { get; set; } = 5;

    /// <summary>How many times as many cases there must be as usual in such a time.</summary>
    public double TimesUsual { get; set; } = 3;

    /// <summary>How many days are looked at to know what is usual.</summary>
    public int LookBackDays { get; set; } = 14;

    /// <summary>Most cases that are looked at, the newest.</summary>
    public int MostLooked { get; set; } = 5000;

    /// <summary>How many times as many merchants a dismissed suggestion must have before it comes back.</summary>
    public double Growth { get; set; } = 1.5;

    /// <summary>From which share of its cases a further trait belongs to a suggestion.</summary>
    public double CommonShare { get; set; } = 0.8;

    /// <summary>How often it is looked for.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(15);
}

/// <summary>What cases of an incident can have in common.</summary>
public enum SuggestionTrait
{
    /// <summary>同一机构.</summary>
    Institution,

    /// <summary>同一终端型号.</summary>
    TerminalModel,

    /// <summary>同一地区.</summary>
    Region,

    /// <summary>通知措辞相近.</summary>
    Wording,
}

/// <summary>One reason for a suggestion.</summary>
/// <param name="Trait">What the cases have in common.</param>
/// <param name="Value">The institution, model, region or wording.</param>
/// <param name="Cases">How many of them have it.</param>
/// <param name="Usual">How many there usually are in such a time; none where it did not count.</param>
public sealed record SuggestionReason(SuggestionTrait Trait, string Value, int Cases, double? Usual = null);

/// <summary>What is read of a case to find incidents.</summary>
public sealed record SuggestionInput
{
    /// <summary>The case.</summary>
    public required CaseId Case { get; init; }

    /// <summary>Whether it is still open.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Its running number.</summary>
    public required long Serial { get; init; }

    /// <summary>Its merchant.</summary>
    public required MerchantId Merchant { get; init; }

    /// <summary>When it was handed in.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>The institution that imposed the measure.</summary>
    public InstitutionId? Institution { get; init; }

    /// <summary>Its name.</summary>
    public string? InstitutionName { get; init; }

    /// <summary>Model of the terminal.</summary>
    public string? TerminalModel { get; init; }

    /// <summary>Region.</summary>
    public string? Region { get; init; }

    /// <summary>What the notice says.</summary>
    public string? Wording { get; init; }
}

/// <summary>Cases that look like one happening, with why. It decides nothing: a supervisor does.</summary>
/// <param name="Key">What it is about, the same for every run.</param>
/// <param name="Title">A first title, of the traits' values.</param>
/// <param name="Marks">What the cases have in common.</param>
/// <param name="Reasons">Why, the trait that led to it first.</param>
/// <param name="Cases">The cases with their merchants.</param>
public sealed record IncidentSuggestion(
    string Key, string Title, IncidentMarks Marks, IReadOnlyList<SuggestionReason> Reasons, IReadOnlyList<SuggestedCase> Cases)
{
    /// <summary>How many merchants are concerned.</summary>
    public int Merchants { get; } = Cases.Select(c => c.Merchant).Distinct().Count();
}

/// <summary>A case of a suggestion.</summary>
/// <param name="Case">The case.</param>
/// <param name="Merchant">Its merchant.</param>
public sealed record SuggestedCase(CaseId Case, MerchantId Merchant);
