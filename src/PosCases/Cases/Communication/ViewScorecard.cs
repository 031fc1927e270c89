using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Communication;

/// <summary>Shows how an institution answers: from our own cases, without naming one.</summary>
public static class ViewScorecard
{
    /// <summary>A count that says nothing yet below this size.</summary>
    public const int SmallSample = 10;

    /// <summary>How many months are looked at.</summary>
    public const int Months = 24;

    private const int MostRows = 2000;

    /// <summary>Shows how an institution answered in the last 24 months, in cases that the reader may see.</summary>
    /// <param name="Id">The institution.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(InstitutionId Id) : IQuery<Scorecard>;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<Scorecard>>
    {
        public async Task<Result<Scorecard>> Handle(Query query, CancellationToken ct)
        {
            var institution = await db.Set<Institution>().Where(i => i.Id == query.Id).Select(i => new { i.Name, i.UsualAnswer }).SingleOrDefaultAsync(ct);
            if (institution is null)
            {
                return new NotFound(nameof(Institution));
            }

            var now = clock.GetUtcNow();
            var since = now.AddMonths(-Months);
            var cases = db.Cases.VisibleTo(actor);
            var parties = db.Set<Party>().Where(p => p.InstitutionId == query.Id && cases.Any(c => c.Id == p.CaseId));
            var sent = await db.Set<SubmissionRound>().IgnoreAutoIncludes()
                .Where(r => r.SentAt >= since && parties.Any(p => p.Id == r.PartyId))
                .OrderByDescending(r => r.SentAt)
                .Take(MostRows)
                .Select(r => new Scorecard.Sent(r.SentAt, r.AnswerDueAt, r.AnsweredAt, r.Answer, r.RefusalReason, r.IsFinal))
                .ToListAsync(ct);
            var promises = await db.Set<CommunicationEntry>()
                .Where(e => e.Promise != null && e.FollowUpAt != null && e.At >= since && parties.Any(p => p.Id == e.PartyId))
                .OrderByDescending(e => e.At)
                .Take(MostRows)
                .Select(e => new Scorecard.Promised(e.FollowUpAt!.Value, e.FollowUpResult))
                .ToListAsync(ct);
            return Scorecard.Of(institution.Name, institution.UsualAnswer, sent, promises, now);
        }
    }
}

/// <summary>How an institution answers.</summary>
/// <param name="Name">The institution.</param>
/// <param name="Usual">How long it says it usually takes.</param>
/// <param name="Submissions">How many submissions were looked at.</param>
/// <param name="MedianDays">Median of the days from sending to the final answer; none without an answer.</param>
/// <param name="Answered">How many submissions have a final answer.</param>
/// <param name="InTime">Of those whose day has come, answered by it.</param>
/// <param name="Silent">Of those that should have been answered, without an answer.</param>
/// <param name="Kept">Of the promises that were settled or are past, kept.</param>
/// <param name="Refused">Of the final answers, refusals.</param>
/// <param name="Refusals">Refusals by reason, most frequent first.</param>
/// <param name="FinalRefusals">How many refusals were called final.</param>
public sealed record Scorecard(
    string Name,
    UsualAnswer? Usual,
    int Submissions,
    double? MedianDays,
    int Answered,
    Share InTime,
    Share Silent,
    Share Kept,
    Share Refused,
    IReadOnlyList<(string Reason, int Count)> Refusals,
    int FinalRefusals)
{
    /// <summary>One submission: its moments and its answer.</summary>
    public sealed record Sent(
        DateTimeOffset At, DateTimeOffset? DueAt, DateTimeOffset? AnsweredAt, InstitutionAnswer? Answer, string? Reason, bool IsFinal)
    {
        /// <summary>A final answer came; to be under review is none, and silence is none.</summary>
        public bool IsAnswered => Answer is not (null or InstitutionAnswer.UnderReview or InstitutionAnswer.Silent);
    }

    /// <summary>One promise: by when, and how it ended.</summary>
    public sealed record Promised(DateTimeOffset By, FollowUpResult? Result);

    /// <summary>Counts.</summary>
    public static Scorecard Of(string name, UsualAnswer? usual, IReadOnlyList<Sent> sent, IReadOnlyList<Promised> promises, DateTimeOffset now)
    {
        var answered = sent.Where(s => s.IsAnswered).ToList();
        var timed = sent.Where(s => s.DueAt is { } due && (s.IsAnswered || due < now)).ToList();
        var owed = sent.Where(s => s.IsAnswered || s.Answer == InstitutionAnswer.Silent || s.DueAt < now).ToList();
        var due = promises.Where(p => p.Result is FollowUpResult.Kept or FollowUpResult.Broken || (p.Result is null && p.By < now)).ToList();
        var refusals = answered.Where(s => s.Answer == InstitutionAnswer.Refused).ToList();
        return new Scorecard(
            name,
            usual,
            sent.Count,
            Median([.. answered.Select(s => (s.AnsweredAt!.Value - s.At).TotalDays)]),
            answered.Count,
            Share.Of(timed, s => s.IsAnswered && s.AnsweredAt <= s.DueAt),
            Share.Of(owed, s => !s.IsAnswered),
            Share.Of(due, p => p.Result == FollowUpResult.Kept),
            Share.Of(answered, s => s.Answer == InstitutionAnswer.Refused),
            [
                .. refusals.GroupBy(s => s.Reason ?? RefusalReason.NotStated, StringComparer.Ordinal)
                    .Select(g => (g.Key, g.Count())).OrderByDescending(r => r.Item2).ThenBy(r => r.Key, StringComparer.Ordinal),
            ],
            refusals.Count(s => s.IsFinal));
    }

    private static double? Median(List<double> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}

/// <summary>So many of so many.</summary>
/// <param name="Part">So many.</param>
/// <param name="Whole">Of so many.</param>
public sealed record Share(int Part, int Whole)
{
    /// <summary>In percent, rounded; none of nothing.</summary>
    public int? Percent => Whole == 0 ? null : (int)Math.Round(100.0 * Part / Whole);

    /// <summary>Whether it says nothing yet.</summary>
    public bool IsSmall => Whole < ViewScorecard.SmallSample;

    /// <summary>Counts those that fit.</summary>
    internal static Share Of<T>(IReadOnlyCollection<T> all, Func<T, bool> fits) => new(all.Count(fits), all.Count);
}
