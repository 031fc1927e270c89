using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Watch;

/// <summary>Lists alerts, of one merchant or for the desk, the newest first, page by page.</summary>
public static class ListAlerts
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 25;

    /// <summary>Where counting stops: as many or more.</summary>
    public const int MostCounted = 100;

    /// <summary>Lists the alerts of all merchants that stand at one place.</summary>
    /// <param name="State">Where they stand.</param>
    /// <param name="OnlyHigh">Only those that weigh much.</param>
    /// <param name="After">Cursor of the page before; none for the first page.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(AlertState State, bool OnlyHigh = false, string? After = null) : IQuery<Answer>;

    /// <summary>A page.</summary>
    /// <param name="Rows">The rows.</param>
    /// <param name="Next">Cursor of the next page; none on the last one.</param>
    /// <param name="Counts">How many stand where, up to <see cref="MostCounted"/>.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, string? Next, IReadOnlyDictionary<AlertState, int> Counts);

    /// <summary>One row.</summary>
    /// <param name="Alert">The alert.</param>
    /// <param name="MerchantName">Whose.</param>
    public sealed record Row(TradeAlert Alert, string MerchantName);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var alerts = db.AlertsOf(actor).AsNoTracking().Where(a => a.State == query.State);
            alerts = query.OnlyHigh ? alerts.Where(a => a.Level == AlertLevel.High) : alerts;
            var (rows, next) = await PageAsync(alerts, query.After, ct);
            var ids = rows.Select(r => r.MerchantId).ToHashSet();
            var names = await db.Set<Merchant>().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
            Dictionary<AlertState, int> counts = [];
            foreach (var state in Enum.GetValues<AlertState>().Where(s => s != AlertState.Resolved))
            {
                counts[state] = await db.AlertsOf(actor).Where(a => a.State == state).Take(MostCounted).CountAsync(ct);
            }

            return new Answer(rows.ConvertAll(a => new Row(a, names[a.MerchantId])), next, counts);
        }
    }

    internal static async Task<(List<TradeAlert> Rows, string? Next)> PageAsync(IQueryable<TradeAlert> alerts, string? after, CancellationToken ct)
    {
        if (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
        {
            alerts = alerts.Where(a => a.Seq < seq);
        }

        var found = await alerts.OrderByDescending(a => a.Seq).Take(PageSize + 1).ToListAsync(ct);
        var rows = found.Take(PageSize).ToList();
        return (rows, found.Count > PageSize ? rows[^1].Seq.ToString(CultureInfo.InvariantCulture) : null);
    }
}
