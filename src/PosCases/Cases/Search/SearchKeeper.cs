using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;

namespace PosCases.Cases.Search;

/// <summary>
/// Keeps the search index behind the cases by a second or two: fills it once with what is there, then follows <see cref="SearchQueue"/>. It works
/// in short transactions, so that nobody waits long for his turn to write, and goes on where it was stopped. Several nodes may do it: whoever
/// removes the rows of the queue first has done the work, the other one's is rolled back.
/// </summary>
internal sealed partial class SearchKeeper(IServiceScopeFactory scopes, SearchIndex index, WriteGate gate, BackgroundStart start, TimeProvider clock, ILogger<SearchKeeper> log)
    : BackgroundService
{
    private const int Batch = 50;

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

    /// <summary>Brings the index up to what is stored now.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        do
        {
            while (await StepAsync(ct))
            {
                // Batch after batch.
            }
        }
        while (await HasTodoAsync(ct));
    }

    private async Task<bool> HasTodoAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<SearchTodo>().AnyAsync(ct);
    }

    /// <summary>Indexes one batch.</summary>
    /// <returns>Whether there may be more.</returns>
    private async Task<bool> StepAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var todos = await db.Set<SearchTodo>().AsNoTracking().OrderBy(t => t.Seq).Take(Batch).ToListAsync(ct);
        if (todos.Count > 0)
        {
            // Read before the turn to write: what changes meanwhile stands in the queue again.
            Todo todo = new(todos, [.. todos.Select(t => t.MerchantId).OfType<MerchantId>()], [.. todos.Select(t => t.CaseId).OfType<CaseId>()]);
            var entries = await ReadAsync(db, todo.Merchants, todo.Cases, ct);
            await WriteAsync(db, () => FollowAsync(db, todo, entries, ct), ct);
        }

        // Both in turn: where much changes all the time, the filling would never end otherwise.
        var isFilling = !await db.Set<SearchProgress>().AnyAsync(p => p.IsDone, ct);
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

    private async Task<bool> FollowAsync(AppDb db, Todo todo, Entries entries, CancellationToken ct)
    {
        var seqs = todo.Rows.ConvertAll(t => t.Seq);
        if (await db.Set<SearchTodo>().Where(t => seqs.Contains(t.Seq)).ExecuteDeleteAsync(ct) != seqs.Count)
        {
            return false;
        }

        var merchants = todo.Merchants;
        var before = await NamesAsync(db, merchants, ct);
        await KeepAsync(db, merchants, todo.Cases, entries, ct);

        // A merchant's name stands in its cases too.
        var after = await NamesAsync(db, merchants, ct);
        var renamed = merchants.Where(m => before.TryGetValue(m, out var name) && name != after.GetValueOrDefault(m)).ToList();
        var touched = await db.Cases.Where(c => renamed.Contains(c.MerchantId)).Select(c => c.Id).ToListAsync(ct);
        db.AddRange(touched.Select(id => new SearchTodo { CaseId = id }));
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task<bool> FillAsync(AppDb db, CancellationToken ct)
    {
        var progress = await db.Set<SearchProgress>().SingleOrDefaultAsync(ct);
        if (progress is null)
        {
            db.Add(progress = new SearchProgress());
            db.AddRange((await db.Merchants.Select(m => m.Id).ToListAsync(ct)).Select(id => new SearchTodo { MerchantId = id }));
        }

        var next = await db.Cases.Where(c => c.Serial > progress.Serial).OrderBy(c => c.Serial).Take(Batch).Select(c => new { c.Id, c.Serial }).ToListAsync(ct);
        var cases = next.Select(c => c.Id).ToHashSet();
        await KeepAsync(db, [], cases, await ReadAsync(db, [], cases, ct), ct);
        (progress.Serial, progress.IsDone) = (next.Count == 0 ? progress.Serial : next[^1].Serial, next.Count == 0);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private static async Task<Dictionary<MerchantId, string>> NamesAsync(AppDb db, HashSet<MerchantId> merchants, CancellationToken ct) =>
        (await db.Set<SearchEntry>().Where(e => e.Kind == SearchKind.Merchant && merchants.Contains(e.MerchantId)).Select(e => new { e.MerchantId, e.Text }).ToListAsync(ct))
        .ToDictionary(e => e.MerchantId, e => e.Text.Split('\n')[0]);

    private static async Task<Entries> ReadAsync(AppDb db, HashSet<MerchantId> merchants, HashSet<CaseId> cases, CancellationToken ct) => new(
        merchants.Count > 0 ? await SearchTexts.OfMerchantsAsync(db, merchants, ct) : [],
        cases.Count > 0 ? await SearchTexts.OfCasesAsync(db, cases, ct) : []);

    private async Task KeepAsync(AppDb db, HashSet<MerchantId> merchants, HashSet<CaseId> cases, Entries entries, CancellationToken ct)
    {
        if (merchants.Count > 0)
        {
            await ReplaceAsync(db, db.Set<SearchEntry>().Where(e => e.Kind == SearchKind.Merchant && merchants.Contains(e.MerchantId)), entries.OfMerchants, ct);
        }

        if (cases.Count > 0)
        {
            CaseId?[] wanted = [.. cases];
            await ReplaceAsync(db, db.Set<SearchEntry>().Where(e => wanted.Contains(e.CaseId)), entries.OfCases, ct);
        }
    }

    private async Task ReplaceAsync(AppDb db, IQueryable<SearchEntry> old, List<SearchEntry> entries, CancellationToken ct)
    {
        if (await old.Select(e => e.Id).ToListAsync(ct) is { Count: > 0 } gone)
        {
            await index.RemoveAsync(db, gone, ct);
            await old.ExecuteDeleteAsync(ct);
        }

        db.AddRange(entries);
        await db.SaveChangesAsync(ct);
        await index.AddAsync(db, entries, ct);
    }

    [LoggerMessage(70, LogLevel.Error, "The search index could not be brought up to date")]
    private static partial void Failed(ILogger log, Exception failure);

    private sealed record Todo(List<SearchTodo> Rows, HashSet<MerchantId> Merchants, HashSet<CaseId> Cases);

    private sealed record Entries(List<SearchEntry> OfMerchants, List<SearchEntry> OfCases);
}
