using PosCases.Calendar;
using PosCases.Cases.Communication;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Plan;
using PosCases.Cases.Routes;
using PosCases.Platform;

namespace PosCases.Cases;

public sealed partial class Case
{
    /// <summary>
    /// Every clock of the case at a moment, those that need somebody first. Needs parties, communications, rounds, deadlines, filings,
    /// steps and marks to be loaded; what is not loaded has no clock.
    /// </summary>
    public IReadOnlyList<CaseClock> ClocksAt(DateTimeOffset now, CaseOptions options)
    {
        List<CaseClock> clocks = [];
        if (StageClock(now, options) is { } stage)
        {
            clocks.Add(stage);
        }

        clocks.AddRange(rounds.Where(IsAwaited).Select(r => Outside(
            ClockKind.Answer, r.Id, r.SentAt, r.AnswerDueAt, now, options) with
        { PartyId = r.PartyId, Round = r.Number }));
        clocks.AddRange(communications.Where(c => c is { FollowUpAt: not null, FollowUpResult: null }).Select(c => Outside(
            string.IsNullOrEmpty(c.Promise) ? ClockKind.FollowUp : ClockKind.Promise, c.Id, c.At, c.FollowUpAt, now, options) with
        {
            PartyId = c.PartyId,
            Promise = c.Promise,
        }));
        clocks.AddRange(deadlines.Select(d => Outside(ClockKind.Legal, d.Id, d.StartsAt, d.EndsAt, now, options, d.EndedAt) with { Legal = d }));
        clocks.AddRange(filings.Where(f => f.State == FilingState.Open).Select(f => Outside(
            ClockKind.Filing, f.Id, ShanghaiTime.StartOf(f.ClockStart), f.AnswerDueOn is { } day ? ShanghaiTime.EndOf(day) : null, now, options) with
        { Filing = f }));
        clocks.AddRange(StepClocks(now, options));
        return
        [
            .. clocks.OrderBy(c => Rank(c.State)).ThenBy(c => c.DueAt ?? Never),
            new CaseClock
            {
                Kind = ClockKind.Total,
                Key = nameof(ClockKind.Total),
                Since = FiledAt,
                EndedAt = ClosedAt,
                State = DeadlineStates.Of(null, null, ClosedAt, isPaused: false, now),
            },
        ];
    }

    // A closed case waits for nobody; of several sendings to one institution the last one counts.
    private bool IsAwaited(SubmissionRound round) =>
        Status != CaseStatus.Closed && round.IsOpen && !rounds.Exists(r => r.PartyId == round.PartyId && r.Number > round.Number);

    private CaseClock? StageClock(DateTimeOffset now, CaseOptions options)
    {
        var isPaused = ClockLeft is not null && (Status == CaseStatus.Waiting || StageDueAt == Never);
        if (Status == CaseStatus.Closed || (StageDueAt == Never && !isPaused))
        {
            return null;
        }

        var stage = isPaused ? ResumeStatus ?? Status : Status;
        var due = isPaused ? (DateTimeOffset?)null : StageDueAt;
        var warn = due is { } at && options.LengthOf(stage) is { } length ? options.Warnings.WarnStage(length, at, options.Working) : due;
        return new CaseClock
        {
            Kind = ClockKind.Stage,
            Key = nameof(ClockKind.Stage),
            Since = StageSince,
            DueAt = due,
            WarnAt = warn,
            Left = isPaused ? ClockLeft : null,
            Stage = stage,
            State = DeadlineStates.Of(due, warn, null, isPaused, now),
            Mark = MarkOf(nameof(ClockKind.Stage), due),
        };
    }

    // A limit that we set ourselves; what a rule sets runs where its beginning is recorded. The merchant's own steps press nobody else.
    private IEnumerable<CaseClock> StepClocks(DateTimeOffset now, CaseOptions options) =>
        from step in steps
        where step is { State: StepState.Todo, Deadline.Label: SourceLabel.Ours, Role: not StepRole.Merchant } && Status is not (CaseStatus.Waiting or CaseStatus.Closed)
        let since = StartOf(step)
        where since is not null
        select Outside(ClockKind.Step, step.Id, since.Value, EndOf(step.Deadline!, since.Value, options), now, options) with { Step = step };

    private DateTimeOffset? StartOf(CaseStep step) => step.Deadline!.From switch
    {
        DeadlineStart.CaseFiled => FiledAt,
        DeadlineStart.StageStart when step.Stage == Status => step.PlannedAt > StageSince ? step.PlannedAt : StageSince,
        DeadlineStart.StepStart => step.BegunAt,
        _ => null,
    };

    // Hours of our own are hours in which somebody works.
    private static DateTimeOffset EndOf(StepDeadline limit, DateTimeOffset since, CaseOptions options) => limit.Unit switch
    {
        DeadlineUnit.Hours => options.Working.Add(since, TimeSpan.FromHours(limit.Amount)),
        DeadlineUnit.Days => new Term(limit.Amount, TermUnit.Days).EndOf(since, options.Calendar),
        DeadlineUnit.WorkingDays => new Term(limit.Amount, TermUnit.WorkingDays).EndOf(since, options.Calendar),
        DeadlineUnit.Months => new Term(limit.Amount, TermUnit.Months).EndOf(since, options.Calendar),
    };

    private CaseClock Outside(
        ClockKind kind, Guid subject, DateTimeOffset since, DateTimeOffset? due, DateTimeOffset now, CaseOptions options, DateTimeOffset? ended = null)
    {
        var warn = due is { } at ? options.Warnings.WarnOutside(kind, since, at) : (DateTimeOffset?)null;
        var over = ended ?? (Status == CaseStatus.Closed ? ClosedAt : null);
        var key = $"{kind}:{subject:N}";
        return new CaseClock
        {
            Kind = kind,
            Key = key,
            Since = since,
            DueAt = due,
            WarnAt = warn,
            EndedAt = over,
            State = DeadlineStates.Of(due, warn, over, isPaused: false, now),
            Mark = MarkOf(key, due),
        };
    }

    private ClockMark? MarkOf(string key, DateTimeOffset? due) => marks.Find(m => m.Key == key && m.DueAt == due);

    private static int Rank(DeadlineState state) => state switch
    {
        DeadlineState.Breached => 0,
        DeadlineState.Warning => 1,
        DeadlineState.Running => 2,
        DeadlineState.Paused => 3,
        _ => 4,
    };
}
