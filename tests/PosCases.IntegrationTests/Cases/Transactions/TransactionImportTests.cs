using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Reading;
using PosCases.Institutions;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Transactions;

/// <summary>An acquirer's export becomes transactions; nothing of it is lost and nothing is kept that may not be.</summary>
public sealed class TransactionImportTests(QuietHost app) : IClassFixture<QuietHost>
{
    private const string Header = "交易时间,交易金额,检索参考号,终端号,卡号,交易类型,状态,手续费\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    public async Task An_export_is_taken_in_whatever_its_encoding_and_its_columns_are_known_by_their_names(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var id = await app.Given.Case().At(DemoPath.Collecting);
        var text = Encoding.GetEncoding(encoding);
        byte[] file = [.. text.GetPreamble(), .. text.GetBytes(Header + "2026年3月1日 14时05分,\"1,234.50元\",000000000001,T1,6222****1234,消费,交易成功,3.70\n")];

        var import = await ImportAsync(id, file);

        Assert.Equal(ImportState.Done, import.State);
        var one = Assert.Single(await TransactionsOf(id));
        Assert.Equal((1234.50m, 3.70m, "000000000001", "T1"), (one.Amount, one.Fee, one.Reference, one.Terminal));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 6, 5, 0, TimeSpan.Zero), one.At);
        Assert.Equal((TransactionKind.Sale, TransactionState.Succeeded, "6222******1234"), (one.Kind, one.State, one.Card));
    }

    [Fact]
    public async Task A_bad_row_costs_no_good_one_and_is_kept_mended_and_taken_in()
    {
        var id = await app.Given.Case().At(DemoPath.Collecting);

        var import = await ImportAsync(id, Csv(
            Header
            + "2026-03-01 10:00:00,10.00,R1,T1,,消费,成功,\n"
            + "03/04/2026,20.00,R2,T1,,消费,成功,\n"
            + "2026-03-01 10:02:00,twenty,R3,T1,,消费,成功,\n"
            + "2026-03-01 10:03:00,30.00,R4,T1,\"open,消费,成功,\n"
            + "2026-03-01 10:04:00,40.00,R5,T1,,消费,成功,\n"
            + "合计,60.00,,,,,2笔,\n"));

        Assert.Equal((2, 3, 1), (import.Good, import.Bad, import.Totals));
        var issues = await IssuesOf(import.Id);
        Assert.Equal([3, 4, 5], issues.Select(i => i.Row));
        Assert.Equal([RowProblemKind.MomentAmbiguous, RowProblemKind.AmountUnreadable, RowProblemKind.UnclosedQuote], issues.Select(i => i.Kind));
        Assert.Equal((1, "twenty"), (issues[1].Column!.Value, issues[1].Found));
        Assert.Equal("R3", issues[1].Cells[2]);
        Assert.False(import.SumsAgree);

        Assert.IsType<RowStillWrong>((await app.As("huanan").Send(new MendTransactionRow.Command(id, issues[1].Id, issues[1].Cells))).Error);
        await Must(app.As("huanan").Send(new MendTransactionRow.Command(id, issues[1].Id, [.. issues[1].Cells.Select(c => c == "twenty" ? "10" : c)])));
        await Must(app.As("li").Send(new MendTransactionRow.DropCommand(id, issues[2].Id)));

        var after = await ReadAsync(import.Id);
        Assert.Equal((3, 60m), (after.Good, after.AmountRead));
        Assert.Contains(await TransactionsOf(id), t => t is { Reference: "R3", Amount: 10m, Row: 4 });
        Assert.Equal(IssueState.Open, Assert.Single(await IssuesOf(import.Id), i => i.State == IssueState.Open).State);
    }

    [Fact]
    public async Task Neither_the_same_file_nor_the_same_transaction_comes_in_twice()
    {
        var id = await app.Given.Case().At(DemoPath.Collecting);
        var file = Csv(Header + "2026-03-01 10:00:00,10.00,R1,T1,,消费,成功,\n2026-03-01 11:00:00,10.00,R2,T1,,消费,成功,\n");

        await ImportAsync(id, file);
        var again = await ReceiveAsync(id, file);
        var longer = await ImportAsync(id, Csv(Header + "2026-03-01 10:00:00,10.00,R1,T1,,消费,成功,0.10\n2026-03-01 12:00:00,10.00,R3,T1,,消费,成功,\n合计,20.00,,,,,2,\n"));

        Assert.IsType<FileImportedBefore>(again.Error);
        Assert.Equal((1, 1), (longer.Good, longer.Known));
        Assert.True(longer.SumsAgree);
        Assert.Equal(3, (await TransactionsOf(id)).Count);
    }

    [Fact]
    public async Task Two_rows_that_nothing_tells_apart_are_asked_about_and_both_can_be_true()
    {
        var id = await app.Given.Case().At(DemoPath.Collecting);

        var import = await ImportAsync(id, Csv("交易时间,交易金额\n2026-03-01 10:00:00,5.00\n2026-03-01 10:00:00,5.00\n"));
        var twin = Assert.Single(await IssuesOf(import.Id));

        Assert.Equal(RowProblemKind.PossibleTwin, twin.Kind);
        await Must(app.As("li").Send(new MendTransactionRow.Command(id, twin.Id, twin.Cells)));
        Assert.Equal(2, (await TransactionsOf(id)).Count);
    }

    [Fact]
    public async Task No_full_card_number_and_no_secret_is_kept_anywhere_and_the_file_that_held_them_is_thrown_away()
    {
        const string card = "4012888888881881";
        var id = await app.Given.Case().At(DemoPath.Collecting);

        var import = await ImportAsync(id, Csv(
            "交易时间,交易金额,卡号,CVV2,备注\n"
            + $"2026-03-01 10:00:00,10.00,{card},987,\"paid by {card}\"\n"
            + $"yesterday,20.00,{card},987,;{card}=49121200000000?\n"));

        Assert.Equal((3, 3), (import.CardsMasked, import.SecretsDropped));
        Assert.Null(import.Stored!.WrappedKey);
        Assert.Equal("401288******1881", Assert.Single(await TransactionsOf(id)).Card);
        Assert.Equal(["yesterday", "20.00", "401288******1881", "", ""], Assert.Single(await IssuesOf(import.Id)).Cells);
        await app.RunJobsAsync();
        Assert.NotNull((await ReadAsync(import.Id)).Stored!.ErasedAt);
        foreach (var file in Directory.EnumerateFiles(app.DataFolder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(card, await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_the_columns_held_is_remembered_for_the_institution_the_merchants_own_before_the_desks()
    {
        var (first, second) = (await app.Given.Case().At(DemoPath.Collecting), await app.Given.Case().Of("lanxin").At(DemoPath.Collecting));
        var institution = await app.AskAsync(db => db.Set<Institution>().Where(i => i.Code == "DEMO-XINGHE").Select(i => i.Id).SingleAsync());
        const string odd = "甲,乙,丙,交易时间\n1,10.00,x,2026-03-01 10:00:00\n";
        TransactionField[] meant = [TransactionField.Reference, TransactionField.Amount, TransactionField.Ignored, TransactionField.Moment];
        TransactionField[] others = [TransactionField.Voucher, TransactionField.Amount, TransactionField.Ignored, TransactionField.Moment];

        await StartAsync("li", first, await MustReceive("li", first, Csv(odd), institution), meant);
        var seen = await ReadAsync(await MustReceive("lanxin", second, Csv(odd + "2,10.00,x,2026-03-02 10:00:00\n"), institution));
        await StartAsync("lanxin", second, seen.Id, others);
        var own = await ReadAsync(await MustReceive("lanxin", second, Csv(odd + "3,10.00,x,2026-03-03 10:00:00\n"), institution));
        var desk = await ReadAsync(await MustReceive("wang", first, Csv(odd + "4,10.00,x,2026-03-04 10:00:00\n"), institution));

        Assert.Equal(meant, seen.Columns);
        Assert.Equal(others, own.Columns);
        Assert.Equal(meant, desk.Columns);
    }

    [Fact]
    public async Task Columns_that_make_no_transaction_are_refused_with_the_reason()
    {
        var id = await app.Given.Case().At(DemoPath.Collecting);
        var import = await ReadAsync(await MustReceive("li", id, Csv("交易时间,交易金额,备注\n2026-03-01 10:00:00,1,x\n"), null));

        async Task<string> Try(params TransactionField[] columns) =>
            Assert.IsType<Invalid>((await app.As("li").Send(new StartTransactionImport.Command(id, import.Id, import.Version, columns, false))).Error).Fields[0].Code;

        Assert.Equal("NoMoment", await Try(TransactionField.Ignored, TransactionField.Amount, TransactionField.Ignored));
        Assert.Equal("NoAmount", await Try(TransactionField.Moment, TransactionField.Ignored, TransactionField.Ignored));
        Assert.Equal("ColumnTwice", await Try(TransactionField.Moment, TransactionField.Amount, TransactionField.Amount));
        Assert.Equal("ColumnCount", await Try(TransactionField.Moment, TransactionField.Amount));
    }

    [Fact]
    public async Task Hundred_thousand_rows_come_in_batch_by_batch_go_on_after_a_restart_and_are_never_held_at_once()
    {
        const int rows = 100_000;
        var id = await app.Given.Case().At(DemoPath.Collecting);
        var limits = app.Services.GetRequiredService<ImportLimits>();
        await DrainAsync();
        var import = await MustReceive("li", id, Many(rows), null);
        Assert.Equal(rows, (await ReadAsync(import)).Shape.Rows);
        await StartAsync("li", id, import, null);

        var run = app.Services.GetRequiredService<ImportRun>();
        await app.RunJobsAsync();
        var early = (await ReadAsync(import)).RowsRead;
        // A restart: whatever was kept open is gone.
        await run.DisposeAsync();
        await DrainAsync();

        var done = await ReadAsync(import);
        Assert.Equal(limits.BatchRows * limits.BatchesOfRun, early);
        Assert.Equal((ImportState.Done, rows - 2, 2, 0), (done.State, done.Good, done.Bad, done.Known));
        Assert.InRange(run.MostHeld, 1, limits.BatchRows * limits.BatchesOfRun);
        Assert.Equal(rows - 2, await app.AskAsync(db => db.Set<CaseTransaction>().Where(t => t.CaseId == id).Select(t => t.Row).Distinct().CountAsync()));
        Assert.Equal(done.AmountRead, await app.AskAsync(db => db.Set<CaseTransaction>().Where(t => t.CaseId == id).SumAsync(t => t.Amount)));
        Assert.Single(await app.EventsOf(id), e => e.Kind == CaseEventKind.TransactionsImported);
    }

    [Fact]
    public async Task Whoever_cancels_keeps_what_came_in_and_nothing_comes_after_it()
    {
        var id = await app.Given.Case().At(DemoPath.Collecting);
        await DrainAsync();
        var import = await MustReceive("huanan", id, Many(12_000), null);
        await StartAsync("huanan", id, import, null);
        await app.RunJobsAsync();

        await Must(app.As("huanan").Send(new CancelTransactionImport.Command(id, import)));
        await app.RunJobsAsync();

        var cancelled = await ReadAsync(import);
        Assert.Equal((ImportState.Cancelled, 8_000), (cancelled.State, cancelled.RowsRead));
        Assert.Equal(8_000 - cancelled.Bad, (await TransactionsOf(id)).Count);
        Assert.Null(cancelled.Stored!.WrappedKey);
        Assert.IsType<ImportNotAt>((await app.As("huanan").Send(new CancelTransactionImport.Command(id, import))).Error);
    }

    [Fact]
    public async Task A_workbook_is_read_like_a_text_with_dates_and_amounts_as_it_counts_them()
    {
        var id = await app.Given.Case().At(DemoPath.Collecting);

        var import = await ImportAsync(id, Workbooks.Of(
            ["商户明细"],
            ["交易时间", "交易金额", "检索参考号", "卡号"],
            [46082.5, 48.199999999999996, "000000000001", "6222****1234"],
            ["2026-03-01 13:00:00", "1,000.00", "000000000002", ""],
            ["bad", 3, "000000000003", ""]));

        Assert.Equal((TableFormat.Xlsx, 2, 1), (import.Shape.Format, import.Good, import.Bad));
        var transactions = await TransactionsOf(id);
        Assert.Equal([48.20m, 1000m], transactions.OrderBy(t => t.Row).Select(t => t.Amount));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 4, 0, 0, TimeSpan.Zero), transactions.Single(t => t.Row == 3).At);
    }

    public static TheoryData<string, TableRefusal> Hostile => new()
    {
        { "zip-bomb", TableRefusal.TooLarge },
        { "too-many-parts", TableRefusal.TooLarge },
        { "lying-bomb", TableRefusal.TooLarge },
        { "doctype", TableRefusal.Damaged },
        { "cut-off", TableRefusal.Damaged },
        { "plain-zip", TableRefusal.NotATable },
        { "old-workbook", TableRefusal.OldWorkbook },
        { "web-page", TableRefusal.WebPage },
        { "picture", TableRefusal.NotATable },
        { "no-header", TableRefusal.NoHeader },
        { "empty", TableRefusal.NotATable },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_or_foreign_file_is_refused_and_nothing_of_it_is_left(string kind, TableRefusal why)
    {
        var id = await app.Given.Case().At(DemoPath.Collecting);
        var before = FilesKept();
        var limits = new ImportLimits { LargestUnpacked = 4 * 1024 * 1024, MostCharacters = 1024 * 1024 };
        var files = new TransactionFiles(app.Services.GetRequiredService<PosCases.Platform.Storage.Vault>(), limits);

        var taken = await files.TakeAsync(new MemoryStream(Workbooks.Hostile(kind)), id, TestContext.Current.CancellationToken);

        Assert.Equal(new ImportFileRefused(why), taken.Error);
        Assert.Equal(before, FilesKept());
    }

    [Fact]
    public async Task A_file_that_nobody_starts_is_thrown_away_after_a_week()
    {
        var id = await app.Given.Case().At(DemoPath.Collecting);
        var import = await MustReceive("huanan", id, Csv(Header + "2026-03-01 10:00:00,1.00,R,T,,,,\n"), null);

        app.Clock.Advance(TimeSpan.FromDays(8));
        // What others started is read first.
        for (var round = 0; round < 50 && (await ReadAsync(import)).State == ImportState.Mapping; round++)
        {
            await app.RunJobsAsync();
        }

        Assert.Equal((ImportState.Expired, (byte[]?)null), ((await ReadAsync(import)).State, (await ReadAsync(import)).Stored!.WrappedKey));
    }

    internal static byte[] Csv(string text) => Encoding.UTF8.GetBytes(text);

    private int FilesKept() => Directory.Exists(Path.Combine(app.DataFolder, "evidence")) ? Directory.EnumerateFiles(Path.Combine(app.DataFolder, "evidence"), "*", SearchOption.AllDirectories).Count() : 0;

    private static byte[] Many(int rows)
    {
        var text = new StringBuilder(Header);
        var start = new DateTime(2025, 1, 1, 8, 0, 0, DateTimeKind.Unspecified);
        for (var i = 0; i < rows; i++)
        {
            var amount = i is 17 or 777 ? "?" : (i % 997 + 0.5m).ToString(CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{start.AddMinutes(i):yyyy-MM-dd HH:mm:ss},{amount},{i:000000000000},T{i % 3},6222****{i % 10000:0000},消费,成功,0.1\n");
        }

        return Csv(text.ToString());
    }

    private async Task<TransactionImport> ImportAsync(CaseId id, byte[] file)
    {
        var import = await MustReceive("li", id, file, null);
        await StartAsync("li", id, import, null);
        await DrainAsync();
        return await ReadAsync(import);
    }

    // One import a run, the oldest first.
    private async Task DrainAsync()
    {
        while (await app.AskAsync(db => db.Set<TransactionImport>().AnyAsync(i => i.State == ImportState.Running)))
        {
            await app.RunJobsAsync();
        }
    }

    private async Task StartAsync(string person, CaseId id, TransactionImportId import, IReadOnlyList<TransactionField>? columns)
    {
        var seen = await ReadAsync(import);
        await Must(app.As(person).Send(new StartTransactionImport.Command(id, import, seen.Version, columns ?? seen.Columns, columns is not null)));
    }

    private async Task<TransactionImportId> MustReceive(string person, CaseId id, byte[] file, InstitutionId? institution)
    {
        var received = await ReceiveAsync(id, file, person, institution);
        Assert.Null(received.Error);
        return received.Value;
    }

    private async Task<Result<TransactionImportId>> ReceiveAsync(CaseId id, byte[] file, string person = "li", InstitutionId? institution = null)
    {
        var taken = await app.Services.GetRequiredService<TransactionFiles>().TakeAsync(new MemoryStream(file), id, TestContext.Current.CancellationToken);
        Assert.Null(taken.Error);
        return await app.As(person).Send(new ReceiveTransactionFile.Command(id, institution, "export.csv", taken.Value.Kept, taken.Value.Shape));
    }

    private Task<TransactionImport> ReadAsync(TransactionImportId id) => app.AskAsync(db => db.Set<TransactionImport>().AsNoTracking().Include(i => i.Stored).SingleAsync(i => i.Id == id));

    private Task<List<CaseTransaction>> TransactionsOf(CaseId id) => app.AskAsync(db => db.Set<CaseTransaction>().AsNoTracking().Where(t => t.CaseId == id).ToListAsync());

    private Task<List<ImportIssue>> IssuesOf(TransactionImportId id) => app.AskAsync(db => db.Set<ImportIssue>().AsNoTracking().Where(i => i.ImportId == id).OrderBy(i => i.Row).ToListAsync());

    private static async Task Must(Task<Result> sending) => Assert.Null((await sending).Error);
}
