using PosCases.Cases.Impact;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private readonly List<ImpactStatement> impacts = [];

    /// <summary>What was said of the impact, the newest last.</summary>
    public IReadOnlyList<ImpactStatement> Impacts => impacts;

    /// <summary>What is known of the impact now.</summary>
    public ImpactReading ReadImpact() => ImpactReading.Of(impacts, Told, FiledAt);

    /// <summary>What the impact amounts to.</summary>
    public LossEstimate EstimateLoss(DateOnly today) => LossEstimate.Of(ReadImpact().Form, today);

    /// <summary>Says anew what the freeze does to the business. The merchant and the desk may, as long as the case is open.</summary>
    /// <param name="form">The figures.</param>
    /// <param name="seen">Number of the statement that the user started from; 0 for what was told at filing.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="at">Now.</param>
    public Result RecordImpact(ImpactForm form, int seen, Actor by, DateTimeOffset at)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        var before = ReadImpact();
        if (before.Number != seen)
        {
            return new Conflict();
        }

        var today = ShanghaiTime.DateOf(at);
        var (was, now) = (LossEstimate.Of(before.Form, today), LossEstimate.Of(form, today));
        impacts.Add(ImpactStatement.Of(Id, before, form, by, at));
        Record(CaseEventKind.ImpactRecorded, by, at, EventDetails.Of(
            ("perDay", now.PerDay?.Low), ("perDayMost", Upper(now.PerDay)),
            ("perDayBefore", was.PerDay?.Low), ("perDayBeforeMost", Upper(was.PerDay)),
            ("toDate", now.ToDate?.Low), ("toDateMost", Upper(now.ToDate)),
            ("cashDays", now.Cash?.Days), ("cashDaysBefore", was.Cash?.Days)));
        return Result.Ok;
    }

    private static decimal? Upper(YuanRange? range) => range is { IsOne: false } known ? known.High : null;
}
