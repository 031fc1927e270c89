using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Papers;
using PosCases.Cases.Reminders;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Notices;

/// <summary>Lists the actor's notifications.</summary>
public static class ListNotifications
{
    private const int Most = 100;

    // Beyond it nobody counts.
    private const int MostUnread = 100;

    /// <summary>Lists the actor's notifications, newest first, at most a hundred.</summary>
    [Requires(Permission.UseAccount)]
    public sealed record Query : IQuery<Page>;

    /// <summary>Counts the actor's unread notifications.</summary>
    [Requires(Permission.UseAccount)]
    public sealed record CountQuery : IQuery<int>;

    /// <summary>The list.</summary>
    /// <param name="Rows">Newest first.</param>
    /// <param name="Unread">How many are unread; of those about cases a hundred at most.</param>
    public sealed record Page(IReadOnlyList<Row> Rows, int Unread);

    /// <summary>One notification.</summary>
    /// <param name="Id">Id.</param>
    /// <param name="CaseNumber">Number of the case.</param>
    /// <param name="Kind">Event or message.</param>
    /// <param name="EventKind">The event.</param>
    /// <param name="At">When.</param>
    /// <param name="IsRead">Whether it was read.</param>
    public sealed record Row(Guid Id, string CaseNumber, NoticeKind Kind, CaseEventKind? EventKind, DateTimeOffset At, bool IsRead);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Page>>, IRequestHandler<CountQuery, Result<int>>
    {
        public async Task<Result<Page>> Handle(Query query, CancellationToken ct)
        {
            var cases = db.Cases.VisibleTo(actor);
            var rows = await db.Notifications
                .Where(n => n.PersonId == actor.Id)
                .Join(cases, n => n.CaseId, c => c.Id, (n, c) => new { n, c.Number })
                .OrderByDescending(x => x.n.At)
                .Take(Most)
                .Select(x => new Row(x.n.Id, x.Number, x.n.Kind, x.n.EventKind, x.n.At, x.n.ReadAt != null))
                .ToListAsync(ct);
            return new Page(rows, await UnreadAsync(ct));
        }

        public async Task<Result<int>> Handle(CountQuery query, CancellationToken ct) => await UnreadAsync(ct);

        private async Task<int> UnreadAsync(CancellationToken ct) =>
            await db.Notifications
                .Where(n => n.PersonId == actor.Id && n.ReadAt == null)
                .Join(db.Cases.VisibleTo(actor), n => n.CaseId, c => c.Id, (n, c) => n.Id)
                .Take(MostUnread)
                .CountAsync(ct)
            + await db.PaperNotices
                .Where(n => n.PersonId == actor.Id && n.ReadAt == null)
                .Join(db.MerchantPapers.VisibleTo(actor).Where(p => p.EndedAt == null), n => n.PaperId, p => p.Id, (n, p) => n.Id)
                .CountAsync(ct)
            + await db.Reminders.CountAsync(r => r.PersonId == actor.Id && r.EndedAt == null && r.ReadAt == null, ct);
    }
}
