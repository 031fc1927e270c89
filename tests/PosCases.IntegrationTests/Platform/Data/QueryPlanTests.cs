using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.Institutions;
using PosCases.People;
using PosCases.IntegrationTests.Platform.Messages;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Platform.Data;

/// <summary>
/// How SQLite finds what the main queries ask for: by an index, never by reading a table from end to end. The database has no statistics, here as
/// in use, so that the plan is the same for ten cases and for a million; docs/plans/sqlite.md shows it.
/// </summary>
public sealed partial class QueryPlanTests(QuietHost app) : IClassFixture<QuietHost>
{
    static QueryPlanTests() => RecordedSql.Listen();

    private static string Document => Path.Combine(Root(), "docs", "plans", "sqlite.md");

    [Fact]
    public async Task No_main_query_reads_a_whole_table_and_the_document_shows_every_plan()
    {
        var id = await app.Given.Case().Of("huanan").Noted("note").At(DemoPath.Answered);
        for (var i = 0; i < 3; i++)
        {
            await app.Given.Case().Of("harbor").At(DemoPath.Filed);
        }

        await app.IndexAsync();
        await app.CountAsync();
        StringBuilder document = new();
        document.AppendLine("# Plans of the main queries on SQLite").AppendLine()
            .AppendLine("Written by QueryPlanTests: `POSCASES_REGENERATE=1 dotnet test --filter QueryPlan`. The test fails when a plan reads a whole table.")
            .AppendLine("`SCAN … USING INDEX` walks an index in its order; it is allowed where the statement takes the first rows only.");
        List<string> scans = [];
        Dictionary<string, string> shown = new(StringComparer.Ordinal);
        foreach (var (name, person, message) in await QueriesAsync(id))
        {
            document.AppendLine().AppendLine("## " + name).AppendLine();
            var sender = app.As(person);
            using RecordedSql recorded = new();
            var answer = await AnyMessage.SendAsync(sender, message);
            Assert.True(answer.Succeeded, $"{name}: {answer.Error}");
            Assert.NotEmpty(recorded.Statements);
            var isFirst = true;
            foreach (var statement in recorded.Statements.Where(s => Reads().IsMatch(s.Sql)))
            {
                var plan = await PlanAsync(statement);
                scans.AddRange(plan.Where(line => IsScan(line, statement.Sql)).Select(line => $"{name}: {line.Trim()}\n{statement.Sql}"));
                var text = string.Join('\n', plan);
                // What follows for the rows that were found is shown once: whether a case is due today depends on the hour.
                if (shown.TryAdd(text, name))
                {
                    document.AppendLine("```\n" + text + "\n```").AppendLine();
                }
                else if (isFirst)
                {
                    document.AppendLine("As of *" + shown[text] + "*.").AppendLine();
                }

                isFirst = false;
            }
        }

        Assert.True(scans.Count == 0, string.Join("\n\n", scans));
        await CompareAsync(document.ToString().TrimEnd() + "\n");
    }

    [Fact]
    public async Task A_query_without_an_index_would_be_found()
    {
        await app.AskAsync(db => db.Set<Case>().AnyAsync());

        var plan = await PlanAsync(new("SELECT Id FROM Cases WHERE Number LIKE '%7%'", []));

        Assert.Contains(plan, line => IsScan(line, ""));
    }

    private async Task<IReadOnlyList<MainQuery>> QueriesAsync(CaseId id)
    {
        var number = (await app.ViewOf(id)).Summary.Number;
        var institution = await app.AskAsync(db => db.Set<Institution>().OrderBy(i => i.Id).Select(i => i.Id).FirstAsync());
        var owner = await app.AskAsync(db => db.Set<Person>().Where(p => p.UserName == "li@demo.example").Select(p => p.Id).SingleAsync());
        Dictionary<CaseSort, string?> cursors = [];
        foreach (var sort in Enum.GetValues<CaseSort>())
        {
            cursors[sort] = (await app.As("zhao").Send(new ListCases.Query(WorkView.All, new CaseFilter(), sort, null, 2))).Value.Next;
        }

        return MainQuery.All(id, number, institution, owner, cursors);
    }

    private async Task<IReadOnlyList<string>> PlanAsync(RecordedSql.Statement statement)
    {
        await using SqliteConnection connection = new($"Data Source={Path.Combine(app.DataFolder, "poscases.db")}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var explain = connection.CreateCommand();
#pragma warning disable CA2100 // What our own queries sent is what is explained.
        explain.CommandText = "EXPLAIN QUERY PLAN " + statement.Sql;
#pragma warning restore CA2100
        foreach (var (name, value) in statement.Parameters)
        {
            explain.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        Dictionary<long, int> depths = new() { [0] = -1 };
        List<string> lines = [];
        await using var reader = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            var depth = depths[reader.GetInt64(0)] = depths.GetValueOrDefault(reader.GetInt64(1), -1) + 1;
            lines.Add(new string(' ', depth * 2) + reader.GetString(3));
        }

        return lines;
    }

    // A part that is itself the answer to a query, a list of values and the text index's own answer are no tables; and what
    // does not grow with the cases may be read.
    private static bool IsScan(string line, string sql)
    {
        var tables = Tables().Matches(sql).ToLookup(m => m.Groups["alias"].Value, m => m.Groups["table"].Value, StringComparer.Ordinal);
        return Scan().Match(line) is { Success: true } scan
            && tables[scan.Groups["what"].Value].Append(scan.Groups["what"].Value == "Cases" ? "Cases" : null).OfType<string>().Any(table => !MainQuery.OfTheHouse.Contains(table))
            && !(line.Contains("INDEX", StringComparison.Ordinal) && sql.Contains("LIMIT", StringComparison.Ordinal))
            && !sql.Contains("WHERE 0", StringComparison.Ordinal);
    }

    private static async Task CompareAsync(string document)
    {
        if (Environment.GetEnvironmentVariable("POSCASES_REGENERATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Document)!);
            await File.WriteAllTextAsync(Document, document, TestContext.Current.CancellationToken);
        }

        Assert.True(
            File.Exists(Document) && await File.ReadAllTextAsync(Document, TestContext.Current.CancellationToken) == document,
            "docs/plans/sqlite.md is stale: look at what changed with POSCASES_REGENERATE=1 dotnet test --filter QueryPlan.");
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", ".."));

    [GeneratedRegex(@"^\s*SCAN (?<what>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scan();

    [GeneratedRegex(@"^\s*(SELECT|WITH)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reads();

    [GeneratedRegex(@"(FROM|JOIN) ""(?<table>\w+)"" AS ""(?<alias>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tables();
}
