using MediatR;
using PosCases.Cases.Worklist;
using PosCases.Platform.Messages;

namespace PosCases.Web.Desk.Review;

/// <summary>What a supervisor sees at a glance.</summary>
/// <param name="Queue">Outcomes to review, those proposed by others first; within them the most urgent.</param>
/// <param name="Mine">Cases whose outcome the supervisor cannot review, because the proposal is his own.</param>
/// <param name="Escalated">Cases with a clock that ran out and that nobody took note of.</param>
/// <param name="Overdue">The latest.</param>
/// <param name="Unassigned">Filed, nobody has taken them up.</param>
/// <param name="Load">Per agent.</param>
/// <param name="Counts">Of every view.</param>
internal sealed record ReviewBoard(
    IReadOnlyList<CaseSummary> Queue,
    IReadOnlySet<PosCases.Cases.CaseId> Mine,
    IReadOnlyList<CaseSummary> Escalated,
    IReadOnlyList<CaseSummary> Overdue,
    IReadOnlyList<CaseSummary> Unassigned,
    IReadOnlyList<ViewLoad.Row> Load,
    IReadOnlyDictionary<WorkView, int> Counts)
{
    private const int Glance = 10;

    /// <summary>Reads it; the first refusal ends it.</summary>
    /// <param name="mediator">Where queries go.</param>
    public static async Task<Result<ReviewBoard>> ReadAsync(IMediator mediator)
    {
        var load = await mediator.Send(new ViewLoad.Query());
        if (!load.Succeeded)
        {
            return load.Error;
        }

        var review = await QueueAsync(mediator);
        var counts = await mediator.Send(new ListCases.CountQuery());
        var own = review.Where(r => !r.Allows(PosCases.Cases.CaseAction.Approve)).Select(r => r.Id).ToHashSet();
        return new ReviewBoard(
            review,
            own,
            await PageAsync(mediator, WorkView.Escalated, Glance),
            await PageAsync(mediator, WorkView.Overdue, Glance),
            await PageAsync(mediator, WorkView.Unassigned, Glance),
            load.Value,
            counts.Succeeded ? counts.Value : new Dictionary<WorkView, int>());
    }

    /// <summary>
    /// What waits for a decision: what the reader may decide first, and of each the longest waiting first. Every review has the same time, so
    /// the one that is due first has waited longest.
    /// </summary>
    /// <param name="mediator">Where queries go.</param>
    public static async Task<IReadOnlyList<CaseSummary>> QueueAsync(IMediator mediator) =>
        [.. (await PageAsync(mediator, WorkView.InReview, ListCases.LargestPage)).OrderBy(r => !r.Allows(PosCases.Cases.CaseAction.Approve)).ThenBy(r => r.Facts.DueAt)];

    private static async Task<IReadOnlyList<CaseSummary>> PageAsync(IMediator mediator, WorkView view, int size) =>
        await mediator.Send(new ListCases.Query(view, new CaseFilter(), Size: size)) is { Succeeded: true } page ? page.Value.Rows : [];
}
