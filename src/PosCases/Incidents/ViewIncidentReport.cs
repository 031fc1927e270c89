using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Resolution;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>Adds up an incident.</summary>
public static class ViewIncidentReport
{
    /// <summary>Adds up an incident: cases, merchants, amounts and times; of its cases only those that the actor may see count.</summary>
    /// <param name="Number">Its number.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(string Number) : IQuery<Answer>;

    /// <summary>The report.</summary>
    /// <param name="Incident">The incident.</param>
    /// <param name="Report">The sums.</param>
    /// <param name="At">As of when.</param>
    public sealed record Answer(Incident Incident, IncidentReport Report, DateTimeOffset At);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            if (await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Number == query.Number, ct) is not { } found)
            {
                return new NotFound(nameof(Incident));
            }

            var cases = await db.CasesOf(found.Id, Membership.In, actor)
                .Join(db.Set<Merchant>(), c => c.MerchantId, m => m.Id, (c, m) => new { c.Id, c.Serial, c.Number, c.MerchantId, m.Name, c.Status, c.Outcome, c.FiledAt, c.ClosedAt, c.Amount })
                .ToListAsync(ct);
            var ids = cases.ConvertAll(c => c.Id);
            var ledger = (await db.Set<LedgerEntry>().Where(e => ids.Contains(e.CaseId)).Select(e => new { e.CaseId, e.Kind, e.Amount, e.On, e.EnteredAt }).ToListAsync(ct))
                .OrderBy(e => e.EnteredAt).ToLookup(e => e.CaseId, e => new ReportEntry(e.Kind, e.Amount, e.On));
            return new Answer(
                found,
                IncidentReport.Of([.. cases.OrderBy(c => c.Serial).Select(c => new ReportInput(
                    c.Id, c.Number, c.MerchantId, c.Name, c.Status, c.Outcome, c.FiledAt, c.ClosedAt, c.Amount, [.. ledger[c.Id]]))]),
                clock.GetUtcNow());
        }
    }
}
