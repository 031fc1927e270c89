using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.Institutions;
using PosCases.IntegrationTests.Platform.Messages;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.Platform.Data;

/// <summary>
/// By which indexes SQL Server can find what the main queries ask for. It is derived from the statements and the model by the rules of
/// <see cref="AccessPaths"/>; docs/plans/sqlserver.md shows it, and says that no server made it.
/// </summary>
public sealed class SqlServerPathTests
{
    private static readonly Guid Someone = Guid.Parse("6f7a4b1e-55cb-4b0e-9d7f-0d8f5d3b1c01");

    private static string Document => Path.Combine(Root(), "docs", "plans", "sqlserver.md");

    [Fact]
    public async Task No_main_query_has_to_read_a_whole_table_on_a_SQL_Server_and_the_document_shows_by_which_indexes()
    {
        var model = Model();
        StringBuilder document = new();
        document.AppendLine("# How SQL Server reaches what the main queries ask for").AppendLine()
            .AppendLine("Written by SqlServerPathTests: `POSCASES_REGENERATE=1 dotnet test --filter SqlServerPath`. The test fails when a table has to be read whole.")
            .AppendLine().AppendLine("These are no plans of a server. The statements that are sent to SQL Server are parsed, and for each table the best way is shown that conditions and")
            .AppendLine("order leave among the indexes; the rules are those of `AccessPaths`. A server also weighs how many rows there are. `=` is a column that is fixed, `<>` a range;")
            .AppendLine("*then the row* means that the index does not hold every column. Statements that are sent only after rows were found are missing where the queries stop without them.");
        List<string> scans = [];
        Dictionary<string, string> shown = new(StringComparer.Ordinal);
        foreach (var (name, statements) in await AskedAsync())
        {
            document.AppendLine().AppendLine("## " + name).AppendLine();
            Assert.NotEmpty(statements);
            foreach (var statement in statements)
            {
                var paths = AccessPaths.Of(statement, model);
                scans.AddRange(paths.Where(p => p.IsScan && !MainQuery.OfTheHouse.Contains(p.Table)).Select(p => $"{name}: {p}\n{statement}"));
                var text = string.Join('\n', paths);
                if (text.Length > 0 && shown.TryAdd(text, name))
                {
                    document.AppendLine("```\n" + text + "\n```").AppendLine();
                }
                else if (text.Length > 0 && statement == statements[0])
                {
                    document.AppendLine("As of *" + shown[text] + "*.").AppendLine();
                }
            }
        }

        Assert.True(scans.Count == 0, string.Join("\n\n", scans));
        await CompareAsync(document.ToString().TrimEnd() + "\n");
    }

    [Theory]
    [InlineData("WHERE [c].[Number] = @p", "seek IX_Cases_Number (Number=), then the row")]
    [InlineData("WHERE UPPER([c].[Number]) = @p", "SCAN")]
    [InlineData("WHERE [c].[Number] = [c].[PriorNumber]", "SCAN")]
    [InlineData("WHERE [c].[Number] <> @p", "SCAN")]
    [InlineData("WHERE [c].[IsRestricted] = CAST(0 AS bit)", "SCAN")]
    [InlineData("WHERE [c].[IsRestricted] = @p", "seek IX_Cases_IsRestricted_Serial (IsRestricted=), then the row")]
    [InlineData("WHERE [c].[EscalationLevel] > 0", "seek IX_Cases_EscalationLevel_Serial (EscalationLevel<>), then the row")]
    [InlineData("WHERE [c].[EscalationLevel] > @p", "SCAN")]
    [InlineData("WHERE [c].[Status] = N'Filed' AND [c].[DueAt] < @p", "seek IX_Cases_Status_DueAt_Serial_IsRestricted (Status=, DueAt<>), then the row")]
    [InlineData("WHERE [c].[Number] = @p OR [c].[Serial] = @q", "seek IX_Cases_Number (Number=), then the row or seek IX_Cases_Serial (Serial=), then the row")]
    [InlineData("WHERE [c].[Number] = @p OR [c].[Amount] = @q", "SCAN")]
    [InlineData("ORDER BY [c].[DueAt], [c].[Serial]", "SCAN")]
    public void A_way_in_is_found_where_there_is_one_and_missed_where_there_is_none(string rest, string how) =>
        Assert.Equal($"Cases: {how}", Assert.Single(AccessPaths.Of("SELECT [c].[Id], [c].[Amount] FROM [Cases] AS [c] " + rest, Model())).ToString());

    [Theory]
    [InlineData("ORDER BY [c].[DueAt], [c].[Serial]", "walk IX_Cases_DueAt_Serial_IsRestricted, in order, then the row")]
    [InlineData("ORDER BY [c].[DueAt] DESC, [c].[Serial] DESC", "walk IX_Cases_DueAt_Serial_IsRestricted, in order, then the row")]
    [InlineData("ORDER BY [c].[DueAt], [c].[Serial] DESC", "SCAN")]
    [InlineData("ORDER BY [c].[Amount]", "SCAN")]
    public void The_first_rows_of_an_order_are_walked_only_in_the_order_of_an_index(string order, string how) =>
        Assert.Equal($"Cases: {how}", Assert.Single(AccessPaths.Of("SELECT TOP(50) [c].[Id], [c].[Amount] FROM [Cases] AS [c] " + order, Model())).ToString());

    [Fact]
    public void A_table_is_reached_from_the_one_that_is_reached_first()
    {
        var paths = AccessPaths.Of(
            "SELECT [m].[Name] FROM [Merchants] AS [m] INNER JOIN (SELECT [c].[MerchantId] FROM [Cases] AS [c] WHERE [c].[Number] = @p) AS [c0] ON [m].[Id] = [c0].[MerchantId]", Model());

        Assert.Equal(["Cases: seek IX_Cases_Number (Number=), then the row", "Merchants: seek PK_Merchants (Id=)"], paths.Select(p => p.ToString()));
    }

    private static async Task<IReadOnlyList<(string Name, IReadOnlyList<string> Statements)>> AskedAsync()
    {
        var cursors = Enum.GetValues<CaseSort>().ToDictionary(s => s, _ => (string?)"637000000000000000-7");
        List<(string, IReadOnlyList<string>)> asked = [];
        foreach (var query in MainQuery.All(new CaseId(Someone), "FZ-2026-000001", new InstitutionId(Someone), Someone, cursors))
        {
            await using SilentServer server = new(query.Person switch
            {
                "zhao" => new(Someone, "Zhao", Role.Supervisor, null),
                "li" => new(Someone, "Li", Role.Agent, null),
                "huanan" => new(Someone, "Chen", Role.MerchantOwner, Someone),
                _ => throw new NotSupportedException(query.Person),
            })
            {
                HasFullText = true,
            };
            await AnyMessage.SendAsync(server, query.Message);
            asked.Add((query.Name, server.Asked));
        }

        await using AppDb db = new(new DbContextOptionsBuilder<AppDb>().UseSqlServer("Server=nowhere").Options);
        asked.Add(("Everything of a case", [db.Set<Case>().AsNoTracking().Where(c => c.Id == new CaseId(Someone)).WithEverythingFor(desk: true).AsSingleQuery().ToQueryString()]));
        return asked;
    }

    private static IRelationalModel Model()
    {
        using AppDb db = new(new DbContextOptionsBuilder<AppDb>().UseSqlServer("Server=nowhere").Options);
        return db.GetService<IDesignTimeModel>().Model.GetRelationalModel();
    }

    private static async Task CompareAsync(string document)
    {
        if (Environment.GetEnvironmentVariable("POSCASES_REGENERATE") == "1")
        {
            await File.WriteAllTextAsync(Document, document, TestContext.Current.CancellationToken);
        }

        Assert.True(
            File.Exists(Document) && await File.ReadAllTextAsync(Document, TestContext.Current.CancellationToken) == document,
            "docs/plans/sqlserver.md is stale: look at what changed with POSCASES_REGENERATE=1 dotnet test --filter SqlServerPath.");
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", ".."));
}
