using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Import;
using PosCases.Cases.Notices;
using PosCases.Cases.Transactions;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Import;

/// <summary>A list of old cases is looked at, then comes in: whole, once, and without waking anybody.</summary>
public sealed class CaseImportTests(QuietHost app) : IClassFixture<QuietHost>
{
    private const string Header = "原编号,商户名称,统一社会信用代码,受理日期,结案日期,结果,冻结金额,措施,机构,原因,经办人\n";

    [Fact]
    public async Task The_look_reports_and_takes_nothing_in_the_run_takes_in_what_was_good_and_a_second_file_brings_nothing_twice()
    {
        var source = Fresh();
        var merchants = await CountAsync<Merchant>();
        var rows = Header
            + "L-1,旧日商行,,2024-03-01,2024-04-01,已解冻,900,冻结,,WRONGLY_FLAGGED,\n"
            + "L-2,旧日商行,,2024-03-02,,,500,冻结,,,\n"
            + "L-3,旧日商行,,03/04/2024,,,,,,,\n"
            + "L-4,新日商行,,2024-03-02,,,,,,,Nobody Here\n";
        var id = await CheckAsync(source, rows);

        var looked = await OneAsync(id);
        Assert.Equal((CaseImportState.Checked, 2, 1, 0, 2), (looked.Import.State, looked.Import.Good, looked.Import.Open, looked.Import.Known, looked.Import.Bad));
        Assert.Equal([CaseRowProblem.DateUnreadable, CaseRowProblem.OwnerUnknown], looked.Issues.Items.Select(i => i.Faults[0].Kind));
        Assert.Equal((0, merchants), (await TakenAsync(id), await CountAsync<Merchant>()));

        await StartAsync(id);
        await DrainAsync();

        var report = await MustAsync(app.As("zhao").Send(new ViewCaseImports.RowsQuery(id)));
        Assert.Equal((CaseImportState.Done, 2), (report.Import.State, report.Import.Good));
        Assert.Equal([2, 3, 4, 5], report.Rows.Select(r => r.At));
        Assert.Equal([true, true, false, false], report.Rows.Select(r => r.CaseNumber is not null));
        Assert.Equal(merchants + 1, await CountAsync<Merchant>());
        Assert.NotNull((await app.AskAsync(db => db.Set<CaseImport>().AsNoTracking().Include(i => i.Stored).SingleAsync(i => i.Id == id))).Stored!.ErasedAt);

        var again = await CheckAsync(source, rows);
        await StartAsync(again);
        await DrainAsync();
        Assert.Equal((0, 2), ((await OneAsync(again)).Import.Good, (await OneAsync(again)).Import.Known));
    }

    [Fact]
    public async Task Nobody_is_told_of_a_closed_case_and_an_open_one_has_a_plan_and_a_running_clock()
    {
        var id = await CheckAsync(Fresh(), Header + "Q-1,静默商行,,2023-03-01,2023-04-01,未解除,900,冻结,,,\nQ-2,静默商行,,2023-03-01,,,900,冻结,,,\n");
        await StartAsync(id);
        await DrainAsync();
        await app.RunJobsAsync();

        var cases = await app.AskAsync(db => db.Set<CaseOrigin>().Where(o => o.ImportId == id).Join(db.Set<Case>(), o => o.CaseId, c => c.Id, (o, c) => c).OrderBy(c => c.Serial)
            .Include(c => c.Steps).AsNoTracking().ToListAsync());
        var (closed, open) = (cases[0], cases[1]);
        Assert.Equal(2, await app.AskAsync(db => db.Set<CaseEvent>().CountAsync(e => e.CaseId == closed.Id || (e.CaseId == open.Id && e.Kind == CaseEventKind.Imported))));
        Assert.Empty(await app.OutboxOf(closed.Id));
        Assert.False(await app.AskAsync(db => db.Set<Notification>().AnyAsync(n => n.CaseId == closed.Id)));
        Assert.Equal((CaseStatus.Closed, Case.Never), (closed.Status, closed.ClockCheckAt));
        Assert.Equal((CaseStatus.Verification, app.CallerOf("li").Id), (open.Status, open.OwnerId));
        Assert.NotEmpty(open.Steps);
        Assert.True(open.StageDueAt > app.Clock.GetUtcNow().AddMinutes(-5));
        await app.CountAsync();
        Assert.Equal(CaseStatus.Closed, (await app.ViewOf(closed.Id)).Summary.Status);
    }

    [Fact]
    public async Task A_long_list_comes_in_short_batches_goes_on_after_a_restart_and_stops_when_somebody_cancels()
    {
        var run = app.Services.GetRequiredService<CaseImportRun>();
        run.BatchRows = 20;
        var rows = new StringBuilder(Header);
        for (var i = 0; i < 130; i++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"B-{i},批量商行,,2022-03-01,2022-04-01,未解除,10,,,,\n");
        }

        var id = await MustAsync(ReceiveAsync(rows.ToString()));
        await LookAsync(id, Fresh());
        await app.RunJobsAsync();
        Assert.Equal((CaseImportState.Checking, 100), await StandOf(id));
        // A restart: whatever was kept open is gone.
        await run.DisposeAsync();
        await DrainAsync();
        Assert.Equal((130, 0), ((await OneAsync(id)).Import.Good, (await OneAsync(id)).Import.Bad));

        await StartAsync(id);
        await app.RunJobsAsync();
        await run.DisposeAsync();
        await MustAsync(app.As("zhao").Send(new StartCaseImport.CancelCommand(id)));
        await app.RunJobsAsync();

        Assert.Equal((CaseImportState.Cancelled, 100), await StandOf(id));
        Assert.Equal(100, await app.AskAsync(db => db.Set<CaseOrigin>().Where(o => o.ImportId == id).Select(o => o.Row).Distinct().CountAsync()));
        Assert.InRange(run.MostHeld, 1, 5 * 200);
    }

    [Fact]
    public async Task Only_supervisors_import_and_one_list_at_a_time()
    {
        Assert.IsType<NotPermitted>((await app.As("li").Send(new ReceiveCaseFile.MayQuery())).Error);
        var first = await ReceiveAsync(Header + "X-1,M,,2024-03-01,,,,,,,\n");
        Assert.Null(first.Error);

        Assert.IsType<CaseImportUnderWay>((await ReceiveAsync(Header + "X-2,M,,2024-03-01,,,,,,,\n")).Error);
        Assert.IsType<CaseImportNotAt>((await app.As("zhao").Send(new StartCaseImport.Command(first.Value, (await OneAsync(first.Value)).Import.Version))).Error);
        await MustAsync(app.As("zhao").Send(new StartCaseImport.CancelCommand(first.Value)));
    }

    [Fact]
    public async Task The_template_and_the_report_are_files_for_supervisors()
    {
        using var browser = app.CreateClient(new() { AllowAutoRedirect = false });

        Assert.NotEqual(System.Net.HttpStatusCode.OK, (await browser.GetAsync(new Uri("/desk/import/template.csv", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    private static string Fresh() => $"S-{Guid.NewGuid():N}"[..20];

    private async Task<CaseImportId> CheckAsync(string source, string text)
    {
        var id = await MustAsync(ReceiveAsync(text));
        await LookAsync(id, source);
        await DrainAsync();
        return id;
    }

    private async Task LookAsync(CaseImportId id, string source)
    {
        var seen = (await OneAsync(id)).Import;
        await MustAsync(app.As("zhao").Send(new CheckCaseImport.Command(id, seen.Version, seen.Columns, new CaseImportChoices(source, app.CallerOf("li").Id, MerchantKind.IndividualBusiness))));
    }

    private async Task<(CaseImportState State, int Read)> StandOf(CaseImportId id)
    {
        var import = (await OneAsync(id)).Import;
        return (import.State, import.RowsRead);
    }

    private async Task StartAsync(CaseImportId id) => await MustAsync(app.As("zhao").Send(new StartCaseImport.Command(id, (await OneAsync(id)).Import.Version)));

    private async Task<Result<CaseImportId>> ReceiveAsync(string text)
    {
        var id = CaseImportId.New();
        var taken = await app.Services.GetRequiredService<TransactionFiles>().TakeAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), id.Value, TestContext.Current.CancellationToken);
        Assert.Null(taken.Error);
        return await app.As("zhao").Send(new ReceiveCaseFile.Command(id, "old.csv", taken.Value.Kept, taken.Value.Shape));
    }

    private async Task DrainAsync()
    {
        while (await app.AskAsync(db => db.Set<CaseImport>().AnyAsync(i => i.State == CaseImportState.Checking || i.State == CaseImportState.Running)))
        {
            await app.RunJobsAsync();
        }
    }

    private async Task<ViewCaseImports.One> OneAsync(CaseImportId id) => await MustAsync(app.As("zhao").Send(new ViewCaseImports.OneQuery(id, 1)));

    private Task<int> TakenAsync(CaseImportId id) => app.AskAsync(db => db.Set<CaseOrigin>().CountAsync(o => o.ImportId == id));

    private Task<int> CountAsync<T>()
        where T : class => app.AskAsync(db => db.Set<T>().CountAsync());

    private static async Task<T> MustAsync<T>(Task<Result<T>> sending)
    {
        var answer = await sending;
        Assert.Null(answer.Error);
        return answer.Value;
    }

    private static async Task MustAsync(Task<Result> sending) => Assert.Null((await sending).Error);
}
