using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>Reads one incident.</summary>
public static class ViewIncident
{
    /// <summary>Reads one incident with what it adds up to; of its cases only those that the actor may see count.</summary>
    /// <param name="Number">Its number.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(string Number) : IQuery<View>;

    /// <summary>One incident.</summary>
    /// <param name="Incident">It.</param>
    /// <param name="Stages">Its cases by status.</param>
    /// <param name="Merchants">How many merchants are concerned.</param>
    /// <param name="Suggested">How many cases are suggested for it and not put in.</param>
    /// <param name="Notices">Its notices, the newest first.</param>
    public sealed record View(
        Incident Incident, IReadOnlyDictionary<CaseStatus, int> Stages, int Merchants, int Suggested, IReadOnlyList<NoticeRow> Notices)
    {
        /// <summary>How many cases are in it.</summary>
        public int Cases => Stages.Values.Sum();

        /// <summary>Whether the reader may manage it.</summary>
        public bool MayManage { get; init; }
    }

    /// <summary>A notice with what became of it.</summary>
    /// <param name="Notice">The notice.</param>
    /// <param name="Deliveries">How many merchants by state.</param>
    /// <param name="Unreached">Merchants in the incident whom it is not on its way to: they joined later.</param>
    public sealed record NoticeRow(JointNotice Notice, IReadOnlyDictionary<DeliveryState, int> Deliveries, int Unreached)
    {
        /// <summary>To how many merchants it is or was on its way.</summary>
        public int Merchants => Deliveries.Values.Sum();

        /// <summary>How many of them are done.</summary>
        public int Done => Merchants - Deliveries.GetValueOrDefault(DeliveryState.Waiting);
    }

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            if (await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Number == query.Number, ct) is not { } found)
            {
                return new NotFound(nameof(Incident));
            }

            var members = await db.CasesOf(found.Id, Membership.In, actor).Select(c => new { c.MerchantId, c.Status }).ToListAsync(ct);
            var merchants = members.Select(m => m.MerchantId).ToHashSet();
            var suggested = await db.CasesOf(found.Id, Membership.Suggested, actor).CountAsync(ct);
            var notices = await db.JointNotices.AsNoTracking().Where(n => n.IncidentId == found.Id).OrderByDescending(n => n.At).ToListAsync(ct);
            // Deliveries on cases that the actor may not see are not counted for him.
            var cases = db.Set<Case>().VisibleTo(actor);
            var ids = notices.ConvertAll(n => n.Id);
            var deliveries = (await db.NoticeDeliveries.Where(d => ids.Contains(d.NoticeId))
                .Join(cases, d => d.CaseId, c => c.Id, (d, c) => new { d.NoticeId, d.MerchantId, d.State }).ToListAsync(ct)).ToLookup(d => d.NoticeId);
            return new View(
                found,
                members.CountBy(m => m.Status).ToDictionary(),
                merchants.Count,
                suggested,
                notices.ConvertAll(n => new NoticeRow(
                    n, deliveries[n.Id].CountBy(d => d.State).ToDictionary(), merchants.Except(deliveries[n.Id].Select(d => d.MerchantId)).Count())))
            {
                MayManage = actor.May(Permission.ManageIncidents),
            };
        }
    }
}
