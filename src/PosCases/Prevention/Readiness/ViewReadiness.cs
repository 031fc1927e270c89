using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Readiness;

/// <summary>Shows how prepared a merchant is.</summary>
public static class ViewReadiness
{
    /// <summary>Shows the light, the channels and the plan.</summary>
    /// <param name="Merchant">Whose; the own merchant's when none is named.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Query(MerchantId? Merchant) : IQuery<View>;

    /// <summary>The same for the merchant of a case.</summary>
    /// <param name="Number">Number of the case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record CaseQuery(string Number) : IQuery<ReadinessState>;

    /// <summary>How prepared a merchant is.</summary>
    /// <param name="Merchant">Whose.</param>
    /// <param name="MerchantName">The name.</param>
    /// <param name="State">The light.</param>
    /// <param name="Channels">Channels in use, the oldest first, each with why one cannot rely on it.</param>
    /// <param name="Plan">The newest plan.</param>
    /// <param name="Versions">All versions of the plan, the newest first.</param>
    /// <param name="Contacts">Contacts in use; screens mask their numbers.</param>
    /// <param name="Today">The day; Shanghai's.</param>
    public sealed record View(
        MerchantId Merchant, string MerchantName, ReadinessState State, IReadOnlyList<ChannelRow> Channels, ContingencyPlan? Plan,
        IReadOnlyList<PlanVersion> Versions, IReadOnlyList<ContactRow> Contacts, DateOnly Today)
    {
        /// <summary>How many days before the day of a try it is said.</summary>
        public const int DaysAhead = 7;

        /// <summary>Channels to be tried now or within a week.</summary>
        public IReadOnlyList<BackupChannel> ToTest =>
            [.. Channels.Select(c => c.Channel).Where(c => c.NextTestOn is { } next && next <= Today.AddDays(DaysAhead)).OrderBy(c => c.NextTestOn)];
    }

    /// <summary>A channel.</summary>
    public sealed record ChannelRow(BackupChannel Channel, ReadinessGap? Gap);

    /// <summary>A version of the plan.</summary>
    public sealed record PlanVersion(int Number, string ByName, DateTimeOffset At);

    /// <summary>A contact of the merchant.</summary>
    public sealed record ContactRow(ContactId Id, string Name, string? Phone, string? Role);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<View>>, IRequestHandler<CaseQuery, Result<ReadinessState>>
    {
        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            var meant = await db.MeantAsync(actor, query.Merchant, ct);
            if (!meant.Succeeded)
            {
                return meant.Error;
            }

            var merchant = meant.Value;
            var name = await db.Merchants.Where(m => m.Id == merchant).Select(m => m.Name).SingleAsync(ct);
            var contacts = await db.Merchants.Where(m => m.Id == merchant).SelectMany(m => m.Contacts).Where(c => c.EndedAt == null)
                .OrderBy(c => c.CreatedAt).Select(c => new ContactRow(c.Id, c.Name, c.Phone, c.Role)).ToListAsync(ct);
            var versions = await db.ContingencyPlans.Where(p => p.MerchantId == merchant).OrderByDescending(p => p.Number)
                .Select(p => new PlanVersion(p.Number, p.ByName, p.At)).ToListAsync(ct);
            var (channels, plan, acquirers, today) = await FactsAsync(merchant, ct);
            return new View(
                merchant, name, ReadinessLight.Of(channels, plan, acquirers, today),
                channels.ConvertAll(c => new ChannelRow(c, ReadinessLight.GapOf(c, acquirers, today))), plan, versions, contacts, today);
        }

        public async Task<Result<ReadinessState>> Handle(CaseQuery query, CancellationToken ct)
        {
            var merchant = await db.Cases.VisibleTo(actor).Where(c => c.Number == query.Number).Select(c => (MerchantId?)c.MerchantId).SingleOrDefaultAsync(ct);
            if (merchant is not { } found)
            {
                return new NotFound("Case");
            }

            var (channels, plan, acquirers, today) = await FactsAsync(found, ct);
            return ReadinessLight.Of(channels, plan, acquirers, today);
        }

        private async Task<(List<BackupChannel> Channels, ContingencyPlan? Plan, List<InstitutionId> Acquirers, DateOnly Today)> FactsAsync(MerchantId merchant, CancellationToken ct) =>
        (
            await db.BackupChannels.AsNoTracking().Where(c => c.MerchantId == merchant && c.EndedAt == null).OrderBy(c => c.AddedAt).ToListAsync(ct),
            await db.ContingencyPlans.AsNoTracking().Where(p => p.MerchantId == merchant).OrderByDescending(p => p.Number).FirstOrDefaultAsync(ct),
            await db.Merchants.Where(m => m.Id == merchant).SelectMany(m => m.Numbers).Where(n => n.EndedAt == null).Select(n => n.AcquirerId).Distinct().ToListAsync(ct),
            ShanghaiTime.DateOf(clock.GetUtcNow()));
    }
}
