using Microsoft.Data.Sqlite;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests;

/// <summary>Looks for words in every column of every table, past the app.</summary>
internal sealed class RawDatabase(TestHost app) : IAsyncDisposable
{
    private readonly SqliteConnection connection = new($"Data Source={Path.Combine(app.DataFolder, "poscases.db")};Mode=ReadOnly;Pooling=False");

    /// <summary>Where the words stand: table and column.</summary>
    public async Task<IReadOnlyList<string>> HoldingAsync(string words)
    {
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        List<string> holding = [];
        foreach (var (table, column) in await ReadAsync(
                     "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'", r => (r.GetString(0), r.GetString(1))))
        {
            var found = await ReadAsync($"SELECT COUNT(*) FROM \"{table}\" WHERE instr(CAST(\"{column}\" AS TEXT), $words) > 0", r => r.GetInt64(0), words);
            if (found[0] > 0)
            {
                holding.Add($"{table}.{column}");
            }
        }

        await connection.CloseAsync();
        return holding;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<List<T>> ReadAsync<T>(string sql, Func<SqliteDataReader, T> read, string? words = null)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$words", words ?? "");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<T> rows = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
