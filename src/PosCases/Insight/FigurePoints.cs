using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Insight;

/// <summary>One thing that a figure counts.</summary>
internal sealed class FigurePoint
{
    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>Tells things of one case apart.</summary>
    public required int Seq { get; init; }

    /// <summary>When.</summary>
    public required DateOnly On { get; init; }

    /// <summary>By what it is told apart; none means unknown.</summary>
    public string? Key { get; init; }

    /// <summary>Its value; none where it is missing.</summary>
    public long? Value { get; init; }

    /// <summary>Whether it hits, for shares.</summary>
    public bool? Hit { get; init; }

    /// <summary>What was noted.</summary>
    public string? Why { get; init; }
}

/// <summary>What each figure counts: the one place that turns a code of <see cref="Figures"/> into a query. Drill-downs list exactly these points.</summary>
internal sealed class FigurePoints(AppDb db, Actor actor, InsightFilter filter, DateTimeOffset now)
{
    /// <summary>Upper bounds of the groups of ages, in days; the last group is open.</summary>
    public static readonly int[] Ages = [7, 30, 90, 180];

    // Named one by one: an index finds those, and not those that are not something.
    private static readonly string[] Open = [.. Enum.GetValues<CaseStatus>().Where(status => status != CaseStatus.Closed).Select(status => status.ToString())];

    private readonly DateOnly today = ShanghaiTime.DateOf(now);

    private IQueryable<CaseFact> Facts => db.Set<CaseFact>().AsNoTracking().VisibleTo(actor).Matching(filter);

    // Who sees everything and leaves nothing out needs no look at the cases.
    private IQueryable<FactLine> Lines => filter.IsWide && actor.Role == Role.Supervisor
        ? db.Set<FactLine>().AsNoTracking()
        : db.Set<FactLine>().AsNoTracking().Join(Facts, l => l.CaseId, f => f.CaseId, (l, f) => l);

    /// <summary>What a figure counts within the days.</summary>
    public IQueryable<FigurePoint> Of(Figure figure, DaySpan span) => figure.Code switch
    {
        "inflow" => Facts.Where(f => f.FiledOn >= span.From && f.FiledOn <= span.To).Select(f => new FigurePoint { CaseId = f.CaseId, Seq = 0, On = f.FiledOn, Value = 1, Key = null, Hit = null }),
        "causes" => Facts.Where(f => f.FiledOn >= span.From && f.FiledOn <= span.To).Select(f => new FigurePoint { CaseId = f.CaseId, Seq = 0, On = f.FiledOn, Key = f.Cause, Value = 1, Hit = null }),
        "regions" => Facts.Where(f => f.FiledOn >= span.From && f.FiledOn <= span.To).Select(f => new FigurePoint { CaseId = f.CaseId, Seq = 0, On = f.FiledOn, Key = f.Region, Value = 1, Hit = null }),
        "models" => Facts.Where(f => f.FiledOn >= span.From && f.FiledOn <= span.To).Select(f => new FigurePoint { CaseId = f.CaseId, Seq = 0, On = f.FiledOn, Key = f.Model, Value = 1, Hit = null }),
        "institutions" => Facts.Where(f => f.FiledOn >= span.From && f.FiledOn <= span.To).Select(f => new FigurePoint { CaseId = f.CaseId, Seq = 0, On = f.FiledOn, Key = f.Institution, Value = 1, Hit = null }),
        "closed" => ClosedIn(span).Select(f => new FigurePoint { CaseId = f.CaseId, Seq = 0, On = f.ClosedOn!.Value, Value = 1, Key = null, Hit = null }),
        "outcomes" => ClosedIn(span).Select(f => new FigurePoint { CaseId = f.CaseId, Seq = 0, On = f.ClosedOn!.Value, Key = f.Outcome, Value = 1, Hit = null }),
        "days-median" or "days-p90" => ClosedIn(span).Select(f => new FigurePoint { CaseId = f.CaseId, Seq = 0, On = f.ClosedOn!.Value, Value = f.Days, Key = null, Hit = null }),
        "open" => Facts.Where(f => f.FiledOn <= span.To && (f.ClosedOn == null || f.ClosedOn > span.To)).Select(f => new FigurePoint { CaseId = f.CaseId, Seq = 0, On = f.FiledOn, Value = 1, Key = null, Hit = null }),
        "backlog" => Facts.Where(f => Open.Contains(f.Stage)).Select(f => new FigurePoint { CaseId = f.CaseId, Seq = 0, On = f.FiledOn, Key = f.Stage, Value = 1, Hit = null }),
        "overdue" => Facts.Where(f => Open.Contains(f.Stage) && f.DueAt < now).Select(f => new FigurePoint { CaseId = f.CaseId, Seq = 0, On = f.FiledOn, Key = f.Stage, Value = 1, Hit = null }),
        "remaining" => Facts.Where(f => Open.Contains(f.Stage)).Select(f => new FigurePoint { CaseId = f.CaseId, Seq = 0, On = f.FiledOn, Key = f.Stage, Value = f.RemainingFen, Hit = null }),
        "ageing" => Ageing(),
        "refreeze-30" => Refreezes(span, 30),
        "refreeze-90" => Refreezes(span, 90),
        "satisfaction" or "ratings" => Ratings(span),
        "loss-borne" => EasedIn(span).Select(f => new FigurePoint { CaseId = f.CaseId, Seq = 0, On = f.EasedOn!.Value, Value = f.LossFen, Key = null, Hit = null }),
        "loss-avoided" => EasedIn(span).Select(f => new FigurePoint { CaseId = f.CaseId, Seq = 0, On = f.EasedOn!.Value, Value = f.AvoidedFen, Key = null, Hit = null }),
        "stage-median" or "stage-p90" => Points(In(span, FactKind.Stage)),
        "side-time" => In(span, FactKind.Stage).Select(l => new FigurePoint { CaseId = l.CaseId, Seq = l.Seq, On = l.On, Key = l.Side, Value = l.Value, Hit = null }),
        "our-clocks" => Points(In(span, FactKind.Stage).Where(l => l.Kept != null)),
        "answer-clocks" => Clocks(In(span, FactKind.Answer, FactKind.Promise).Where(l => l.Kept != null)),
        "legal-clocks" => Points(In(span, FactKind.Legal).Where(l => l.Kept != null)),
        "breaches" => Clocks(In(span, FactKind.Stage, FactKind.Answer, FactKind.Promise, FactKind.Legal).Where(l => l.Kept == false)),
        "frozen" => Points(In(span, FactKind.Frozen)),
        "released" => Points(In(span, FactKind.Released)),
        "taken" => In(span, FactKind.Deducted, FactKind.Refunded).Select(l => new FigurePoint
        {
            CaseId = l.CaseId,
            Seq = l.Seq,
            On = l.On,
            Key = l.Kind == FactKind.Deducted ? nameof(FactKind.Deducted) : nameof(FactKind.Refunded),
            Value = l.Value,
            Hit = null,
        }),
        "answer-days" => Points(In(span, FactKind.Answer).Where(l => l.Value != null)),
        "answer-kept" => Points(In(span, FactKind.Answer).Where(l => l.Kept != null)),
        "institution-released" => In(span, FactKind.Released).Join(
            db.Set<CaseFact>(), l => l.CaseId, f => f.CaseId, (l, f) => new FigurePoint { CaseId = l.CaseId, Seq = l.Seq, On = l.On, Key = f.Institution, Value = l.Value, Hit = null }),
        "playbooks" or "playbook-eased" or "playbook-days" => Points(In(span, FactKind.Playbook)),
        _ => throw new ArgumentOutOfRangeException(nameof(figure), figure.Code, null),
    };

    private IQueryable<CaseFact> ClosedIn(DaySpan span) => Facts.Where(f => f.ClosedOn >= span.From && f.ClosedOn <= span.To);

    private IQueryable<CaseFact> EasedIn(DaySpan span) => Facts.Where(f => f.EasedOn >= span.From && f.EasedOn <= span.To);

    private IQueryable<FactLine> In(DaySpan span, FactKind kind) => Lines.Where(l => l.Kind == kind && l.On >= span.From && l.On <= span.To);

    private IQueryable<FactLine> In(DaySpan span, params List<FactKind> kinds) => Lines.Where(l => kinds.Contains(l.Kind) && l.On >= span.From && l.On <= span.To);

    private static IQueryable<FigurePoint> Points(IQueryable<FactLine> lines) =>
        lines.Select(l => new FigurePoint { CaseId = l.CaseId, Seq = l.Seq, On = l.On, Key = l.Key, Value = l.Value, Hit = l.Kept, Why = l.Why });

    private static IQueryable<FigurePoint> Clocks(IQueryable<FactLine> lines) => lines.Select(l => new FigurePoint
    {
        CaseId = l.CaseId,
        Seq = l.Seq,
        On = l.On,
        Key = l.Kind == FactKind.Stage ? nameof(FactKind.Stage) : l.Kind == FactKind.Answer ? nameof(FactKind.Answer) : l.Kind == FactKind.Promise ? nameof(FactKind.Promise) : nameof(FactKind.Legal),
        Value = 1,
        Hit = l.Kept,
        Why = l.Why,
    });

    private IQueryable<FigurePoint> Ageing()
    {
        var (week, month, quarter, half) = (today.AddDays(-Ages[0]), today.AddDays(-Ages[1]), today.AddDays(-Ages[2]), today.AddDays(-Ages[3]));
        return Facts.Where(f => Open.Contains(f.Stage)).Select(f => new FigurePoint
        {
            CaseId = f.CaseId,
            Seq = 0,
            On = f.FiledOn,
            Key = f.FiledOn >= week ? "0-7" : f.FiledOn >= month ? "8-30" : f.FiledOn >= quarter ? "31-90" : f.FiledOn >= half ? "91-180" : "181-",
            Value = 1,
            Hit = null,
        });
    }

    private IQueryable<FigurePoint> Refreezes(DaySpan span, int days) =>
        EasedIn(span).Select(f => new FigurePoint { CaseId = f.CaseId, Seq = 0, On = f.EasedOn!.Value, Value = 1, Hit = f.RefrozenAfter != null && f.RefrozenAfter <= days, Key = null });

    private IQueryable<FigurePoint> Ratings(DaySpan span) => Facts.Where(f => f.RatedOn >= span.From && f.RatedOn <= span.To).Select(f => new FigurePoint
    {
        CaseId = f.CaseId,
        Seq = 0,
        On = f.RatedOn!.Value,
        Key = f.Rating == 1 ? "1" : f.Rating == 2 ? "2" : f.Rating == 3 ? "3" : f.Rating == 4 ? "4" : "5",
        Value = f.Rating,
        Hit = null,
    });
}
