using PosCases.Calendar;
using PosCases.Cases.Verification;
using PosCases.Platform;

namespace PosCases.Cases.Measures;

/// <summary>What an expected expiry follows from.</summary>
public enum ExpiryBasis
{
    /// <summary>The document names the day.</summary>
    DocumentEnd,

    /// <summary>The document states the term.</summary>
    StatedTerm,

    /// <summary>Nothing is stated: the longest term that the rule allows.</summary>
    RuleMaximum,
}

/// <summary>When a measure is expected to end; never a promise, because it may have been renewed.</summary>
/// <param name="At">The moment, or the end of the day where days or months are counted.</param>
/// <param name="IsMoment">Whether hours were counted, so that the moment itself counts.</param>
/// <param name="Basis">What it follows from.</param>
public sealed record Expiry(DateTimeOffset At, bool IsMoment, ExpiryBasis Basis)
{
    /// <summary>The day in Shanghai.</summary>
    public DateOnly Day => ShanghaiTime.DateOf(At);
}

/// <summary>
/// Counts the terms of measures. Plain arithmetic from the stated start: months end on the corresponding day or at the end of the month
/// (Civil Code art. 202), hours run from the moment (art. 201); a freeze lapses by itself, so nothing is rolled to a working day.
/// </summary>
public static class FreezeTerms
{
    /// <summary>How many days before the expected expiry somebody asks whether it is renewed.</summary>
    public const int DaysBefore = 10;

    /// <summary>When the measure is expected to end with all its renewals; none where nothing can be counted.</summary>
    public static Expiry? ExpiryOf(Measure measure)
    {
        var rule = MeasureLibrary.Of(measure.Kind).TermFor(measure.ImposedBy);
        var expiry = measure.IsQueued ? null : End(
            measure.StartsAt, measure.Since, measure.ExpectedEnd, measure.Term, rule?.Longest(measure.IsMajorCase));
        foreach (var renewal in measure.Renewals.OrderBy(r => r.Number))
        {
            expiry = End(renewal.StartsAt, renewal.StartsOn, renewal.EndsOn, renewal.Term, rule?.LongestRenewal(measure.IsMajorCase)) ?? expiry;
        }

        return expiry;
    }

    /// <summary>When one term ends.</summary>
    /// <param name="startsAt">The moment, where it is known; hours need it.</param>
    /// <param name="startsOn">The day; not counted itself.</param>
    /// <param name="endsOn">The day that the document names; it wins.</param>
    /// <param name="stated">The term that the document states.</param>
    /// <param name="longest">The longest term that the rule allows.</param>
    public static Expiry? End(DateTimeOffset? startsAt, DateOnly? startsOn, DateOnly? endsOn, Term? stated, Term? longest)
    {
        if (endsOn is { } named)
        {
            return new Expiry(ShanghaiTime.EndOf(named), IsMoment: false, ExpiryBasis.DocumentEnd);
        }

        if ((stated ?? longest) is not { } term)
        {
            return null;
        }

        var basis = stated is null ? ExpiryBasis.RuleMaximum : ExpiryBasis.StatedTerm;
        if (term.Unit == TermUnit.Hours)
        {
            return startsAt is { } moment ? new Expiry(moment.AddHours(term.Amount), IsMoment: true, basis) : null;
        }

        return (startsOn ?? (startsAt is { } at ? ShanghaiTime.DateOf(at) : (DateOnly?)null)) is { } day
            ? new Expiry(ShanghaiTime.EndOf(term.LastDay(day, WorkCalendar.WeekendsOnly, Rollover.None)), IsMoment: false, basis)
            : null;
    }

    /// <summary>Whether a term is longer than another; compared from the same start.</summary>
    public static bool IsLonger(Term term, Term than)
    {
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return term.EndOf(start, WorkCalendar.WeekendsOnly, Rollover.None) > than.EndOf(start, WorkCalendar.WeekendsOnly, Rollover.None);
    }
}
