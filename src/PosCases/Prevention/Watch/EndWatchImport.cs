using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Signals;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Prevention.LargeTrades;

namespace PosCases.Prevention.Watch;

/// <summary>Ends an import and looks through the merchant's newest trades: what earlier alerts do not name becomes an alert.</summary>
public static class EndWatchImport
{
    /// <summary>Most trades that are looked through at once; the newest.</summary>
    public const int MostTrades = 50_000;

    /// <summary>Ends an import.</summary>
    /// <param name="Id">The import.</param>
    /// <param name="Failure">Code of what broke it off; none when all rows were read.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(WatchImportId Id, string? Failure) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Failure).MaximumLength(80);
    }

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.WatchImports.Include(i => i.Stored).SingleOrDefaultAsync(i => i.Id == command.Id, ct) is not { } import)
            {
                return new NotFound("Import");
            }

            if (import.State is not (ImportState.Running or ImportState.Mapping))
            {
                return new ImportNotAt(import.State);
            }

            var now = clock.GetUtcNow();
            var state = import.State == ImportState.Mapping ? ImportState.Expired : command.Failure is null ? ImportState.Done : ImportState.Failed;
            import.End(state, command.Failure, now);
            if (import.Good > 0)
            {
                await LookAsync(import, now, ct);
            }

            return Result.Ok;
        }

        private async Task LookAsync(WatchImport import, DateTimeOffset now, CancellationToken ct)
        {
            var merchant = import.MerchantId;
            var points = await db.WatchedTrades.Where(t => t.MerchantId == merchant).OrderByDescending(t => t.At).ThenBy(t => t.Row).Take(MostTrades)
                .Select(t => new TransactionPoint(t.Id, t.At, t.HasTime, t.Day, t.Hour, t.Amount, t.Kind, t.State, t.Card, t.CardKind, t.Terminal)).ToListAsync(ct);
            points.Reverse();
            var setting = await db.WatchSettings.AsNoTracking().SingleOrDefaultAsync(s => s.MerchantId == merchant, ct);
            var threshold = await db.TradeThresholds.AsNoTracking().SingleOrDefaultAsync(t => t.MerchantId == merchant, ct);
            var earlier = await db.TradeAlerts.AsNoTracking().Where(a => a.MerchantId == merchant).Select(a => new { a.Signal, a.Found }).ToListAsync(ct);
            var raised = Alerts.Of(points, Alerts.Values(setting, threshold?.Amount), setting is { OpensAt: not null, ClosesAt: not null }, earlier.ConvertAll(e => e.Found));
            db.TradeAlerts.AddRange(raised.Select(r => TradeAlert.Raise(import, r.Hit, r.Level, r.Values, now)));
            import.Raised(raised.Count);
        }
    }
}

/// <summary>Turns what signals find into alerts. Pure.</summary>
internal static class Alerts
{
    /// <summary>Of fewer sales a share tells nothing.</summary>
    public const int FewestForShares = 20;

    private const string OutsideHours = "OUT_OF_PROFILE";

    private static readonly string[] Shares = ["AMOUNT_NEAR_ROUND", "LARGE_ROUND_SHARE_HIGH", "CREDIT_SHARE_HIGH"];

    /// <summary>An alert to be raised.</summary>
    /// <param name="Hit">What was found, with the trades that no earlier alert names.</param>
    /// <param name="Level">How soon somebody should look.</param>
    /// <param name="Values">The values of its signal.</param>
    public readonly record struct Raised(SignalHit Hit, AlertLevel Level, IReadOnlyDictionary<string, decimal> Values);

    /// <summary>The values to look with: the merchant's own where he set some.</summary>
    /// <param name="setting">Opening hours.</param>
    /// <param name="large">From which sum on he writes a trade down, in yuan.</param>
    public static Dictionary<string, decimal> Values(WatchSetting? setting, decimal? large)
    {
        Dictionary<string, decimal> values = new(SignalLibrary.Defaults, StringComparer.Ordinal);
        if (setting is { OpensAt: { } opens, ClosesAt: { } closes })
        {
            (values["opensAt"], values["closesAt"]) = (opens, closes);
        }

        values["largeSingle"] = large ?? values["largeSingle"];
        return values;
    }

    /// <summary>The alerts of a look.</summary>
    /// <param name="points">The trades, the oldest first.</param>
    /// <param name="values">Values by code.</param>
    /// <param name="hoursAreSaid">Whether the merchant said when he is open; what nobody said is not looked for.</param>
    /// <param name="earlier">What earlier alerts found.</param>
    public static IReadOnlyList<Raised> Of(
        IReadOnlyList<TransactionPoint> points, IReadOnlyDictionary<string, decimal> values, bool hoursAreSaid, IReadOnlyList<SignalHit> earlier)
    {
        var tellShares = points.Count(p => p.IsSale) >= FewestForShares;
        var hits = SignalEngine.Look(points, values).Where(h => (hoursAreSaid || h.Code != OutsideHours) && (tellShares || !Shares.Contains(h.Code))).ToList();
        List<Raised> raised = [];
        foreach (var hit in hits)
        {
            var before = earlier.Where(e => e.Code == hit.Code).ToList();
            var named = before.SelectMany(b => b.Transactions).ToHashSet();
            var fresh = hit.Transactions.Where(id => !named.Contains(id)).ToList();
            if (fresh.Count > 0)
            {
                raised.Add(new Raised(
                    hit with { Transactions = fresh },
                    WatchLibrary.LevelOf(hit with { Transactions = fresh }, hits),
                    SignalLibrary.Find(hit.Code)!.Parameters.ToDictionary(p => p.Code, p => values[p.Code], StringComparer.Ordinal)));
            }
        }

        return raised;
    }
}
