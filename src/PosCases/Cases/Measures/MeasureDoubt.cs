using PosCases.Calendar;
using PosCases.Cases.Verification;
using PosCases.Institutions;

namespace PosCases.Cases.Measures;

/// <summary>What does not fit the rule; a reason to ask, never a finding, and it blocks nothing.</summary>
public enum MeasureDoubtKind
{
    /// <summary>An authority's measure without a document number.</summary>
    NoDocument,

    /// <summary>The stated term is longer than the rule allows.</summary>
    TermOverRule,

    /// <summary>A renewal is longer than the rule allows.</summary>
    RenewalOverRule,

    /// <summary>More renewals than the rule allows.</summary>
    TooManyRenewals,

    /// <summary>A renewal began after the earlier term had ended.</summary>
    RenewedLate,
}

/// <summary>A doubt about a measure.</summary>
/// <param name="Kind">What does not fit.</param>
/// <param name="Rule">Code of the rule; none where it is no rule.</param>
/// <param name="Confidence">How sure its text is.</param>
public sealed record MeasureDoubt(MeasureDoubtKind Kind, string? Rule = null, SourceConfidence Confidence = SourceConfidence.RuleText)
{
    private const string RenewBeforeExpiry = "MPS159-240";

    /// <summary>The doubts about a measure.</summary>
    public static IReadOnlyList<MeasureDoubt> Of(Measure measure)
    {
        List<MeasureDoubt> doubts = [];
        if (measure is { IsOrderedByAuthority: true, DocumentNumber: null })
        {
            doubts.Add(new(MeasureDoubtKind.NoDocument));
        }

        if (MeasureLibrary.Of(measure.Kind).TermFor(measure.ImposedBy) is not { } rule)
        {
            return doubts;
        }

        var renewals = measure.Renewals.OrderBy(r => r.Number).ToList();
        if (IsOver(measure.Since, measure.ExpectedEnd, measure.Term, rule.Longest(measure.IsMajorCase)))
        {
            doubts.Add(new(MeasureDoubtKind.TermOverRule, rule.Rule, rule.Confidence));
        }

        if (rule.LongestRenewal(measure.IsMajorCase) is { } longest && renewals.Exists(r => IsOver(r.StartsOn, r.EndsOn, r.Term, longest)))
        {
            doubts.Add(new(MeasureDoubtKind.RenewalOverRule, rule.Rule, rule.Confidence));
        }

        if (renewals.Count > rule.MostRenewals)
        {
            doubts.Add(new(MeasureDoubtKind.TooManyRenewals, rule.Rule, rule.Confidence));
        }

        if (rule.Term.Unit != TermUnit.Hours && IsRenewedLate(measure, renewals, rule))
        {
            doubts.Add(new(MeasureDoubtKind.RenewedLate, RenewBeforeExpiry));
        }

        return doubts;
    }

    private static bool IsOver(DateOnly? start, DateOnly? end, Term? stated, Term longest) =>
        end is { } last && start is { } first && longest.Unit != TermUnit.Hours
            ? last > longest.LastDay(first, WorkCalendar.WeekendsOnly, Rollover.None)
            : stated is not null && FreezeTerms.IsLonger(stated, longest);

    private static bool IsRenewedLate(Measure measure, List<MeasureRenewal> renewals, RuleTerm rule)
    {
        var expiry = FreezeTerms.End(measure.StartsAt, measure.Since, measure.ExpectedEnd, measure.Term, rule.Longest(measure.IsMajorCase));
        foreach (var renewal in renewals)
        {
            if (renewal.IsStartStated && expiry is not null && renewal.StartsOn > expiry.Day.AddDays(1))
            {
                return true;
            }

            expiry = FreezeTerms.End(renewal.StartsAt, renewal.StartsOn, renewal.EndsOn, renewal.Term, rule.LongestRenewal(measure.IsMajorCase));
        }

        return false;
    }
}
