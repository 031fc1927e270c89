using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace PosCases.Platform.Data;

/// <summary>Care for the lock row that EF keeps in SQLite while it migrates.</summary>
public static class MigrationLock
{
    /// <summary>
    /// A migration that was killed leaves its lock row behind, and every later one would wait for it forever. Only one process
    /// migrates an embedded file, so a row found before ours was taken is abandoned.
    /// </summary>
    public static async Task ClearAbandonedLockAsync(this DatabaseFacade database)
    {
        if (await database.CanConnectAsync()
            && await database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync() > 0)
        {
            await database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"");
        }
    }
}
