using PosCases.Institutions;
using PosCases.Merchants;

namespace PosCases.Cases.Links;

/// <summary>What two cases have in common.</summary>
public enum LikenessReason
{
    /// <summary>同一商户.</summary>
    SameMerchant,

    /// <summary>同一证照: another record of a merchant with the same licence.</summary>
    SameLicence,

    /// <summary>同一文书号.</summary>
    SameDocument,

    /// <summary>同一终端.</summary>
    SameTerminal,

    /// <summary>同一账户尾号.</summary>
    SameAccountTail,

    /// <summary>措辞相同: the notices say nearly the same.</summary>
    SameWording,

    /// <summary>同一机构.</summary>
    SameInstitution,

    /// <summary>时间相近: filed within a week of each other.</summary>
    SameWeek,
}

/// <summary>What is compared of a case.</summary>
public sealed record CaseTraits
{
    /// <summary>The merchant.</summary>
    public required MerchantId Merchant { get; init; }

    /// <summary>Its unified credit code.</summary>
    public string? Licence { get; init; }

    /// <summary>Numbers of the documents behind the measures, as <see cref="NumberOf"/> writes them.</summary>
    public IReadOnlySet<string> Documents { get; init; } = new HashSet<string>();

    /// <summary>Last four digits of the accounts concerned.</summary>
    public IReadOnlySet<string> AccountTails { get; init; } = new HashSet<string>();

    /// <summary>Terminal numbers, as <see cref="NumberOf"/> writes them.</summary>
    public IReadOnlySet<string> Terminals { get; init; } = new HashSet<string>();

    /// <summary>Institutions that imposed something.</summary>
    public IReadOnlySet<InstitutionId> Institutions { get; init; } = new HashSet<InstitutionId>();

    /// <summary>What the notice says, as <see cref="Wordings.PartsOf"/> takes it apart.</summary>
    public IReadOnlySet<string> Wording { get; init; } = new HashSet<string>();

    /// <summary>When it was handed in.</summary>
    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>A number without spaces, case and width; none where it holds no digit, as in "not known".</summary>
    public static string? NumberOf(string? typed)
    {
        var number = string.Concat(Search.SearchTerms.Normal(typed ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return number.Any(char.IsAsciiDigit) ? number : null;
    }
}

/// <summary>How much a case is like another one, with the reasons; it decides nothing.</summary>
/// <param name="Score">The sum of the reasons' weights.</param>
/// <param name="Reasons">What they have in common, the weightiest first.</param>
/// <param name="WordingPercent">How much their wordings have in common; 0 where it does not count.</param>
public sealed record CaseLikeness(int Score, IReadOnlyList<LikenessReason> Reasons, int WordingPercent)
{
    /// <summary>From this score on two cases are shown to each other: one strong reason, or two weak ones.</summary>
    public const int Threshold = 25;

    private const int WeekDays = 7;
    private const int MonthDays = 30;

    /// <summary>Whether they may be the same matter, reported twice: same merchant, within a month, and something of the measure is the same.</summary>
    public bool MayBeDuplicate { get; private init; }

    /// <summary>Whether it is enough to be shown.</summary>
    public bool Counts => Score >= Threshold;

    /// <summary>Compares two cases.</summary>
    public static CaseLikeness Of(CaseTraits one, CaseTraits other)
    {
        var wording = Wordings.Likeness(one.Wording, other.Wording);
        var apart = (one.FiledAt - other.FiledAt).Duration();
        var same = one.Merchant == other.Merchant;
        List<(LikenessReason Reason, int Weight)> found = [];
        Add(LikenessReason.SameDocument, one.Documents.Overlaps(other.Documents), 50);
        Add(LikenessReason.SameLicence, !same && one.Licence is { Length: > 0 } && one.Licence == other.Licence, 40);
        Add(LikenessReason.SameWording, wording >= Wordings.Same, (int)(40 * wording));
        Add(LikenessReason.SameMerchant, same, 30);
        Add(LikenessReason.SameTerminal, one.Terminals.Overlaps(other.Terminals), 25);
        Add(LikenessReason.SameAccountTail, one.AccountTails.Overlaps(other.AccountTails), 15);
        Add(LikenessReason.SameInstitution, one.Institutions.Overlaps(other.Institutions), 10);
        if (found.Count > 0)
        {
            Add(LikenessReason.SameWeek, apart <= TimeSpan.FromDays(WeekDays), 5);
        }

        return new CaseLikeness(
            found.Sum(f => f.Weight), [.. found.OrderByDescending(f => f.Weight).ThenBy(f => f.Reason).Select(f => f.Reason)], wording >= Wordings.Same ? (int)(100 * wording) : 0)
        {
            MayBeDuplicate = same && apart <= TimeSpan.FromDays(MonthDays)
                && found.Exists(f => f.Reason is LikenessReason.SameDocument or LikenessReason.SameWording or LikenessReason.SameAccountTail or LikenessReason.SameTerminal),
        };

        void Add(LikenessReason reason, bool holds, int weight)
        {
            if (holds)
            {
                found.Add((reason, weight));
            }
        }
    }
}
