using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Audit;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Storage;

namespace PosCases.CrashTest;

/// <summary>What must hold of a database whose writer was killed.</summary>
internal static class Inspection
{
    /// <summary>What is wrong; nothing when all is well.</summary>
    public static async Task<List<string>> FindAsync(string folder, IReadOnlyCollection<Guid> acknowledged)
    {
        await using var services = new ServiceCollection().AddCore(folder).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var finding = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None);
        List<string> wrong = finding.BrokenAt is { } at ? [$"The audit trail is broken at {at}."] : [];
        wrong.AddRange(await LostAsync(db, acknowledged));
        wrong.AddRange(await HalfDoneAsync(db));
        wrong.AddRange(await WithoutBytesAsync(db, services.GetRequiredService<Vault>()));
        return wrong;
    }

    private static async Task<IEnumerable<string>> LostAsync(AppDb db, IReadOnlyCollection<Guid> acknowledged)
    {
        var kept = (await db.Set<CommandReceipt>().Select(r => r.CommandId).ToListAsync()).ToHashSet();
        return acknowledged.Where(id => !kept.Contains(id)).Select(id => $"Command {id} was acknowledged and is lost.");
    }

    private static async Task<List<string>> HalfDoneAsync(AppDb db)
    {
        List<string> wrong = [];
        var (receipts, entries) = (await db.Set<CommandReceipt>().CountAsync(), await db.Set<AuditEntry>().CountAsync(e => e.Outcome == AuditEntry.Done));
        if (receipts != entries)
        {
            wrong.Add($"{receipts} receipts, but {entries} commands in the audit trail.");
        }

        var moves = (await db.Set<CaseEvent>().AsNoTracking().Where(e => e.To != null).OrderBy(e => e.Seq).ToListAsync()).ToLookup(e => e.CaseId);
        var cases = await db.Set<Case>().AsNoTracking().Select(c => new { c.Id, c.Number, c.Status, c.Serial }).ToListAsync();
        wrong.AddRange(
            from made in cases
            let way = moves[made.Id].ToList()
            where way.Count == 0 || way[0].From != CaseStatus.Draft || way[^1].To != made.Status
                || !way.Skip(1).Select(e => e.From).SequenceEqual(way.SkipLast(1).Select(e => e.To))
            select $"{made.Number} is {made.Status}, but its events say {string.Join(", ", way.Select(e => $"{e.From} to {e.To}"))}.");
        var last = await db.Set<CaseCounter>().Select(c => c.Last).SingleAsync();
        if (last != cases.Select(c => c.Serial).DefaultIfEmpty().Max())
        {
            wrong.Add($"The last number given out is {last}, but no case bears it.");
        }

        var told = db.Set<CommandReceipt>();
        var untold = await db.Set<OutboxMessage>().CountAsync(m => m.DoneAt != null && !told.Any(r => r.CommandId == m.Id));
        if (untold > 0)
        {
            wrong.Add($"{untold} outbox messages are marked as delivered and were not.");
        }

        return wrong;
    }

    private static async Task<List<string>> WithoutBytesAsync(AppDb db, Vault vault)
    {
        List<string> wrong = [];
        var files = await db.Set<VaultFile>().AsNoTracking().ToDictionaryAsync(f => f.Name);
        foreach (var paper in await db.Set<EvidenceItem>().AsNoTracking().ToListAsync())
        {
            try
            {
                await vault.CheckAsync(files[paper.StorageKey].Kept!, CancellationToken.None);
            }
            catch (FileDamagedException damaged)
            {
                wrong.Add($"The bytes of paper {paper.Id.Value} are not those that were handed in: {damaged.Message}");
            }
        }

        return wrong;
    }
}
