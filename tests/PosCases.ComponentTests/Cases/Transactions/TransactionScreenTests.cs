using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Reading;
using PosCases.Cases.Transactions.Signals;
using PosCases.Cases.Transactions.Slips;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;
using PosCases.Web.Cases.Transactions;

namespace PosCases.ComponentTests.Cases.Transactions;

public sealed class TransactionScreenTests : CaseContext
{
    private const string Number = "FZ-2026-000123";
    private static readonly ViewTransactions.Heading Heading = new(new CaseId(Guid.NewGuid()), Number, "Shop", true, new DateOnly(2026, 11, 20), 3, 0);
    private static readonly TransactionAddress Address = new(Number, ForMerchant: true);

    [Fact]
    public void Before_an_import_every_column_shows_what_it_holds_and_a_secret_one_cannot_be_chosen()
    {
        var import = Import(
            ["Time", "Amount", "CVV2"], [TransactionField.Moment, TransactionField.Amount, TransactionField.Secret], [["2026-03-01 10:00:00", "12.00", ""]]);
        Mediator.On<ViewTransactionImports.OneQuery>(_ => Answer(new ViewTransactionImports.One(Heading, import, "Xinghe", new Page<ImportIssue>([], 0, 1, 20))));

        var page = Render<ImportView>(p => p.Add(v => v.Number, Number).Add(v => v.Id, import.Id.Value));

        Assert.Equal(["Moment", "Amount"], page.FindAll("select[name=Columns]").Select(s => s.QuerySelector("option[selected]")!.GetAttribute("value")!));
        Assert.Equal("Secret", page.Find("input[type=hidden][name=Columns]").GetAttribute("value"));
        Assert.Contains("12.00", page.Find("table").TextContent, StringComparison.Ordinal);
        Assert.Contains("Xinghe", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void While_an_import_runs_its_progress_is_said_and_the_page_renews_itself()
    {
        var import = Import(["Time", "Amount"], [TransactionField.Moment, TransactionField.Amount], []);
        import.Start(import.Columns);
        import.Advance(0, new ImportProgress(40, 39, 1, 0, 0, 0, 0, 10m, null));
        Mediator.On<ViewTransactionImports.OneQuery>(_ => Answer(new ViewTransactionImports.One(Heading, import, null, new Page<ImportIssue>([], 0, 1, 20))));

        var page = Render<ImportView>(p => p.Add(v => v.Number, Number).Add(v => v.Id, import.Id.Value));

        Assert.NotNull(page.Find("[data-refresh][role=status]"));
        Assert.Equal(("40", "100"), (page.Find("progress").GetAttribute("value"), page.Find("progress").GetAttribute("max")));
    }

    [Fact]
    public void What_may_not_be_kept_is_said_after_the_import_and_sums_that_differ_are_said_too()
    {
        var import = Import(["Time", "Amount"], [TransactionField.Moment, TransactionField.Amount], []);
        import.Start(import.Columns);
        import.Advance(0, new ImportProgress(3, 2, 0, 0, 1, 2, 1, 10m, new StatedTotal(12m, 2)));
        import.End(ImportState.Done, null, Now);

        var page = Render<ImportResult>(p => p.Add(v => v.Import, import).Add(v => v.Address, Address));

        Assert.NotNull(import.Stored!.ErasedAt);
        Assert.Contains("2 full card numbers were masked", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Differs", page.Markup, StringComparison.Ordinal);
        Assert.Contains("¥12.00", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "not the institution's finding", "unofficial")]
    [InlineData("zh-CN", "不是机构的结论", "非官方")]
    public void A_self_check_says_that_it_is_no_finding_where_its_numbers_are_from_and_which_values_it_used(string culture, string neutral, string unofficial)
    {
        Speak(culture);
        var values = new Dictionary<string, decimal>(SignalLibrary.Defaults, StringComparer.Ordinal) { ["largeSingle"] = 4321m };
        var check = SignalCheck.Of(
            Heading.Id, values, [new SignalHit("LARGE_FREQUENT", 1, [Guid.NewGuid()], new Dictionary<string, decimal>(StringComparer.Ordinal) { ["single"] = 1 })], 3, Agent, Now);
        Mediator.On<CheckSignals.Query>(_ => Answer(new CheckSignals.View(Heading, check, false)));

        var page = Render<SignalReport>(p => p.Add(v => v.Address, Address));

        Assert.Contains(neutral, page.Markup, StringComparison.Ordinal);
        Assert.Contains(unofficial, page.Find("#LARGE_FREQUENT").TextContent, StringComparison.Ordinal);
        Assert.Contains("4321", page.Find("#LARGE_FREQUENT").TextContent, StringComparison.Ordinal);
        Assert.Contains("V-", page.Find("#LARGE_FREQUENT").TextContent, StringComparison.Ordinal);
        Assert.Contains("flag=Signal", page.Find("#LARGE_FREQUENT a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(SignalLibrary.Defaults.Count, page.FindAll("form input[inputmode=decimal]").Count);
    }

    [Fact]
    public void The_chart_is_drawn_from_a_table_that_anybody_can_read_and_marks_the_freeze()
    {
        var day = new DateOnly(2026, 11, 19);
        Mediator.On<ViewPattern.Query>(_ => Answer(new ViewPattern.View(
            Heading, PatternStep.Day, [new(day, null, 2, 30m, 0m, 0), new(day.AddDays(1), null, 1, 5m, 0m, 1)], 1)));

        var page = Render<PatternChart>(p => p.Add(v => v.Address, Address));

        var chart = page.Find("[data-pattern]");
        Assert.Equal("img", chart.GetAttribute("role"));
        var rows = page.Find($"#{chart.GetAttribute("data-pattern")}").QuerySelectorAll("tbody tr");
        Assert.Equal([("30.00", "2", false), ("5.00", "1", true)], rows.Select(r => (r.GetAttribute("data-amount")!, r.GetAttribute("data-count")!, r.HasAttribute("data-frozen"))));
        Assert.Contains("Freeze", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_candidate_of_a_slip_shows_every_reason_with_its_weight_and_only_a_person_confirms_it()
    {
        var facts = new TransactionFacts { Row = 2, At = Now, HasTime = true, Amount = 88m, Reference = "R1" };
        var transaction = CaseTransaction.Of(Heading.Id, TransactionImportId.New(), facts, facts.KeyOf());
        var item = EvidenceItem.Of(Heading.Id, null, "SALES_SLIP", new StoredFile("k", "slip.png", "image/png", 1, new string('a', 64)), null, Shop, Now);
        var record = SlipRecord.Of(item.Id, Heading.Id);
        record.Say(new SlipForm { Reference = "R1", Amount = 90m }, Shop, Now);

        var page = Render<SlipItem>(p => p
            .Add(v => v.Slip, new ViewSlips.Slip(item, record, null, [SlipMatch.Weigh(record.Form, transaction)]))
            .Add(v => v.Case, Heading).Add(v => v.Address, Address));

        Assert.Equal(["Same reference +50", "Another amount -25"], page.FindAll(".tx-points li").Select(l => l.TextContent.Trim()));
        Assert.Equal(transaction.Id.ToString(), page.Find("button[name=transaction]").GetAttribute("value"));
    }

    private static Result<T> Answer<T>(T value) => value;

    private static TransactionImport Import(IReadOnlyList<string> headers, IReadOnlyList<TransactionField> guess, IReadOnlyList<IReadOnlyList<string>> sample) => TransactionImport.Of(
        Heading.Id, null, "export.csv", new Vault.Kept(new string('a', 32), 1, new string('a', 64), Heading.Id.Value, new WrappedKey("k", new byte[60])),
        new TableShape { Format = TableFormat.Csv, Encoding = "utf-8", Delimiter = ',', HeaderRow = 1, Headers = headers, Rows = 100, Sample = sample, Guess = guess }, guess, Shop, Now);
}
