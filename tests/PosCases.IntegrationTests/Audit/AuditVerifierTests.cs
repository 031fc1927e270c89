using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Audit;
using PosCases.Platform.Data;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Audit;

/// <summary>Somebody with the database in hand changes the trail; the trail is the one that seeding the people left behind.</summary>
public sealed class AuditVerifierTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task A_trail_that_nobody_touched_is_intact()
    {
        var found = await VerifyAfter(_ => Task.CompletedTask);

        Assert.Null(found.BrokenAt);
        Assert.InRange(found.Entries, 50, long.MaxValue);
    }

    [Fact]
    public async Task An_edited_entry_is_found() =>
        Assert.Equal(7, (await VerifyAfter(db => Entries(db).Where(e => e.Seq == 7).ExecuteUpdateAsync(set => set.SetProperty(e => e.Outcome, "Conflict")))).BrokenAt);

    [Fact]
    public async Task An_edited_entry_whose_own_hash_was_made_to_fit_is_found_at_the_next_one()
    {
        var found = await VerifyAfter(async db =>
        {
            var entry = await Entries(db).SingleAsync(e => e.Seq == 7);
            var fitting = AuditEntry.HashOf(7, entry.At, entry.ActorId, entry.Role, entry.Message, entry.Target, "Conflict", entry.Previous);
            await Entries(db).Where(e => e.Seq == 7).ExecuteUpdateAsync(set => set.SetProperty(e => e.Outcome, "Conflict").SetProperty(e => e.Hash, fitting));
        });

        Assert.Equal(8, found.BrokenAt);
    }

    [Fact]
    public async Task A_deleted_entry_is_found() =>
        Assert.Equal(7, (await VerifyAfter(db => Entries(db).Where(e => e.Seq == 7).ExecuteDeleteAsync())).BrokenAt);

    [Fact]
    public async Task A_deleted_entry_behind_which_the_others_moved_up_is_found() =>
        Assert.Equal(7, (await VerifyAfter(async db =>
        {
            await Entries(db).Where(e => e.Seq == 7).ExecuteDeleteAsync();
            await db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET Seq = -(Seq - 1) WHERE Seq > 7");
            await db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET Seq = -Seq WHERE Seq < 0");
            await db.Set<AuditHead>().ExecuteUpdateAsync(set => set.SetProperty(h => h.Seq, h => h.Seq - 1));
        })).BrokenAt);

    [Fact]
    public async Task Swapped_entries_are_found() =>
        Assert.Equal(7, (await VerifyAfter(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET Seq = -7 WHERE Seq = 8");
            await db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET Seq = 8 WHERE Seq = 7");
            await db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET Seq = 7 WHERE Seq = -7");
        })).BrokenAt);

    [Fact]
    public async Task An_inserted_entry_that_fits_the_one_before_is_found_at_the_next_one() =>
        Assert.Equal(8, (await VerifyAfter(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET Seq = -(Seq + 1) WHERE Seq > 6");
            await db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET Seq = -Seq WHERE Seq < 0");
            var before = await Entries(db).AsNoTracking().SingleAsync(e => e.Seq == 6);
            var hash = AuditEntry.HashOf(7, before.At, before.ActorId, before.Role, "FileCase", null, "ok", before.Hash);
            Entries(db).Add(new AuditEntry
            {
                Seq = 7,
                At = before.At,
                ActorId = before.ActorId,
                Role = before.Role,
                Message = "FileCase",
                Target = null,
                Outcome = "ok",
                Previous = before.Hash,
                Hash = hash,
            });
            await db.SaveChangesAsync();
        })).BrokenAt);

    [Fact]
    public async Task A_cut_tail_is_found()
    {
        var whole = (await VerifyAfter(_ => Task.CompletedTask)).Entries;

        var found = await VerifyAfter(db => Entries(db).Where(e => e.Seq > whole - 3).ExecuteDeleteAsync());

        Assert.Equal(whole - 2, found.BrokenAt);
    }

    [Fact]
    public async Task An_emptied_trail_is_found() => Assert.Equal(1, (await VerifyAfter(db => Entries(db).ExecuteDeleteAsync())).BrokenAt);

    private static DbSet<AuditEntry> Entries(AppDb db) => db.Set<AuditEntry>();

    // Rolled back, so that every test finds the trail untouched.
    private async Task<AuditVerifier.Finding> VerifyAfter(Func<AppDb, Task> tamper)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await tamper(db);
        return await new AuditVerifier(db).VerifyAsync(CancellationToken.None);
    }
}
