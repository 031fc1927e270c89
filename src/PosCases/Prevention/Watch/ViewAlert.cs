using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Papers;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Prevention.LargeTrades;

namespace PosCases.Prevention.Watch;

/// <summary>Reads an alert, or the alerts from which a case was prepared.</summary>
public static class ViewAlert
{
    /// <summary>Most trades that are shown of one alert.</summary>
    public const int MostTrades = 100;

    private const int MostChoices = 20;

    /// <summary>Reads an alert.</summary>
    /// <param name="Id">The alert.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Query(TradeAlertId Id) : IQuery<View>;

    /// <summary>Reads the alerts from which a case was prepared.</summary>
    /// <param name="Number">Number of the case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record OfCaseQuery(string Number) : IQuery<IReadOnlyList<Prepared>>;

    /// <summary>An alert.</summary>
    /// <param name="Alert">It.</param>
    /// <param name="MerchantName">Whose.</param>
    /// <param name="Trades">Its trades, the newest first, at most <see cref="MostTrades"/>.</param>
    /// <param name="Cases">What was prepared from it.</param>
    public sealed record View(TradeAlert Alert, string MerchantName, IReadOnlyList<WatchedTrade> Trades, IReadOnlyList<Preparation> Cases)
    {
        /// <summary>Records of large trades to choose from, the newest first.</summary>
        public IReadOnlyList<LargeTrade> Records { get; init; } = [];

        /// <summary>Papers of the profile to choose from.</summary>
        public IReadOnlyList<MerchantPaper> Papers { get; init; } = [];

        /// <summary>The record that shows what it was, in its newest version.</summary>
        public LargeTrade? Record { get; init; }

        /// <summary>The paper that shows what it was.</summary>
        public MerchantPaper? Paper { get; init; }
    }

    /// <summary>What was prepared.</summary>
    /// <param name="ByName">By whom.</param>
    /// <param name="At">When.</param>
    /// <param name="DraftId">The draft; none for others than who prepared it, and once it was handed in.</param>
    /// <param name="CaseNumber">The case; none as long as nothing is frozen, or where it may not be seen.</param>
    public sealed record Preparation(string ByName, DateTimeOffset At, Guid? DraftId, string? CaseNumber);

    /// <summary>An alert from which a case was prepared.</summary>
    /// <param name="Alert">It.</param>
    /// <param name="ByName">Who prepared it.</param>
    /// <param name="At">Prepared at.</param>
    /// <param name="Record">The record of a large trade that shows what it was, in its newest version.</param>
    /// <param name="Paper">The paper that shows what it was.</param>
    public sealed record Prepared(TradeAlert Alert, string ByName, DateTimeOffset At, LargeTrade? Record, MerchantPaper? Paper)
    {
        /// <summary>Whether the record is among the papers of the case.</summary>
        public bool RecordIsIn { get; init; }

        /// <summary>Whether the paper is among the papers of the case.</summary>
        public bool PaperIsIn { get; init; }
    }

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<View>>, IRequestHandler<OfCaseQuery, Result<IReadOnlyList<Prepared>>>
    {
        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            if (await db.AlertsOf(actor).AsNoTracking().SingleOrDefaultAsync(a => a.Id == query.Id, ct) is not { } alert)
            {
                return new NotFound(nameof(TradeAlert));
            }

            var merchant = alert.MerchantId;
            var ids = alert.Found.Transactions.TakeLast(MostTrades).ToList();
            var cases = db.Cases.VisibleTo(actor);
            var prepared = await db.PreCases.Where(p => p.AlertId == alert.Id).OrderBy(p => p.At)
                .Select(p => new { p.ByName, p.At, p.DraftId, Own = p.PersonId == actor.Id && p.CaseId == null, Number = cases.Where(c => c.Id == p.CaseId).Select(c => c.Number).FirstOrDefault() })
                .ToListAsync(ct);
            var drafts = prepared.Where(p => p.Own).Select(p => p.DraftId).ToList();
            var there = await db.Drafts.Where(d => drafts.Contains(d.Id)).Select(d => d.Id).ToListAsync(ct);
            return new View(
                alert,
                await db.Merchants.Where(m => m.Id == merchant).Select(m => m.Name).SingleAsync(ct),
                await db.WatchedTrades.AsNoTracking().Where(t => ids.Contains(t.Id)).OrderByDescending(t => t.At).ThenBy(t => t.Row).ToListAsync(ct),
                prepared.ConvertAll(p => new Preparation(p.ByName, p.At, there.Contains(p.DraftId) ? p.DraftId : null, p.Number)))
            {
                Records = await db.LargeTrades.AsNoTracking().Where(t => t.MerchantId == merchant && t.ReplacedAt == null).OrderByDescending(t => t.At).Take(MostChoices).ToListAsync(ct),
                Papers = await db.MerchantPapers.AsNoTracking().VisibleTo(actor).Where(p => p.MerchantId == merchant && p.EndedAt == null).OrderByDescending(p => p.KeptAt).Take(MostChoices).ToListAsync(ct),
                Record = await RecordAsync(alert, ct),
                Paper = await PaperAsync(alert, ct),
            };
        }

        public async Task<Result<IReadOnlyList<Prepared>>> Handle(OfCaseQuery query, CancellationToken ct)
        {
            var found = await db.Cases.VisibleTo(actor).Where(c => c.Number == query.Number).Select(c => new { c.Id }).SingleOrDefaultAsync(ct);
            if (found is null)
            {
                return new NotFound("Case");
            }

            List<Prepared> told = [];
            foreach (var prepared in await db.PreCases.AsNoTracking().Where(p => p.CaseId == found.Id).OrderBy(p => p.At).ToListAsync(ct))
            {
                // Who sees a case as a guest sees nothing of the merchant's trades.
                if (await db.AlertsOf(actor).AsNoTracking().SingleOrDefaultAsync(a => a.Id == prepared.AlertId, ct) is { } alert)
                {
                    var paper = await PaperAsync(alert, ct);
                    told.Add(new Prepared(alert, prepared.ByName, prepared.At, await RecordAsync(alert, ct), paper)
                    {
                        RecordIsIn = await db.TradeUses.AnyAsync(u => u.CaseId == found.Id && u.Series == alert.TradeSeries, ct),
                        PaperIsIn = paper is not null && await db.Cases.Where(c => c.Id == found.Id).SelectMany(c => c.Evidence).AnyAsync(e => e.Sha256 == paper.Sha256, ct),
                    });
                }
            }

            return told;
        }

        private async Task<LargeTrade?> RecordAsync(TradeAlert alert, CancellationToken ct) => alert.TradeSeries is { } series
            ? await db.LargeTrades.AsNoTracking().FirstOrDefaultAsync(t => t.Series == series && t.ReplacedAt == null, ct)
            : null;

        private async Task<MerchantPaper?> PaperAsync(TradeAlert alert, CancellationToken ct) => alert.PaperId is { } paper
            ? await db.MerchantPapers.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(p => p.Id == paper, ct)
            : null;
    }
}
