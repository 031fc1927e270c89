using PosCases.Calendar;
using PosCases.Platform.Security;

namespace PosCases.Cases.Deadlines;

/// <summary>How a deadline ended.</summary>
public enum DeadlineEnd
{
    /// <summary>What was due was done.</summary>
    Met,

    /// <summary>It no longer matters.</summary>
    Dropped,
}

/// <summary>A deadline of the law, a rule or a document that runs on a case. It never pauses.</summary>
public sealed class LegalDeadline
{
    private LegalDeadline()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Code of the rule it follows; none where it was written by hand.</summary>
    public string? Rule { get; private init; }

    /// <summary>What it is.</summary>
    public TwoTexts Title { get; private init; } = new("", "");

    /// <summary>Who must act.</summary>
    public Duty Duty { get; private init; }

    /// <summary>The moment from which it runs; for days and months only its day in Shanghai counts.</summary>
    public DateTimeOffset StartsAt { get; private init; }

    /// <summary>How many of the unit.</summary>
    public int Amount { get; private init; }

    /// <summary>In what it is counted.</summary>
    public TermUnit Unit { get; private init; }

    /// <summary>What happens when its last day is not worked.</summary>
    public Rollover Rollover { get; private init; }

    /// <summary>What the rule or document says.</summary>
    public TwoTexts Basis { get; private init; } = new("", "");

    /// <summary>Where it is known from.</summary>
    public TwoTexts Source { get; private init; } = new("", "");

    /// <summary>How sure the source is.</summary>
    public DeadlineSource Label { get; private init; }

    /// <summary>Its last moment, computed by the calendar as known then.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Set by, name at the time.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>How it ended; none while it runs.</summary>
    public DeadlineEnd? End { get; private set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What was done, or why it no longer matters.</summary>
    public string? EndNote { get; private set; }

    /// <summary>Length and unit.</summary>
    public Term Term => new(Amount, Unit);

    internal static LegalDeadline Of(CaseId caseId, DeadlineForm form, WorkCalendar calendar, Actor by)
    {
        var rule = LegalRule.Find(form.Rule);
        var term = rule?.Term ?? new Term(form.Amount, form.Unit);
        var made = new LegalDeadline
        {
            Id = Guid.NewGuid(),
            CaseId = caseId,
            Rule = rule?.Code,
            Title = rule?.Title ?? Both(form.Title),
            Duty = rule?.Duty ?? form.Duty,
            StartsAt = form.StartsAt,
            Amount = term.Amount,
            Unit = term.Unit,
            Rollover = rule?.Rollover ?? form.Rollover,
            Basis = rule?.Basis ?? Both(form.Basis),
            Source = rule?.Source ?? Both(form.Source),
            Label = rule?.Label ?? form.Label,
            ByName = by.Name,
        };
        made.Recount(calendar);
        return made;
    }

    /// <summary>Computes the end anew; the holidays of a year may have been announced since.</summary>
    /// <returns>Whether it moved.</returns>
    internal bool Recount(WorkCalendar calendar)
    {
        var before = EndsAt;
        EndsAt = Term.EndOf(StartsAt, calendar, Rollover).ToUniversalTime();
        return before != EndsAt;
    }

    internal void Finish(DeadlineEnd end, string note, DateTimeOffset at) => (End, EndNote, EndedAt) = (end, note, at);

    // Written by hand, a text has one language; a reader of the other gets the same words rather than none.
    private static TwoTexts Both(string? text) => new(text?.Trim() ?? "", text?.Trim() ?? "");
}
