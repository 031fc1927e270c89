using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Signals;
using PosCases.Cases.Transactions.Slips;
using PosCases.IntegrationTests.Platform.Data;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Transactions;

/// <summary>What people do with a case's transactions.</summary>
public sealed class TransactionMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    private const string Rows =
        """
        交易时间,交易金额,检索参考号,终端号,卡号,交易类型,状态,手续费
        2026-10-01 10:00:00,100.00,A00000000001,T1,6222****0001,消费,成功,0.60
        2026-10-01 11:00:00,250.00,A00000000002,T2,6222****0002,消费,成功,1.50
        2026-10-02 02:30:00,880.00,A00000000003,T1,6222****0003,消费,成功,5.28
        2026-10-02 12:00:00,60.00,A00000000004,T1,6222****0001,退货,成功,
        2026-10-03 12:00:00,999.00,A00000000005,T1,6222****0005,消费,余额不足,
        """;

    [Fact]
    public async Task Transactions_are_listed_newest_first_filtered_and_added_up()
    {
        var (_, number) = await CaseAsync(DemoPath.Collecting);

        var all = await ListAsync(number, new TransactionFilter());
        Assert.Equal(5, all.Page.Total);
        Assert.Equal("A00000000005", all.Page.Items[0].Transaction.Reference);
        Assert.Equal(["T1", "T2"], all.Terminals);
        Assert.Equal(
            [(TransactionKind.Sale, TransactionState.Succeeded, 3, 1230m, 7.38m), (TransactionKind.Sale, TransactionState.Failed, 1, 999m, 0m), (TransactionKind.Refund, TransactionState.Succeeded, 1, 60m, 0m)],
            all.Totals.Select(t => (t.Kind, t.State, t.Count, t.Amount, t.Fees)));

        (TransactionFilter Filter, string[] Found)[] cases =
        [
            (new() { From = new DateOnly(2026, 10, 2), To = new DateOnly(2026, 10, 2) }, ["A00000000004", "A00000000003"]),
            (new() { Least = 100m, Most = 250m }, ["A00000000002", "A00000000001"]),
            (new() { Kind = TransactionKind.Refund }, ["A00000000004"]),
            (new() { State = TransactionState.Failed }, ["A00000000005"]),
            (new() { Terminal = "T2" }, ["A00000000002"]),
            (new() { Text = "000003" }, ["A00000000003"]),
            (new() { Text = "0002" }, ["A00000000002"]),
            (new() { Flag = TransactionMark.Disputed }, []),
        ];
        foreach (var (filter, found) in cases)
        {
            Assert.Equal(found, (await ListAsync(number, filter)).Page.Items.Select(r => r.Transaction.Reference));
        }
    }

    [Fact]
    public async Task A_disputed_transaction_carries_who_looks_for_its_slip_and_by_when_and_can_be_taken_off_again()
    {
        var (id, number) = await CaseAsync(DemoPath.Collecting);
        var one = (await ListAsync(number, new TransactionFilter { Text = "000003" })).Page.Items[0].Transaction;

        await Must(app.As("li").Send(new MarkDisputed.Command(id, one.Id, new DisputeForm(DisputeReason.Retrieval, " card 4012888888881881 ", SlipState.Wanted, "He", new DateOnly(2026, 12, 1)))));
        await Must(app.As("huanan").Send(new MarkDisputed.Command(id, one.Id, new DisputeForm(DisputeReason.Retrieval, null, SlipState.NotToBeHad, "He", null))));

        var marked = Assert.Single((await app.As("huanan").Send(new ExportDisputes.Query(number))).Value.Rows).Dispute!;
        Assert.Equal((SlipState.NotToBeHad, "He"), (marked.Slip, marked.Who));
        await Must(app.As("li").Send(new MarkDisputed.ClearCommand(id, one.Id)));
        Assert.Empty((await app.As("li").Send(new ExportDisputes.Query(number))).Value.Rows);
        Assert.Equal(
            [CaseEventKind.TransactionDisputed, CaseEventKind.DisputeCleared],
            (await app.EventsOf(id)).Select(e => e.Kind).Where(k => k is CaseEventKind.TransactionDisputed or CaseEventKind.DisputeCleared));
        Assert.Contains(await app.AuditOf(id.Value), e => e.Message.Contains("MarkDisputed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_slip_finds_its_transaction_a_person_confirms_it_and_the_disputed_one_has_its_slip()
    {
        var (id, number) = await CaseAsync(DemoPath.Judging);
        var slip = (await app.ViewOf(id)).Case.Evidence.First(i => i.Code == "SALES_SLIP").Id;
        var one = (await ListAsync(number, new TransactionFilter { Text = "000003" })).Page.Items[0].Transaction;
        await Must(app.As("li").Send(new MarkDisputed.Command(id, one.Id, new DisputeForm(DisputeReason.Retrieval, null, SlipState.Wanted, null, null))));

        var before = (await app.As("huanan").Send(new ViewSlips.Query(number))).Value;
        Assert.Contains(before.Slips, s => s.Item.Id == slip && s.Record is null);
        Assert.Equal(one.Id, Assert.Single(before.Missing).Transaction.Id);

        await Must(app.As("huanan").Send(new RecordSlip.Command(
            id, slip, new SlipForm { Reference = "A00000000003", Amount = 880m, Day = new DateOnly(2026, 10, 2), Time = new TimeOnly(2, 31) })));
        var read = (await app.As("li").Send(new ViewSlips.Query(number))).Value.Slips.Single(s => s.Item.Id == slip);
        Assert.Equal((one.Id, 90), (read.Candidates[0].Transaction.Id, read.Candidates[0].Score));
        Assert.Contains(read.Candidates[0].Points, p => p.Reason == SlipReason.SameReference);

        await Must(app.As("li").Send(new RecordSlip.ConfirmCommand(id, slip, one.Id)));
        var after = (await app.As("li").Send(new ViewSlips.Query(number))).Value;
        Assert.Equal(one.Id, after.Slips.Single(s => s.Item.Id == slip).Confirmed!.Transaction.Id);
        Assert.Empty(after.Missing);
        Assert.True((await ListAsync(number, new TransactionFilter { Flag = TransactionMark.SlipMatched })).Page.Items.Single().HasSlip);

        // What was confirmed was confirmed for what stood there.
        await Must(app.As("li").Send(new RecordSlip.Command(id, slip, new SlipForm { Amount = 100m })));
        Assert.Null((await app.As("li").Send(new ViewSlips.Query(number))).Value.Slips.Single(s => s.Item.Id == slip).Confirmed);
    }

    [Fact]
    public async Task A_self_check_keeps_the_values_it_counted_with_and_the_transactions_it_found()
    {
        var (id, number) = await CaseAsync(DemoPath.Collecting);

        Assert.Null((await app.As("huanan").Send(new CheckSignals.Query(number))).Value.Check);
        await Must(app.As("huanan").Send(new CheckSignals.Command(id, new Dictionary<string, decimal>(StringComparer.Ordinal) { ["largeSingle"] = 800m })));

        var view = (await app.As("li").Send(new CheckSignals.Query(number))).Value;
        Assert.False(view.IsStale);
        Assert.Equal((800m, SignalLibrary.Edition, 5), (view.Check!.Parameters["largeSingle"], view.Check.Edition, view.Check.Transactions));
        Assert.Equal(["LARGE_FREQUENT", "OUT_OF_PROFILE", "NIGHT_TXN"], view.Check.Hits.Select(h => h.Code));
        Assert.Equal(
            "A00000000003", Assert.Single((await ListAsync(number, new TransactionFilter { Flag = TransactionMark.Signal, Signal = "NIGHT_TXN" })).Page.Items).Transaction.Reference);
        Assert.Equal(
            "SignalValue",
            Assert.IsType<Invalid>((await app.As("huanan").Send(new CheckSignals.Command(id, new Dictionary<string, decimal>(StringComparer.Ordinal) { ["nightFrom"] = 99m }))).Error).Fields[0].Code);
    }

    [Fact]
    public async Task The_pattern_has_a_bar_for_every_day_and_marks_the_one_on_which_the_freeze_began()
    {
        var (id, number) = await CaseAsync(DemoPath.Collecting);
        var since = (await app.ViewOf(id)).Summary.Since!.Value;
        await ImportAsync(id, $"交易时间,交易金额,交易类型\n{since:yyyy-MM-dd} 09:10:00,10.00,消费\n{since:yyyy-MM-dd} 09:40:00,20.00,消费\n{since.AddDays(-1):yyyy-MM-dd} 09:00:00,5.00,消费\n{since:yyyy-MM-dd} 10:00:00,4.00,退货\n");

        var days = (await app.As("huanan").Send(new ViewPattern.Query(number, PatternStep.Day))).Value;
        var hours = (await app.As("huanan").Send(new ViewPattern.Query(number, PatternStep.Hour))).Value;

        var frozen = days.Bars[days.FrozenAt!.Value];
        Assert.Equal((since, 2, 30m, 4m), (frozen.Day, frozen.Count, frozen.Amount, frozen.Refunded));
        Assert.Equal(days.Bars.Select(b => b.Day), days.Bars.Select(b => b.Day).Distinct().Order());
        Assert.Equal(48, hours.Bars.Count);
        Assert.Equal((2, 30m), (hours.Bars.Single(b => b.Day == since && b.Hour == 9).Count, hours.Bars.Single(b => b.Day == since && b.Hour == 9).Amount));
    }

    [Fact]
    public async Task Whoever_does_not_see_the_case_sees_none_of_it_and_a_closed_case_takes_nothing_in()
    {
        var (id, number) = await CaseAsync(DemoPath.Collecting);
        var stranger = app.As("lanxin");
        var one = (await ListAsync(number, new TransactionFilter())).Page.Items[0].Transaction.Id;
        var import = await app.AskAsync(db => db.Set<TransactionImport>().Where(i => i.CaseId == id).Select(i => i.Id).FirstAsync());
        var other = (await app.ViewOf(await app.Given.Case().Of("lanxin").At(DemoPath.Collecting))).Case;

        Assert.Equal(new NotFound("Case"), (await stranger.Send(new ViewTransactions.Query(number, null, 1))).Error);
        Assert.Equal(new NotFound("Case"), (await stranger.Send(new ViewTransactionImports.OneQuery(number, import, 1))).Error);
        // Nor by way of a case of his own.
        Assert.Equal(new NotFound("Import"), (await stranger.Send(new ViewTransactionImports.OneQuery(other.Number, import, 1))).Error);
        Assert.Equal(new NotFound("Import"), (await stranger.Send(new CancelTransactionImport.Command(other.Id, import))).Error);
        Assert.Equal(new NotFound("Transaction"), (await stranger.Send(new MarkDisputed.ClearCommand(other.Id, one))).Error);
        Assert.Equal(new NotFound("Transaction"), (await stranger.Send(new ViewTransactions.OneQuery(other.Number, one))).Error);
        Assert.IsType<NotPermitted>((await app.As("admin").Send(new ViewTransactions.Query(number, null, 1))).Error);
        Assert.IsType<NotPermitted>((await app.As("li").Send(new EndTransactionImport.Command(import, null))).Error);
        Assert.True((await app.As("huanan-staff").Send(new ViewTransactions.Query(number, null, 1))).Succeeded);

        var closed = await app.Given.Case().At(DemoPath.ClosedFull);
        Assert.IsType<CaseLocked>((await app.As("huanan").Send(new ReceiveTransactionFile.MayQuery((await app.ViewOf(closed)).Case.Number))).Error);
    }

    [Fact]
    public void Every_query_of_transactions_can_be_said_in_T_SQL()
    {
        using var db = new AppDb(new DbContextOptionsBuilder<AppDb>().UseSqlServer("Server=nowhere").Options);
        var id = new CaseId(Guid.NewGuid());
        var full = new TransactionFilter { From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 2, 1), Least = 1m, Most = 2m, Kind = TransactionKind.Sale, State = TransactionState.Failed, Terminal = "T", Text = "1%_[" };
        List<string> said =
        [
            .. Enum.GetValues<TransactionMark>().Select(flag => ViewTransactions.Handler.Rows(db, db.Filtered(id, full with { Flag = flag }, [Guid.NewGuid()])).ToQueryString()),
            ViewTransactions.Handler.TotalsOf(db.Filtered(id, full, [])).ToQueryString(),
            CheckSignals.Handler.PointsOf(db, id).Take(10).ToQueryString(),
            ViewSlips.Handler.Near(db, id, new SlipForm { Reference = "A00000000003", Amount = 1m, Day = new DateOnly(2026, 1, 1) }).Take(10).ToQueryString(),
            ViewPattern.Handler.ByDay(db, id, new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)).ToQueryString(),
            ViewPattern.Handler.ByHour(db, id, new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)).ToQueryString(),
        ];

        Assert.All(said, TSql.AssertParses);
    }

    private async Task<(CaseId Id, string Number)> CaseAsync(DemoPath path)
    {
        var id = await app.Given.Case().At(path);
        await ImportAsync(id, Rows + "\n");
        return (id, (await app.ViewOf(id)).Case.Number);
    }

    private async Task ImportAsync(CaseId id, string text)
    {
        var taken = (await app.Services.GetRequiredService<TransactionFiles>().TakeAsync(new MemoryStream(TransactionImportTests.Csv(text)), id, TestContext.Current.CancellationToken)).Value;
        var import = (await app.As("huanan").Send(new ReceiveTransactionFile.Command(id, null, "export.csv", taken.Kept, taken.Shape))).Value;
        var seen = await app.AskAsync(db => db.Set<TransactionImport>().AsNoTracking().SingleAsync(i => i.Id == import));
        await Must(app.As("huanan").Send(new StartTransactionImport.Command(id, import, seen.Version, seen.Columns, Remember: false)));
        while (await app.AskAsync(db => db.Set<TransactionImport>().AnyAsync(i => i.State == ImportState.Running)))
        {
            await app.RunJobsAsync();
        }
    }

    private async Task<ViewTransactions.View> ListAsync(string number, TransactionFilter filter) => (await app.As("huanan").Send(new ViewTransactions.Query(number, filter, 1))).Value;

    private static async Task Must(Task<Result> sending) => Assert.Null((await sending).Error);
}
