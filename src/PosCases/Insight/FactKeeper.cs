using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PosCases.Cases;
using PosCases.Cases.Impact;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;

namespace PosCases.Insight;

/// <summary>
/// Keeps the facts behind the cases by a second or two: fills them once with what is there, then follows <see cref="FactQueue"/>, in short
/// transactions, and goes on where it was stopped. Several nodes may do it: whoever removes the rows of the queue first has done the work.
/// </summary>
internal sealed partial class FactKeeper(IServiceScopeFactory scopes, WriteGate gate, BackgroundStart start, TimeProvider clock, ILogger<FactKeeper> log) : BackgroundService
{
    private const int Batch = 50;

    private const int RefreezeDays = 90;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var hasMore = false;
            try
            {
                hasMore = await StepAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, failure);
            }

            await Task.Delay(hasMore ? Breath : Pause, clock, stoppingToken);
        }
    }

    /// <summary>Brings the facts up to what is stored now.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        while (await StepAsync(ct))
        {
            // Batch after batch.
        }
    }

    /// <summary>Makes the facts of one batch.</summary>
    /// <returns>Whether there may be more.</returns>
    private async Task<bool> StepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var todos = await db.Set<FactTodo>().AsNoTracking().OrderBy(t => t.Seq).Take(Batch).ToListAsync(ct);
        if (todos.Count > 0)
        {
            // Read before the turn to write: what changes meanwhile stands in the queue again.
            List<CaseId> ids = [.. todos.Select(t => t.CaseId).Distinct()];
            var facts = await FactReader.ReadAsync(db, ids, ct);
            await WriteAsync(db, () => FollowAsync(db, todos, ids, facts, ct), ct);
        }

        var isFilling = !await db.Set<FactProgress>().AnyAsync(p => p.IsDone, ct);
        if (isFilling)
        {
            await WriteAsync(db, () => FillAsync(db, ct), ct);
        }

        return isFilling || todos.Count == Batch;
    }

    private async Task WriteAsync(AppDb db, Func<Task<bool>> write, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(token);
                if (await write())
                {
                    await transaction.CommitAsync(token);
                }
            },
            ct);
    }

    private static async Task<bool> FollowAsync(AppDb db, List<FactTodo> todos, List<CaseId> ids, List<CaseFact> facts, CancellationToken ct)
    {
        var seqs = todos.ConvertAll(t => t.Seq);
        if (await db.Set<FactTodo>().Where(t => seqs.Contains(t.Seq)).ExecuteDeleteAsync(ct) != seqs.Count)
        {
            return false;
        }

        await KeepAsync(db, ids, facts, ct);
        return true;
    }

    private static async Task<bool> FillAsync(AppDb db, CancellationToken ct)
    {
        if (await db.Set<FactProgress>().SingleOrDefaultAsync(ct) is not { } progress)
        {
            db.Add(progress = new FactProgress());
        }

        var next = await db.Cases.Where(c => c.Serial > progress.Serial).OrderBy(c => c.Serial).Take(Batch).Select(c => new { c.Id, c.Serial }).ToListAsync(ct);
        var ids = next.ConvertAll(c => c.Id);
        await KeepAsync(db, ids, await FactReader.ReadAsync(db, ids, ct), ct);
        (progress.Serial, progress.IsDone) = (next.Count == 0 ? progress.Serial : next[^1].Serial, next.Count == 0);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private static async Task KeepAsync(AppDb db, List<CaseId> ids, List<CaseFact> facts, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return;
        }

        var touched = (await db.Set<CaseFact>().Where(f => ids.Contains(f.CaseId) && f.RefreezeOf != null).Select(f => f.RefreezeOf!.Value).ToListAsync(ct)).Concat(ids).ToHashSet();
        await db.Set<FactLine>().Where(l => ids.Contains(l.CaseId)).ExecuteDeleteAsync(ct);
        await db.Set<CaseFact>().Where(f => ids.Contains(f.CaseId)).ExecuteDeleteAsync(ct);
        db.AddRange(facts);
        await db.SaveChangesAsync(ct);
        foreach (var fact in facts.Where(f => f.IsFreeze))
        {
            // The one filed before this, of the same merchant, whose easing was the last before this filing.
            var since = fact.FiledOn.AddDays(-RefreezeDays);
            if (await db.Set<CaseFact>()
                .Where(f => f.MerchantId == fact.MerchantId && f.EasedOn >= since && f.EasedOn <= fact.FiledOn && f.Serial < fact.Serial)
                .OrderByDescending(f => f.EasedOn).ThenByDescending(f => f.Serial)
                .Select(f => new { f.CaseId, f.EasedOn }).FirstOrDefaultAsync(ct) is { } before)
            {
                (fact.RefreezeOf, fact.RefreezeDays) = (before.CaseId, fact.FiledOn.DayNumber - before.EasedOn!.Value.DayNumber);
                touched.Add(before.CaseId);
            }
        }

        await db.SaveChangesAsync(ct);
        var all = db.Set<CaseFact>();
        await db.Set<CaseFact>().Where(f => touched.Contains(f.CaseId)).ExecuteUpdateAsync(
            set => set.SetProperty(f => f.RefrozenAfter, f => all.Where(n => n.RefreezeOf == f.CaseId).Min(n => n.RefreezeDays)), ct);
    }

    [LoggerMessage(71, LogLevel.Error, "The facts of the figures could not be brought up to date")]
    private static partial void Failed(ILogger log, Exception failure);
}

/// <summary>Reads what <see cref="FactMaker"/> needs.</summary>
internal static class FactReader
{
    /// <summary>The facts of these cases, not stored yet; none of a restricted one.</summary>
    public static async Task<List<CaseFact>> ReadAsync(AppDb db, IReadOnlyCollection<CaseId> ids, CancellationToken ct)
    {
        var cases = await db.Cases.AsNoTracking().IgnoreAutoIncludes().Where(c => ids.Contains(c.Id) && !c.IsRestricted)
            .Include(c => c.Events.Where(e => e.To != null || e.Kind == CaseEventKind.ConfirmedGenuine || e.Kind == CaseEventKind.ConfirmedFake || e.Kind == CaseEventKind.ConfirmedNotAFreeze))
            .Include(c => c.Marks.Where(m => m.BreachedAt != null))
            .Include(c => c.Measures).ThenInclude(m => m.Renewals)
            .Include(c => c.Causes)
            .Include(c => c.Parties)
            .Include(c => c.Communications.Where(e => e.Promise != null && e.FollowUpResult != null))
            .Include(c => c.Rounds)
            .Include(c => c.Ledger)
            .Include(c => c.Deadlines)
            .Include(c => c.Playbooks)
            .OrderBy(c => c.Serial)
            .AsSplitQuery()
            .ToListAsync(ct);
        var statements = (await db.Set<ImpactStatement>().AsNoTracking().Where(s => ids.Contains(s.CaseId)).ToListAsync(ct)).ToLookup(s => s.CaseId);
        var merchants = cases.Select(c => c.MerchantId).ToHashSet();
        var regions = await db.Merchants.Where(m => merchants.Contains(m.Id)).Select(m => new { m.Id, m.Region }).ToDictionaryAsync(m => m.Id, m => m.Region, ct);
        var terminals = (await db.Set<Terminal>().Where(t => merchants.Contains(t.MerchantId) && t.EndedAt == null).Select(t => new { t.MerchantId, t.Number, t.Model }).ToListAsync(ct))
            .ToLookup(t => t.MerchantId);
        return cases.ConvertAll(c =>
        {
            var known = terminals[c.MerchantId].ToList();
            var named = c.Measures.Select(m => m.TerminalNumber).FirstOrDefault(n => n is not null);
            var model = named is not null ? known.Find(t => t.Number == named)?.Model : known.Count == 1 ? known[0].Model : null;
            return FactMaker.Of(c, [.. statements[c.Id]], regions.GetValueOrDefault(c.MerchantId), model);
        });
    }
}
