using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PosCases.Merchants;
using PosCases.Platform.Data;

namespace PosCases.Cases.Search;

/// <summary>How the index answered.</summary>
public enum SearchMode
{
    /// <summary>By the full-text index.</summary>
    Indexed,

    /// <summary>By comparing every text, because this SQL Server has no full-text search: right, but slow where there is much.</summary>
    Compared,
}

/// <summary>The engine's full-text search over <see cref="SearchEntry"/>; where the two engines differ about it.</summary>
internal abstract class SearchIndex
{
    /// <summary>Entries that match, of many those changed last; in no order.</summary>
    /// <param name="db">The context.</param>
    /// <param name="terms">What is looked for.</param>
    /// <param name="merchant">Only what this merchant may read of his own; none for the desk.</param>
    /// <param name="most">Most entries.</param>
    public abstract IQueryable<SearchEntry> Find(AppDb db, SearchTerms terms, MerchantId? merchant, int most);

    /// <summary>How the engine answers; asked before <see cref="Find"/>.</summary>
    public virtual Task<SearchMode> ModeAsync(AppDb db, CancellationToken ct) => Task.FromResult(SearchMode.Indexed);

    /// <summary>Tells the index of entries that were added. Within a transaction.</summary>
    public virtual Task AddAsync(AppDb db, IReadOnlyList<SearchEntry> added, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Tells the index of entries that will be removed. Within a transaction.</summary>
    public virtual Task RemoveAsync(AppDb db, IReadOnlyList<long> removed, CancellationToken ct) => Task.CompletedTask;

    /// <summary>The one for the engine.</summary>
    public static SearchIndex Of(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? new SqliteSearchIndex() : new SqlServerSearchIndex();
}

/// <summary>
/// FTS5 with the tokenizer trigram, which needs no word boundaries, and so fits Chinese (https://www.sqlite.org/fts5.html#the_trigram_tokenizer).
/// The virtual table keeps no text of its own; it is made by the migration.
/// </summary>
internal sealed class SqliteSearchIndex : SearchIndex
{
    public override IQueryable<SearchEntry> Find(AppDb db, SearchTerms terms, MerchantId? merchant, int most)
    {
        var query = terms.ToTrigramQuery();
        return merchant is { } own
            ? db.Set<SearchEntry>().FromSql(
                $"""
                SELECT * FROM "SearchEntries" WHERE "Id" IN (
                    SELECT i.rowid FROM "SearchIndex" i JOIN "SearchEntries" e ON e."Id" = i.rowid
                    WHERE "SearchIndex" MATCH {query} AND e."MerchantId" = {own.Value} AND e."IsInternal" = 0 ORDER BY i.rowid DESC LIMIT {most})
                """)
            : db.Set<SearchEntry>().FromSql(
                $"""
                SELECT * FROM "SearchEntries" WHERE "Id" IN (SELECT rowid FROM "SearchIndex" WHERE "SearchIndex" MATCH {query} ORDER BY rowid DESC LIMIT {most})
                """);
    }

    public override async Task AddAsync(AppDb db, IReadOnlyList<SearchEntry> added, CancellationToken ct)
    {
        await using var insert = Command(db, """INSERT INTO "SearchIndex" (rowid, "Text") VALUES (@id, @text)""", out var id);
        var text = insert.CreateParameter();
        (text.ParameterName, text.DbType) = ("@text", DbType.String);
        insert.Parameters.Add(text);
        foreach (var entry in added)
        {
            (id.Value, text.Value) = (entry.Id, SearchTerms.ToTrigramText(entry.Text));
            await insert.ExecuteNonQueryAsync(ct);
        }
    }

    public override async Task RemoveAsync(AppDb db, IReadOnlyList<long> removed, CancellationToken ct)
    {
        await using var delete = Command(db, """DELETE FROM "SearchIndex" WHERE rowid = @id""", out var id);
        foreach (var entry in removed)
        {
            id.Value = entry;
            await delete.ExecuteNonQueryAsync(ct);
        }
    }

    private static DbCommand Command(AppDb db, string sql, out DbParameter id)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (sql, db.Database.CurrentTransaction!.GetDbTransaction());
        id = command.CreateParameter();
        (id.ParameterName, id.DbType) = ("@id", DbType.Int64);
        command.Parameters.Add(id);
        return command;
    }
}

/// <summary>SQL Server's full-text index, filled by the server itself; where full-text search is not installed the texts are compared.</summary>
/// <param name="known">Whether there is full-text search; asked once when it is not given.</param>
internal sealed class SqlServerSearchIndex(SearchMode? known = null) : SearchIndex
{
    private SearchMode? mode = known;

    public override IQueryable<SearchEntry> Find(AppDb db, SearchTerms terms, MerchantId? merchant, int most)
    {
        var entries = db.Set<SearchEntry>().AsQueryable();
        if (merchant is { } own)
        {
            entries = entries.Where(e => e.MerchantId == own && !e.IsInternal);
        }

        if (mode == SearchMode.Indexed)
        {
            var words = terms.ToContains();
            return entries.Where(e => EF.Functions.Contains(e.Text, words)).OrderByDescending(e => e.Id).Take(most);
        }

        foreach (var word in terms.Words)
        {
            var pattern = Like.Containing(word);
            entries = entries.Where(e => EF.Functions.Like(e.Text, pattern, Like.Escape));
        }

        return entries.OrderByDescending(e => e.Id).Take(most);
    }

    public override async Task<SearchMode> ModeAsync(AppDb db, CancellationToken ct) => mode ??= await db.Database
        .SqlQuery<int>($"SELECT COUNT(*) AS [Value] FROM sys.fulltext_indexes WHERE object_id = OBJECT_ID('SearchEntries')")
        .SingleOrDefaultAsync(ct) > 0 ? SearchMode.Indexed : SearchMode.Compared;
}
