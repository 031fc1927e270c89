using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Evidence.Custody;
using PosCases.Cases.Filing;
using PosCases.Cases.Papers;
using PosCases.Cases.Retention;
using PosCases.Cases.Transactions;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;
using PosCases.Prevention.LargeTrades;
using PosCases.Prevention.Watch;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Prevention;

/// <summary>A merchant has his own trades looked through; what was noticed is explained, and a case begins with it.</summary>
public sealed class WatchMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    private const string Header = "交易时间,交易金额,检索参考号,终端号,卡号,交易类型,状态\n";

    [Fact]
    public async Task An_export_outside_of_a_case_becomes_alerts_once_and_its_file_is_thrown_away()
    {
        var import = await ImportAsync("huanan", "2026-03-01 10:00:00,88000.00,W1,T77,4012888888881881,消费,成功\n2026-03-01 10:30:00,bad,W2,T77,,消费,成功\n");

        Assert.Equal((ImportState.Done, 1, 1, 1), (import.State, import.Good, import.Bad, import.Alerts));
        Assert.Null(import.Stored!.WrappedKey);
        Assert.Equal(3, Assert.Single(import.BadRows).Row);
        var alert = Assert.Single((await app.As("huanan").Send(new ViewWatch.Query(null))).Value.Alerts, a => a.ImportId == import.Id);
        Assert.Equal(("LARGE_FREQUENT", AlertLevel.High, AlertState.New), (alert.Signal, alert.Level, alert.State));
        var view = (await app.As("huanan-staff").Send(new ViewAlert.Query(alert.Id))).Value;
        Assert.Equal(("401288******1881", 88_000m), (Assert.Single(view.Trades).Card, view.Trades[0].Amount));

        var again = await ImportAsync("huanan", "2026-03-01 10:00:00,88000.00,W1,T77,4012888888881881,消费,成功\n2026-03-02 11:00:00,12.00,W3,T77,,消费,成功\n");
        Assert.Equal((1, 1, 0), (again.Good, again.Known, again.Alerts));
    }

    [Fact]
    public async Task Alerts_and_imports_are_the_merchants_and_the_desks_and_nobody_elses()
    {
        var import = await ImportAsync("lanxin", "2026-03-03 10:00:00,77000.00,L1,T1,,消费,成功\n");
        var alert = (await app.As("li").Send(new ViewWatch.Query(import.MerchantId))).Value.Alerts.First(a => a.ImportId == import.Id);

        Assert.Equal(new NotFound(nameof(TradeAlert)), (await app.As("huanan").Send(new ViewAlert.Query(alert.Id))).Error);
        Assert.Equal(new NotFound(nameof(TradeAlert)), (await app.As("huanan").Send(new AcknowledgeAlert.Command(alert.Id, alert.Version))).Error);
        Assert.Equal(new NotFound(nameof(TradeAlert)), (await app.As("huanan").Send(new ExplainAlert.Command(alert.Id, alert.Version, "x", null, null))).Error);
        Assert.Equal(new NotFound(nameof(TradeAlert)), (await app.As("huanan").Send(new PrepareCase.Command(alert.Id, "x"))).Error);
        Assert.Equal(new NotFound("Import"), (await app.As("huanan").Send(new ViewWatch.ImportQuery(import.Id))).Error);
        Assert.Equal(new NotFound("Import"), (await app.As("huanan").Send(new CancelWatchImport.Command(import.Id))).Error);
        Assert.Equal(new NotFound(nameof(Merchant)), (await app.As("huanan").Send(new ViewWatch.Query(import.MerchantId))).Error);
        Assert.IsType<NotPermitted>((await app.As("huanan").Send(new ListAlerts.Query(AlertState.New))).Error);
        Assert.IsType<NotPermitted>((await app.As("admin").Send(new ViewAlert.Query(alert.Id))).Error);
    }

    [Fact]
    public async Task An_alert_is_seen_explained_with_the_merchants_own_record_and_settled()
    {
        var import = await ImportAsync("xiangman", "2026-03-04 10:00:00,66000.00,X1,T1,,消费,成功\n");
        var alert = await AlertOf(import);
        var record = (await app.As("xiangman").Send(new RecordLargeTrade.Command(new LargeTradeForm(
            66_000m, app.Clock.GetUtcNow().AddMinutes(-9), "crab", "Wu", [IdentityCheck.KnownCustomer], "gifts", TradeDelivery.TakenAway, "He")))).Value;
        var strangers = (await app.As("lanxin").Send(new RecordLargeTrade.Command(new LargeTradeForm(
            66_000m, app.Clock.GetUtcNow().AddMinutes(-9), "crab", "Wu", [IdentityCheck.KnownCustomer], "gifts", TradeDelivery.TakenAway, "He")))).Value;

        Assert.Null((await app.As("li").Send(new AcknowledgeAlert.Command(alert.Id, alert.Version))).Error);
        Assert.IsType<Conflict>((await app.As("xiangman").Send(new ExplainAlert.Command(alert.Id, alert.Version, "a wedding", record, null))).Error);
        var seen = await AlertOf(import);
        Assert.Equal(new NotFound(nameof(LargeTrade)), (await app.As("xiangman").Send(new ExplainAlert.Command(alert.Id, seen.Version, "a wedding", strangers, null))).Error);
        Assert.Equal("CardNumber", Assert.IsType<Invalid>((await app.As("xiangman").Send(new ExplainAlert.Command(alert.Id, seen.Version, "paid with 4111111111111111", null, null))).Error).Fields[0].Code);
        Assert.Null((await app.As("xiangman").Send(new ExplainAlert.Command(alert.Id, seen.Version, "a wedding", record, null))).Error);
        Assert.Equal(record, (await app.As("li").Send(new ViewAlert.Query(alert.Id))).Value.Record!.Id);
        Assert.Null((await app.As("xiangman").Send(new ResolveAlert.Command(alert.Id, (await AlertOf(import)).Version))).Error);

        Assert.Contains((await app.As("li").Send(new ListAlerts.Query(AlertState.Resolved, true))).Value.Rows, r => r.Alert.Id == alert.Id);
        Assert.DoesNotContain((await app.As("li").Send(new ListAlerts.Query(AlertState.New))).Value.Rows, r => r.Alert.Id == alert.Id);
    }

    [Fact]
    public async Task A_case_prepared_from_an_alert_names_it_when_it_is_filed()
    {
        var import = await ImportAsync("huanan", "2026-03-05 10:00:00,99000.00,P1,T88,,消费,成功\n");
        var alert = await AlertOf(import);
        Assert.Null((await app.As("huanan").Send(new ExplainAlert.Command(alert.Id, alert.Version, "sold to a hotel", null, null))).Error);

        var draft = (await app.As("huanan").Send(new PrepareCase.Command(alert.Id, "hint: sold to a hotel"))).Value;
        Assert.Equal(draft, (await app.As("huanan").Send(new PrepareCase.Command(alert.Id, "again"))).Value);
        var form = (await app.As("huanan").Send(new ViewDraft.Query(draft))).Value.Form;
        Assert.Equal([PriorEvent.LargeSale], form.Before);
        Assert.Equal(("hint: sold to a hotel", "T88"), (form.BeforeText, form.TerminalNumber));
        var filed = (await app.As("huanan").Send(new FileCase.Command(
            form with { ToldBy = NoticeChannel.NoNotice, Measure = MeasureKind.Unknown, ImposedBy = ImposedBy.Unknown, Reason = ReasonGiven.Unknown }, null, draft))).Value;

        var prepared = Assert.Single((await app.As("li").Send(new ViewAlert.OfCaseQuery(filed.Number))).Value);
        Assert.Equal((alert.Id, "sold to a hotel"), (prepared.Alert.Id, prepared.Alert.Note));
        Assert.Equal(filed.Number, Assert.Single((await app.As("huanan").Send(new ViewAlert.Query(alert.Id))).Value.Cases).CaseNumber);
        Assert.Equal(new NotFound("Case"), (await app.As("lanxin").Send(new ViewAlert.OfCaseQuery(filed.Number))).Error);
    }

    [Fact]
    public async Task What_explains_an_alert_is_copied_into_the_case_that_was_prepared_from_it_once_and_in_the_filers_name()
    {
        var (import, paper, record) = await ExplainedAsync("kangle", "K1");
        var filed = await FileAsync("kangle", (await app.As("kangle").Send(new PrepareCase.Command((await AlertOf(import)).Id, "words"))).Value);
        Assert.False(Assert.Single((await app.As("li").Send(new ViewAlert.OfCaseQuery(filed.Number))).Value).PaperIsIn);

        await app.DeliverAsync();
        await CopyAgainAsync(filed.Id);

        var prepared = Assert.Single((await app.As("li").Send(new ViewAlert.OfCaseQuery(filed.Number))).Value);
        Assert.Equal((paper, record, true, true), (prepared.Paper!.Id, prepared.Record!.Id, prepared.PaperIsIn, prepared.RecordIsIn));
        var evidence = (await app.ViewOf(filed.Id)).Case.Evidence;
        var copy = Assert.Single(evidence, e => e.Sha256 == prepared.Paper.Sha256);
        Assert.NotEqual(prepared.Paper.StorageKey, copy.StorageKey);
        Assert.Single(evidence, e => e.Code == TakeTradeToCase.RecordCode);
        var custody = Assert.Single(await app.AskAsync(db => db.Set<CustodyEntry>().Where(c => c.ItemId == copy.Id).ToListAsync()));
        Assert.Equal((CustodyKind.Reused, app.CallerOf("kangle").Id), (custody.Kind, custody.ById));
    }

    [Fact]
    public async Task Only_a_paper_in_use_of_the_same_merchant_explains_an_alert()
    {
        var import = await ImportAsync("xiaolu", "2026-03-06 10:00:00,66000.00,XL1,T1,,消费,成功\n");
        var alert = await AlertOf(import);
        var strangers = await KeepAsync("lanxin");
        var (ended, used) = (await KeepAsync("xiaolu"), await KeepAsync("xiaolu"));
        Assert.Null((await app.As("xiaolu").Send(new EndMerchantPaper.Command(ended))).Error);

        Assert.Equal([used], (await app.As("xiaolu").Send(new ViewAlert.Query(alert.Id))).Value.Papers.Select(p => p.Id));
        Assert.Equal(new NotFound("Paper"), (await app.As("xiaolu").Send(new ExplainAlert.Command(alert.Id, alert.Version, "x", null, strangers))).Error);
        Assert.Equal(new NotFound("Paper"), (await app.As("li").Send(new ExplainAlert.Command(alert.Id, alert.Version, "x", null, strangers))).Error);
        Assert.Equal(new NotFound("Paper"), (await app.As("xiaolu").Send(new ExplainAlert.Command(alert.Id, alert.Version, "x", null, ended))).Error);
        Assert.Null((await app.As("xiaolu").Send(new ExplainAlert.Command(alert.Id, alert.Version, "x", null, used))).Error);
        Assert.Equal(used, (await app.As("li").Send(new ViewAlert.Query(alert.Id))).Value.Paper!.Id);
    }

    [Fact]
    public async Task The_desk_copies_what_explains_an_alert_only_where_the_merchant_agreed()
    {
        var (import, _, _) = await ExplainedAsync("jinhai", "J1");
        var alert = await AlertOf(import);
        var without = await FileAsync("li", (await app.As("li").Send(new PrepareCase.Command(alert.Id, "words"))).Value);
        var with = await FileAsync("wang", (await app.As("wang").Send(new PrepareCase.Command(alert.Id, "words") { MerchantAgreed = true })).Value);

        await app.DeliverAsync();

        Assert.False(Assert.Single((await app.As("li").Send(new ViewAlert.OfCaseQuery(without.Number))).Value).PaperIsIn);
        Assert.True(Assert.Single((await app.As("li").Send(new ViewAlert.OfCaseQuery(with.Number))).Value).PaperIsIn);
    }

    [Fact]
    public async Task Trades_past_their_time_are_deleted_alerts_keep_their_figures_and_a_hold_keeps_all()
    {
        var day = app.Clock.GetUtcNow().AddMonths(-ForgetWatchedTrades.Months).AddDays(3);
        var import = await ImportAsync("hengtong", $"{day:yyyy-MM-dd} 10:00:00,91000.00,H1,T1,,消费,成功\n{day.AddDays(-9):yyyy-MM-dd} 10:00:00,92000.00,H0,T1,,消费,成功\n");
        // What is past its time is not even taken in.
        Assert.Equal(1, import.Good);
        var alert = await AlertOf(import);
        Assert.Equal(1, await app.AskAsync(db => db.WatchedTrades.CountAsync(t => t.MerchantId == import.MerchantId)));

        app.Clock.Advance(TimeSpan.FromDays(10));
        var held = await app.Given.Case().Of("hengtong").By("li").At(DemoPath.ClosedFull);
        await HoldAsync(held, on: true);
        await ForgetAsync(import.MerchantId);
        Assert.Equal(1, await app.AskAsync(db => db.WatchedTrades.CountAsync(t => t.MerchantId == import.MerchantId)));

        await HoldAsync(held, on: false);
        await ForgetAsync(import.MerchantId);
        Assert.Equal(0, await app.AskAsync(db => db.WatchedTrades.CountAsync(t => t.MerchantId == import.MerchantId)));
        var view = (await app.As("hengtong").Send(new ViewAlert.Query(alert.Id))).Value;
        Assert.Empty(view.Trades);
        Assert.Equal(1, view.Alert.Found.Count);
        Assert.NotEmpty(view.Alert.Values);
    }

    [Fact]
    public async Task The_list_of_the_desk_is_read_by_its_index()
    {
        await using var db = app.Services.CreateAsyncScope().ServiceProvider.GetRequiredService<PosCases.Platform.Data.AppDb>();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var query = db.TradeAlerts.Where(a => a.State == AlertState.New && a.Level == AlertLevel.High).OrderByDescending(a => a.Seq).Take(26).ToQueryString();
        command.CommandText = "EXPLAIN QUERY PLAN " + query[query.IndexOf("SELECT", StringComparison.Ordinal)..];
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Contains("USING INDEX IX_TradeAlerts_State_Level_Seq", reader.GetString(3), StringComparison.Ordinal);
    }

    private async Task<WatchImport> ImportAsync(string person, string rows)
    {
        var merchant = (await app.AskAsync(db => db.Set<Person>().Where(p => p.UserName == person + "@demo.example").Select(p => p.MerchantId).SingleAsync()))!.Value;
        var taken = await app.Services.GetRequiredService<TransactionFiles>().TakeAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(Header + rows)), merchant.Value, TestContext.Current.CancellationToken);
        var received = await app.As("li").Send(new ReceiveWatchFile.Command(merchant, "export.csv", taken.Value.Kept, taken.Value.Shape));
        Assert.Null(received.Error);
        var seen = (await app.As(person).Send(new ViewWatch.ImportQuery(received.Value))).Value;
        Assert.Null((await app.As(person).Send(new StartWatchImport.Command(received.Value, seen.Version, seen.Columns))).Error);
        await app.RunJobsAsync();
        return await app.AskAsync(db => db.WatchImports.AsNoTracking().Include(i => i.Stored).SingleAsync(i => i.Id == received.Value));
    }

    private async Task<(WatchImport Import, MerchantPaperId Paper, LargeTradeId Record)> ExplainedAsync(string person, string reference)
    {
        var import = await ImportAsync(person, $"2026-03-05 10:00:00,99000.00,{reference},T88,,消费,成功\n");
        var record = (await app.As(person).Send(new RecordLargeTrade.Command(new LargeTradeForm(
            99_000m, app.Clock.GetUtcNow().AddMinutes(-9), "crab", "Wu", [IdentityCheck.KnownCustomer], "gifts", TradeDelivery.TakenAway, "He")))).Value;
        var paper = await KeepAsync(person);
        var alert = await AlertOf(import);
        Assert.Null((await app.As(person).Send(new ExplainAlert.Command(alert.Id, alert.Version, "sold to a hotel", record, paper))).Error);
        return (import, paper, record);
    }

    private async Task<MerchantPaperId> KeepAsync(string person)
    {
        var merchant = (await app.AskAsync(db => db.Set<Person>().Where(p => p.UserName == person + "@demo.example").Select(p => p.MerchantId).SingleAsync()))!.Value;
        return (await app.As(person).Send(new AddMerchantPaper.Command(new PaperForm("LEASE_CONTRACT", null, null), await app.TakeAsync(merchant.Value)))).Value;
    }

    private async Task<FileCase.Filed> FileAsync(string person, Guid draft)
    {
        var view = (await app.As(person).Send(new ViewDraft.Query(draft))).Value;
        var merchant = await app.AskAsync(db => db.Set<CaseDraft>().Where(d => d.Id == draft).Select(d => d.MerchantId).SingleAsync());
        return (await app.As(person).Send(new FileCase.Command(
            view.Form with { ToldBy = NoticeChannel.NoNotice, Measure = MeasureKind.Unknown, ImposedBy = ImposedBy.Unknown, Reason = ReasonGiven.Unknown }, merchant, draft))).Value;
    }

    private async Task CopyAgainAsync(CaseId id)
    {
        await app.AskAsync(db => db.Set<OutboxMessage>().Where(m => m.Kind == PreCasePapers.OutboxKind && m.Payload.Contains($"{id.Value}"))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DoneAt, (DateTimeOffset?)null)));
        await app.DeliverAsync();
    }

    private async Task HoldAsync(CaseId id, bool on) =>
        Assert.Null((await app.As("zhao").Send(new HoldCase.Command(id, (await app.ViewOf(id)).Summary.Version, on, "court"))).Error);

    private async Task ForgetAsync(MerchantId merchant)
    {
        var due = await app.AskAsync(db => ForgetWatchedTrades.Job.Due(db, app.Clock.GetUtcNow(), CancellationToken.None));
        foreach (var command in due.Append(new ForgetWatchedTrades.Command(merchant)))
        {
            Assert.Null((await app.As(Caller.System).Send(command)).Error);
        }
    }

    private Task<TradeAlert> AlertOf(WatchImport import) => app.AskAsync(db => db.TradeAlerts.AsNoTracking().SingleAsync(a => a.ImportId == import.Id && a.Signal == "LARGE_FREQUENT"));
}
