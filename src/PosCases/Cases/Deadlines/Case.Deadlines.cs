using PosCases.Calendar;
using PosCases.Cases.Deadlines;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    // Holidays may be announced meanwhile: open deadlines are looked at again at least so often.
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromHours(12);

    private readonly List<LegalDeadline> deadlines = [];
    private readonly List<ClockMark> marks = [];

    /// <summary>Deadlines of the law, of rules and of documents.</summary>
    public IReadOnlyList<LegalDeadline> Deadlines => deadlines;

    /// <summary>What was told of clocks.</summary>
    public IReadOnlyList<ClockMark> Marks => marks;

    /// <summary>The end of the next open deadline.</summary>
    public DateTimeOffset? DeadlineAt { get; private set; }

    /// <summary>When a breach that nobody took note of went to the supervisors; none when no such thing is open.</summary>
    public DateTimeOffset? EscalatedAt { get; private set; }

    /// <summary>The highest level of the ladder that is told of an open breach; 0 when none is.</summary>
    public int EscalationLevel { get; private set; }

    /// <summary>When the job must look at the clocks again; whatever happens to the case brings it forward to now.</summary>
    public DateTimeOffset ClockCheckAt { get; private set; }

    /// <summary>Sets a deadline on the case. It may lie in the past; then it reads as past.</summary>
    public Result<Guid> SetDeadline(DeadlineForm form, WorkCalendar calendar, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, [.. Open, CaseStatus.Resolution]) is { } refused)
        {
            return refused;
        }

        var set = LegalDeadline.Of(Id, form, calendar, by);
        deadlines.Add(set);
        TakeNextDeadline();
        Record(CaseEventKind.DeadlineSet, by, at, EventDetails.Of(("titleZh", set.Title.Zh), ("titleEn", set.Title.En), ("due", Day(set.EndsAt))));
        return set.Id;
    }

    /// <summary>Says how a deadline ended.</summary>
    public Result EndDeadline(Guid id, DeadlineEnd end, string note, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, [.. Open, CaseStatus.Resolution]) is { } refused)
        {
            return refused.AsResult();
        }

        if (deadlines.Find(d => d.Id == id && d.EndedAt is null) is not { } open)
        {
            return new NotFound("Deadline");
        }

        open.Finish(end, note, at);
        TakeNextDeadline();
        Record(
            CaseEventKind.DeadlineEnded, by, at,
            EventDetails.Of(("titleZh", open.Title.Zh), ("titleEn", open.Title.En), ("end", end), ("note", note)));
        return Result.Ok;
    }

    /// <summary>
    /// Tells each warning and each breach once, lets breaches that nobody took note of climb the ladder, and moves deadlines whose
    /// calendar changed. Needs what <see cref="ClocksAt"/> needs.
    /// </summary>
    /// <returns>When to look again.</returns>
    public DateTimeOffset CheckClocks(Actor by, DateTimeOffset at, CaseOptions options, Ladder? ladder = null)
    {
        if (Status == CaseStatus.Closed)
        {
            return Never;
        }

        var calendar = options.Calendar;
        var moved = false;
        foreach (var open in deadlines.Where(d => d.EndedAt is null))
        {
            moved |= open.Recount(calendar);
        }

        if (moved)
        {
            TakeNextDeadline();
        }

        var clocks = ClocksAt(at, options);
        foreach (var clock in clocks.Where(c => c.State is DeadlineState.Warning or DeadlineState.Breached))
        {
            Tell(clock, by, at);
        }

        var escalations = Climb(ladder ?? Ladder.Usual, options, by, at);
        return clocks.Select(c => c.ChangesAt(at))
            .Append(escalations)
            .Append(deadlines.Exists(d => d.EndedAt is null) ? at + LookAgainAfter : null)
            .Min() ?? Never;
    }

    /// <summary>The owner or a supervisor takes note of a breach and says what is done about it.</summary>
    public Result AcknowledgeBreach(string key, DateTimeOffset dueAt, string note, Actor by, DateTimeOffset at)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        if (!RelationsOf(by).Overlaps([Doer.Owner, Doer.Supervisor]))
        {
            return new NotTheOwner();
        }

        if (marks.Find(m => m.Key == key && m.DueAt == dueAt && m is { BreachedAt: not null, AcknowledgedAt: null }) is not { } mark)
        {
            return new NotFound("Breach");
        }

        mark.Acknowledge(by.Name, note, at);
        Record(CaseEventKind.BreachAcknowledged, by, at, EventDetails.Of(("note", note)), deskOnly: true);
        return Result.Ok;
    }

    /// <summary>A supervisor settles the escalation: every open breach counts as noted.</summary>
    public Result SettleEscalation(string note, Actor by, DateTimeOffset at)
    {
        if (EscalationLevel == 0)
        {
            return new NotFound("Escalation");
        }

        foreach (var mark in marks.Where(m => m is { BreachedAt: not null, AcknowledgedAt: null }))
        {
            mark.Acknowledge(by.Name, note, at);
        }

        (EscalatedAt, EscalationLevel) = (null, 0);
        Record(CaseEventKind.EscalationSettled, by, at, EventDetails.Of(("note", note)), deskOnly: true);
        return Result.Ok;
    }

    private void Tell(CaseClock clock, Actor by, DateTimeOffset at)
    {
        var mark = clock.Mark;
        if (mark is null)
        {
            mark = new ClockMark(Id, clock.Key, clock.DueAt!.Value);
            marks.Add(mark);
        }

        var late = clock.State == DeadlineState.Breached;
        if ((late ? mark.BreachedAt : mark.WarnedAt) is not null)
        {
            return;
        }

        if (late)
        {
            mark.BreachedAt = at;
        }
        else
        {
            mark.WarnedAt = at;
        }

        // An optional step shows that it is late; nobody is woken for it.
        if (!clock.Escalates)
        {
            return;
        }

        // The merchant is told of what the law or a document says, not of our own clocks. The case itself did not change by it.
        events.Add(CaseEvent.Of(
            Id, late ? CaseEventKind.ClockBreached : CaseEventKind.ClockWarned, by, at, null, null, clock.Kind is not (ClockKind.Legal or ClockKind.Filing),
            EventDetails.Of(
                ("clock", clock.Kind), ("stage", clock.Stage), ("titleZh", clock.Legal?.Title.Zh ?? clock.Step?.TitleZh), ("titleEn", clock.Legal?.Title.En ?? clock.Step?.TitleEn),
                ("due", Day(clock.DueAt!.Value)))));
    }

    // After a standstill only the highest level that is due is told: nobody gets three notices of one breach at once.
    private DateTimeOffset? Climb(Ladder ladder, CaseOptions options, Actor by, DateTimeOffset at)
    {
        var working = options.Working;
        DateTimeOffset? next = null;
        var late = ClocksAt(at, options).Where(c => c is { State: DeadlineState.Breached, Escalates: true, Mark: not null }).ToList();
        foreach (var clock in late.Where(c => c.NeedsNote))
        {
            var mark = clock.Mark!;

            // A supervisor who gave the case to somebody else has settled what had come to him.
            if (EscalationLevel == 0 && ladder.ReachesSupervisors(mark.Level))
            {
                continue;
            }

            var level = ladder.LevelAt(mark.BreachedAt!.Value, at, working);
            if (level > mark.Level)
            {
                (mark.Level, mark.EscalatedAt) = (level, at);
                Reach(ladder, level, clock, by, at);
            }

            var when = ladder.NextAfter(Math.Max(level, mark.Level), mark.BreachedAt.Value, working);
            next = when is null || next < when ? next : when;
        }

        if (EscalationLevel > 0 && !late.Exists(c => c.Mark!.Level > 0 && (c.NeedsNote || EscalatedAt is not null)))
        {
            (EscalatedAt, EscalationLevel) = (null, 0);
            Record(CaseEventKind.EscalationEnded, by, at, EventDetails.Of(), deskOnly: true);
        }

        return next;
    }

    private void Reach(Ladder ladder, int level, CaseClock clock, Actor by, DateTimeOffset at)
    {
        // A case that nobody works, or whose outcome waits for a reviewer, is in nobody's hands but the supervisors'.
        var calls = ladder.ReachesSupervisors(level) || OwnerId is null || Status == CaseStatus.Resolution;
        if (level <= EscalationLevel && (!calls || EscalatedAt is not null))
        {
            return;
        }

        EscalationLevel = Math.Max(level, EscalationLevel);
        EscalatedAt = calls ? EscalatedAt ?? at : EscalatedAt;
        Record(
            calls ? CaseEventKind.Escalated : CaseEventKind.EscalationReminded, by, at,
            EventDetails.Of(("clock", clock.Kind), ("due", Day(clock.DueAt!.Value)), ("level", level)), deskOnly: true);
    }

    private void TakeNextDeadline()
    {
        DeadlineAt = deadlines.Where(d => d.EndedAt is null).Min(d => (DateTimeOffset?)d.EndsAt);
        Reclock();
    }

    private static string Day(DateTimeOffset at) =>
        Platform.ShanghaiTime.DateOf(at).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
