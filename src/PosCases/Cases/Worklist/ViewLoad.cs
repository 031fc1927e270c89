using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Worklist;

/// <summary>Shows a supervisor how the work is spread.</summary>
public static class ViewLoad
{
    /// <summary>Shows how the open work is spread over agents and supervisors.</summary>
    [Requires(Permission.ReviewCases)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>The load of one person.</summary>
    /// <param name="PersonId">The person.</param>
    /// <param name="Name">His name.</param>
    /// <param name="Role">Agent or supervisor.</param>
    /// <param name="Open">Open cases.</param>
    /// <param name="Waiting">Of these, waiting for a date.</param>
    /// <param name="DueToday">Of these, due until the end of today.</param>
    /// <param name="Overdue">Of these, late.</param>
    public sealed record Row(Guid PersonId, string Name, Role Role, int Open, int Waiting, int DueToday, int Overdue);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var endOfDay = ShanghaiTime.EndOf(ShanghaiTime.DateOf(now));
            var loads = await db.Cases.VisibleTo(actor)
                .Where(c => c.OwnerId != null && c.Status != CaseStatus.Closed)
                .GroupBy(c => c.OwnerId)
                .Select(g => new
                {
                    Owner = g.Key,
                    Open = g.Count(),
                    Waiting = g.Count(c => c.Status == CaseStatus.Waiting),
                    DueToday = g.Count(c => c.DueAt >= now && c.DueAt <= endOfDay),
                    Overdue = g.Count(c => c.DueAt < now),
                })
                .ToDictionaryAsync(l => l.Owner!.Value, ct);
            var staff = await db.People.WhoMayOwnCases()
                .Select(p => new { p.Id, p.DisplayName, p.Role })
                .ToListAsync(ct);
            return staff
                .Select(p => loads.TryGetValue(p.Id, out var load)
                    ? new Row(p.Id, p.DisplayName, p.Role, load.Open, load.Waiting, load.DueToday, load.Overdue)
                    : new Row(p.Id, p.DisplayName, p.Role, 0, 0, 0, 0))
                .OrderByDescending(r => r.Open)
                .ThenBy(r => r.Name, StringComparer.Ordinal)
                .ToList();
        }
    }
}
