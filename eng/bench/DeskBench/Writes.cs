using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace PosCases.DeskBench;

/// <summary>
/// Carries out what a recorded command wrote once more: one bare transaction with the same statements through ADO.NET, with fresh keys
/// wherever a row was inserted, on the case that the request names. What the command read is left out.
/// </summary>
internal static partial class Writes
{
    // As the app sets them on each of its connections.
    private const string Pragmas = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 4294967296; PRAGMA cache_size = -16384;";

    private static readonly ConcurrentDictionary<string, Plan> Plans = new(StringComparer.Ordinal);
    private static readonly SemaphoreSlim Turn = new(1, 1);

    // Numbers that no earlier run gave, and that the app does not come to: it counts on from its own.
    private static int copies = 1_000_000_000 + ((int)(TimeProvider.System.GetUtcNow().Ticks / TimeSpan.TicksPerMinute % 100_000) * 10_000);

    /// <summary>Replays the writes of a recorded request; <c>?was=ID&amp;is=ID</c> say which case it was about and which one it is about now.</summary>
    public static async Task ReplayAsync(HttpContext context, string name, IReadOnlyList<Recorded> recorded, string connectionString)
    {
        var query = context.Request.Query;
        await using SqliteConnection connection = new(connectionString);
        await Turn.WaitAsync();
        try
        {
            await connection.OpenAsync();
            await using (var pragmas = connection.CreateCommand())
            {
                pragmas.CommandText = Pragmas;
                await pragmas.ExecuteNonQueryAsync();
            }

            var plan = Plans.GetOrAdd(name, _ => Plan.Of(connection, recorded));
            Dictionary<Guid, Guid> ids = plan.Fresh.ToDictionary(id => id, _ => Guid.NewGuid());
            if (Guid.TryParse(query["was"], out var was))
            {
                ids[was] = Guid.TryParse(query["is"], out var now) ? now : Guid.NewGuid();
            }

            var copy = Interlocked.Increment(ref copies);
            await using var transaction = connection.BeginTransaction(deferred: false);
            foreach (var statement in plan.Statements)
            {
                await RunAsync(connection, transaction, statement, ids, copy);
            }

            await transaction.CommitAsync();
            await context.Response.WriteAsync(plan.Statements.Count.ToString(CultureInfo.InvariantCulture));
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task RunAsync(SqliteConnection connection, SqliteTransaction transaction, Statement statement, Dictionary<Guid, Guid> ids, int copy)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = statement.Sql;
        foreach (var (name, value, key) in statement.Parameters)
        {
            command.Parameters.AddWithValue(name, value switch
            {
                null => DBNull.Value,
                Guid id => ids.GetValueOrDefault(id, id),
                // A running number goes on from the last one, as in the app.
                long or int when key == Key.Primary => await NextAsync(connection, transaction, statement.Table),
                long or int when key == Key.Unique => copy,
                string text when key == Key.Unique => string.Create(CultureInfo.InvariantCulture, $"{text}-{copy}"),
                byte[] when key == Key.Unique => BitConverter.GetBytes(copy),
                _ => value,
            });
        }

        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            // What the database made, such as a running number.
        }

        await reader.CloseAsync();
        if (reader.RecordsAffected == 0)
        {
            throw new InvalidOperationException($"Wrote nothing: {statement.Sql}");
        }
    }

    private static async Task<object?> NextAsync(SqliteConnection connection, SqliteTransaction transaction, string table)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT MAX(rowid) + 1 FROM \"{table}\"";
        return await command.ExecuteScalarAsync();
    }

    [GeneratedRegex("^INSERT INTO \"(?<table>\\w+)\" \\((?<columns>[^)]+)\\)\\s*VALUES \\((?<values>[^)]+)\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Insert();

    // A replayed row has another version each time; the comparison stays, what it compares does not.
    [GeneratedRegex("AND \"Version\" = (?<parameter>@\\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VersionCheck();

    private enum Key
    {
        None,
        Unique,
        Primary,
    }

    private sealed record Statement(string Sql, string Table, IReadOnlyList<(string Name, object? Value, Key Key)> Parameters);

    private sealed record Plan(IReadOnlyList<Statement> Statements, IReadOnlySet<Guid> Fresh)
    {
        public static Plan Of(SqliteConnection connection, IReadOnlyList<Recorded> recorded)
        {
            List<Statement> statements = [];
            HashSet<Guid> fresh = [];
            foreach (var write in recorded.Where(r => r.Sql.TrimStart() is var sql && (sql.StartsWith("INSERT", StringComparison.Ordinal)
                || sql.StartsWith("UPDATE", StringComparison.Ordinal) || sql.StartsWith("DELETE", StringComparison.Ordinal))))
            {
                Dictionary<string, Key> keys = new(StringComparer.Ordinal);
                var table = "";
                if (Insert().Match(write.Sql.TrimStart()) is { Success: true } insert)
                {
                    table = insert.Groups["table"].Value;
                    var known = KeysOf(connection, table);
                    var columns = insert.Groups["columns"].Value.Split(',', StringSplitOptions.TrimEntries);
                    var values = insert.Groups["values"].Value.Split(',', StringSplitOptions.TrimEntries);
                    foreach (var (column, value) in columns.Zip(values))
                    {
                        keys[value] = known.GetValueOrDefault(column.Trim('"'));
                    }
                }

                fresh.UnionWith(write.Parameters.Where(p => keys.GetValueOrDefault(p.Name) != Key.None).Select(p => p.Value).OfType<Guid>());
                statements.Add(new(
                    VersionCheck().Replace(write.Sql, "AND ${parameter} IS NOT NULL"), table, [.. write.Parameters.Select(p => (p.Name, p.Value, keys.GetValueOrDefault(p.Name)))]));
            }

            return new(statements, fresh);
        }

        // Columns that alone are a key.
        private static Dictionary<string, Key> KeysOf(SqliteConnection connection, string table)
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                """
                SELECT MIN(c.name), 1 FROM pragma_index_list($table) i, pragma_index_info(i.name) c WHERE i."unique" = 1 GROUP BY i.name HAVING COUNT(*) = 1
                UNION ALL SELECT MIN(name), 2 FROM pragma_table_info($table) WHERE pk > 0 HAVING COUNT(*) = 1
                """;
            command.Parameters.AddWithValue("$table", table);
            using var reader = command.ExecuteReader();
            Dictionary<string, Key> columns = new(StringComparer.Ordinal);
            while (reader.Read())
            {
                columns[reader.GetString(0)] = (Key)reader.GetInt32(1);
            }

            return columns;
        }
    }
}

/// <summary>A statement as it was run.</summary>
/// <param name="Sql">Its text.</param>
/// <param name="Parameters">Names and values.</param>
internal sealed record Recorded(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);
