using System.Data;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Search;
using PosCases.Cases.Worklist;
using PosCases.Institutions;
using PosCases.IntegrationTests.Platform.Messages;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Platform.Data;

/// <summary>Every query of the product, said in T-SQL and parsed. No server is asked; every answer is empty.</summary>
public sealed class SqlServerQueryTests
{
    private static readonly Actor Desk = new(Guid.NewGuid(), "Li", Role.Supervisor, null);
    private static readonly Actor Shop = new(Guid.NewGuid(), "Chen", Role.MerchantOwner, Guid.NewGuid());
    private static readonly Actor Lawyer = new(Guid.NewGuid(), "Xu", Role.Guest, null) { ReadAt = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero) };
    private static readonly Actor Root = new(Guid.NewGuid(), "Root", Role.Admin, null);

    public static TheoryData<Type> Queries =>
    [
        .. typeof(Door).Assembly.GetTypes().Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>))),
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_can_be_said_in_T_SQL(Type query)
    {
        var permission = query.GetCustomAttribute<RequiresAttribute>()!.Permission;
        foreach (var actor in new[] { Desk, Shop, Lawyer, Root, Actor.Anonymous }.Where(a => a.May(permission)))
        {
            await using var server = new SilentServer(actor);

            try
            {
                await AnyMessage.SendAsync(server, Samples.Of(query));
            }
            catch (InvalidOperationException nobody) when (nobody.Message == "Sequence contains no elements.")
            {
                // The actor's own record, which is always there.
            }

            Assert.All(server.Asked, TSql.AssertParses);
        }
    }

    [Fact]
    public async Task The_worklist_can_be_said_in_T_SQL_for_every_view_filter_and_sort()
    {
        CaseFilter all = new()
        {
            Statuses = [CaseStatus.Filed, CaseStatus.Closed],
            Institution = new InstitutionId(Guid.NewGuid()),
            Measure = MeasureKind.SettlementDelay,
            Cause = "ABNORMAL_TXN",
            AmountFrom = 1m,
            AmountTo = 2m,
            OlderThanDays = 3,
            Owner = OwnedBy.Person(Guid.NewGuid()),
            Priority = Priority.Urgent,
            Tag = "VIP",
            Region = "50%",
            Text = "100%_[x]",
        };
        await using var server = new SilentServer(Desk);

        foreach (var view in Enum.GetValues<WorkView>())
        {
            foreach (var sort in Enum.GetValues<CaseSort>())
            {
                await server.Send(new ListCases.Query(view, all, sort, After: "637000000000000000-7"), TestContext.Current.CancellationToken);
            }
        }

        // The words are looked up before the list is read; once it is asked whether there is full-text search.
        Assert.Equal((Enum.GetValues<WorkView>().Length * Enum.GetValues<CaseSort>().Length * 2) + 1, server.Asked.Count);
        Assert.All(server.Asked, TSql.AssertParses);
    }

    [Theory]
    [InlineData(SearchMode.Indexed, "CONTAINS([s].[Text], @")]
    [InlineData(SearchMode.Compared, "[s].[Text] LIKE @")]
    public void The_search_can_be_said_in_T_SQL_with_and_without_full_text_search(SearchMode mode, string said)
    {
        using var db = new AppDb(new DbContextOptionsBuilder<AppDb>().UseSqlServer("Server=nowhere").Options);
        var terms = SearchTerms.Parse("冻结 \"a\"b% FZ-2026")!;

        foreach (var merchant in new[] { (MerchantId?)null, new MerchantId(Guid.NewGuid()) })
        {
            var sql = new SqlServerSearchIndex(mode).Find(db, terms, merchant, 400).ToQueryString();

            Assert.Contains(said, sql, StringComparison.Ordinal);
            TSql.AssertParses(sql);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Everything_of_one_case_can_be_said_in_T_SQL(bool desk)
    {
        using var db = new AppDb(new DbContextOptionsBuilder<AppDb>().UseSqlServer("Server=nowhere").Options);

        var sql = db.Set<Case>().AsNoTracking().WithEverythingFor(desk).AsSingleQuery().ToQueryString();

        Assert.Contains("[CaseSteps]", sql, StringComparison.Ordinal);
        TSql.AssertParses(sql);
    }

    [Fact]
    public async Task What_every_job_looks_for_can_be_said_in_T_SQL()
    {
        await using var server = new SilentServer(Actor.System);

        await server.LookForDueAsync(TimeProvider.System.GetUtcNow());

        Assert.NotEmpty(server.Asked);
        Assert.All(server.Asked, TSql.AssertParses);
    }

    [Fact]
    public async Task The_whole_demo_world_runs_on_a_SQL_Server()
    {
        var connection = Environment.GetEnvironmentVariable("POSCASES_TEST_SQLSERVER");
        Assert.SkipUnless(connection is { Length: > 0 }, "Set POSCASES_TEST_SQLSERVER to the connection string of a SQL Server, without a database.");
        var folder = Directory.CreateTempSubdirectory("poscases-").FullName;
        var options = new PosCasesOptions
        {
            Database = new() { Provider = DatabaseProvider.SqlServer, ConnectionString = $"{connection};Database=poscases_{Guid.NewGuid():N}" },
            Cases = new(),
            Evidence = new(),
            EvidenceFolder = folder,
            Encryption = KeyFile.ReadOrMake(folder),
        };
        var builder = new DbContextOptionsBuilder<AppDb>();
        builder.UseEngine(options.Database);
        await using var db = new AppDb(builder.Options);
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        await using var services = new ServiceCollection().AddLogging().AddPosCases(options).BuildServiceProvider();
        await services.GetRequiredService<Door>().Send(new PosCases.Playbooks.ImportPlaybooks.Command(), Caller.System, TestContext.Current.CancellationToken);

        await new DemoWorld(options, TestHost.Password).SeedAsync(TestContext.Current.CancellationToken);

        var finding = await new PosCases.Audit.AuditVerifier(db).VerifyAsync(TestContext.Current.CancellationToken);
        await db.Database.EnsureDeletedAsync(TestContext.Current.CancellationToken);
        Directory.Delete(folder, recursive: true);
        Assert.Null(finding.BrokenAt);
        Assert.InRange(finding.Entries, 500, long.MaxValue);
    }
}
