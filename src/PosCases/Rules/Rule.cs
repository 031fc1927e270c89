using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Rules;

/// <summary>A rule as the library of this installation has it. Each revision leaves the card it replaced in the change log.</summary>
public sealed class Rule : IVersioned
{
    private readonly List<RuleChange> changes = [];

    private Rule()
    {
    }

    /// <summary>Stable code.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Place in the library.</summary>
    public int Position { get; private init; }

    /// <summary>What it is.</summary>
    public RuleKind Kind { get; private set; }

    /// <summary>Name in Chinese.</summary>
    public string TitleZh { get; private set; } = "";

    /// <summary>Name in English.</summary>
    public string TitleEn { get; private set; } = "";

    /// <summary>Articles in Chinese.</summary>
    public string ArticleZh { get; private set; } = "";

    /// <summary>Articles in English.</summary>
    public string ArticleEn { get; private set; } = "";

    /// <summary>Date of the text.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>In force since.</summary>
    public DateOnly? InForceSince { get; private set; }

    /// <summary>How sure it is.</summary>
    public RuleLabel Label { get; private set; }

    /// <summary>What it says, in Chinese.</summary>
    public string SaysZh { get; private set; } = "";

    /// <summary>What it says, in English.</summary>
    public string SaysEn { get; private set; } = "";

    /// <summary>Source in Chinese.</summary>
    public string SourceZh { get; private set; } = "";

    /// <summary>Source in English.</summary>
    public string SourceEn { get; private set; } = "";

    /// <summary>Last compared with its source on.</summary>
    public DateOnly LastCheckedOn { get; private set; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>What was changed. Only changes added in this unit of work are loaded.</summary>
    public IReadOnlyList<RuleChange> Changes => changes;

    /// <summary>The card as it is now.</summary>
    public RuleCard Card => new(
        Kind, TitleZh, TitleEn, ArticleZh, ArticleEn, IssuedOn, InForceSince, Label, SaysZh, SaysEn, SourceZh, SourceEn, LastCheckedOn);

    /// <summary>Enters a rule that comes with the product.</summary>
    internal static Rule Enter(string code, int position, RuleCard card)
    {
        Rule entered = new() { Code = code, Position = position };
        entered.Take(card);
        return entered;
    }

    /// <summary>Replaces the card and remembers the old one.</summary>
    public void Revise(RuleCard card, string reason, Actor by, DateTimeOffset at)
    {
        changes.Add(new RuleChange(Code, Card, reason.Trim(), by, at));
        Take(card);
    }

    private void Take(RuleCard card)
    {
        Kind = card.Kind;
        (TitleZh, TitleEn) = (card.TitleZh.Trim(), card.TitleEn.Trim());
        (ArticleZh, ArticleEn) = (card.ArticleZh.Trim(), card.ArticleEn.Trim());
        (IssuedOn, InForceSince, Label) = (card.IssuedOn, card.InForceSince, card.Label);
        (SaysZh, SaysEn) = (card.SaysZh.Trim(), card.SaysEn.Trim());
        (SourceZh, SourceEn) = (card.SourceZh.Trim(), card.SourceEn.Trim());
        LastCheckedOn = card.LastCheckedOn;
    }
}

/// <summary>One revision of a rule: the card before it, why, by whom. Only ever added.</summary>
public sealed class RuleChange
{
    private RuleChange()
    {
    }

    internal RuleChange(string code, RuleCard before, string reason, Actor by, DateTimeOffset at)
    {
        RuleCode = code;
        Before = before;
        Reason = reason;
        ByName = by.Name;
        At = at;
    }

    /// <summary>Order of the change.</summary>
    public long Seq { get; private init; }

    /// <summary>Which rule.</summary>
    public string RuleCode { get; private init; } = "";

    /// <summary>What the card said until then.</summary>
    public RuleCard Before { get; private init; } = null!;

    /// <summary>Why it was changed.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Name of who changed it.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }
}
