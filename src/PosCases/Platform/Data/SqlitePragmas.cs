using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace PosCases.Platform.Data;

/// <summary>
/// Sets what a durable SQLite needs on every connection: an acknowledged commit survives the loss of power. The context opens a
/// connection for each statement, and the pool hands it the same few again: each is set once.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    // Reading by memory map spares a copy of every page; 16 MB of cache hold the upper levels of all indexes of a large database.
    private const string Safe = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 4294967296; PRAGMA cache_size = -16384;";
    private const string Writable = "PRAGMA journal_mode = WAL; " + Safe;

    private readonly ConditionalWeakTable<sqlite3, object> set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsSet(connection))
        {
            return;
        }

        using (var command = connection.CreateCommand())
        {
            command.CommandText = PragmasFor(connection);
            command.ExecuteNonQuery();
        }

        Note(connection);
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsSet(connection))
        {
            return;
        }

        await using (var command = connection.CreateCommand())
        {
            command.CommandText = PragmasFor(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        Note(connection);
    }

    private bool IsSet(DbConnection connection) => connection is SqliteConnection { Handle: { } handle } && set.TryGetValue(handle, out _);

    private void Note(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
        {
            set.AddOrUpdate(handle, this);
        }
    }

    // EF opens an embedded file for reading when it asks whether the database exists.
    private static string PragmasFor(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly ? Safe : Writable;
}
