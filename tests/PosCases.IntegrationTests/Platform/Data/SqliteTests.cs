using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Platform.Data;

public sealed class SqliteTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task Every_connection_is_set_so_that_an_acknowledged_commit_survives_the_loss_of_power(string pragma, string value) =>
        Assert.Equal(value, await app.AskAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA " + pragma;
            return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        }));

    [Fact]
    public async Task A_row_that_points_nowhere_is_refused() =>
        await Assert.ThrowsAsync<SqliteException>(() =>
            app.AskAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Merchants SET Id = '00000000-0000-0000-0000-000000000001'")));

    [Fact]
    public async Task A_writing_transaction_holds_the_file_from_its_first_moment()
    {
        var refused = await app.AskAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await using SqliteConnection other = new(db.Database.GetConnectionString() + ";Default Timeout=1");
            await other.OpenAsync();
            return Assert.Throws<SqliteException>(() => other.BeginTransaction());
        });

        Assert.Equal(5, refused.SqliteErrorCode);
    }

    [Fact]
    public async Task Money_and_moments_are_compared_and_added_up_exactly()
    {
        var id = await app.Given.Case().Frozen(0.10m).At(PosCases.Seeding.DemoPath.Collecting);
        var at = (await app.ViewOf(id)).Case.FiledAt;

        var (sum, found) = await app.AskAsync(async db => (
            await db.Set<PosCases.Cases.Resolution.LedgerEntry>().Where(e => e.CaseId == id && e.Amount > 0.09m && e.Amount < 0.11m).SumAsync(e => e.Amount),
            await db.Set<Case>().CountAsync(c => c.Id == id && c.FiledAt == at && c.FiledAt < at.AddTicks(1) && c.FiledAt > at.AddTicks(-1))));

        Assert.Equal((0.10m, 1), (sum, found));
    }

    [Fact]
    public async Task An_abandoned_lock_of_a_killed_migration_does_not_stop_the_next_one()
    {
        var migrated = await app.AskAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
            await db.Database.ExecuteSqlRawAsync("INSERT OR REPLACE INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01 00:00:00')");
            await db.Database.ClearAbandonedLockAsync();
            await db.Database.MigrateAsync();
            return await db.Database.GetPendingMigrationsAsync();
        });

        Assert.Empty(migrated);
    }
}
