using PosCases.Cases.Communication;
using PosCases.Cases.Deadlines;

namespace PosCases.Cases;

public sealed partial class Case
{
    /// <summary>
    /// Every clock of the case at a moment, those that need somebody first. Needs parties, communications, rounds, deadlines and marks
    /// to be loaded; what is not loaded has no clock.
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
