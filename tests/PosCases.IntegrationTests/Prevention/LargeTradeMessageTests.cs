using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Transactions;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Prevention.LargeTrades;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Prevention;

public sealed class LargeTradeMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    private LargeTradeForm Form => new(28_800m, app.Clock.GetUtcNow().AddMinutes(-3), "crab", "Wu", [IdentityCheck.KnownCustomer], "gifts", TradeDelivery.TakenAway, "He");

    [Fact]
    public async Task A_record_is_the_merchants_and_the_desks_and_is_found_by_day_and_amount()
    {
        var id = await RecordAsync("xiangman", Form with { Amount = 31_415m });

        Assert.True((await app.As("xiangman-staff").Send(new ViewLargeTrade.Query(id))).Succeeded);
        Assert.True((await app.As("li").Send(new ViewLargeTrade.Query(id))).Succeeded);
        Assert.Equal(new NotFound(nameof(LargeTrade)), (await app.As("lanxin").Send(new ViewLargeTrade.Query(id))).Error);
        Assert.Equal(new NotFound("Merchant"), (await app.As("lanxin").Send(new ListLargeTrades.Query(await MerchantOf("xiangman"), new()))).Error);
        var today = ShanghaiTime.DateOf(app.Clock.GetUtcNow());
        Assert.Equal([id], (await FoundAsync(new(today, today, 31_415m, 31_415m))).Select(t => t.Id));
        Assert.Empty(await FoundAsync(new(Least: 31_416m, Most: 31_500m)));
        Assert.Empty(await FoundAsync(new(From: today.AddDays(1))));

        async Task<IReadOnlyList<LargeTrade>> FoundAsync(ListLargeTrades.Filter filter) =>
            (await app.As("xiangman").Send(new ListLargeTrades.Query(null, filter))).Value.Rows.Items;
    }

    [Fact]
    public async Task A_card_number_a_later_sale_and_an_unnamed_check_are_refused()
    {
        Assert.Equal("CardNumber", Code(await app.As("huanan").Send(new RecordLargeTrade.Command(Form with { Note = "paid with 4111111111111111" }))));
        Assert.Equal("SaleMoment", Code(await app.As("huanan").Send(new RecordLargeTrade.Command(Form with { At = app.Clock.GetUtcNow().AddHours(2) }))));
        Assert.Equal("ChooseOne", Code(await app.As("huanan").Send(new RecordLargeTrade.Command(Form with { Checks = [] }))));
        Assert.IsType<NotPermitted>((await app.As("li").Send(new RecordLargeTrade.Command(Form))).Error);

        static string Code(Result result) => Assert.IsType<Invalid>(result.Error).Fields[0].Code;
    }

    [Fact]
    public async Task A_correction_leaves_the_first_version_and_only_the_newest_is_listed_and_corrected()
    {
        var first = await RecordAsync("huanan", Form);
        var second = (await app.As("huanan").Send(new CorrectLargeTrade.Command(first, Form with { Buyer = "Wu and sons" }, "the firm's name"))).Value;

        Assert.IsType<Conflict>((await app.As("huanan").Send(new CorrectLargeTrade.Command(first, Form, "again"))).Error);
        var view = (await app.As("huanan").Send(new ViewLargeTrade.Query(first))).Value;
        Assert.Equal([second, first], view.Versions.Select(v => v.Id));
        Assert.Equal(("Wu", false), (view.Trade.Buyer, view.MayChange));
        var listed = (await app.As("huanan").Send(new ListLargeTrades.Query(null, new()))).Value.Rows.Items.Select(t => t.Id).ToList();
        Assert.Contains(second, listed);
        Assert.DoesNotContain(first, listed);
    }

    [Fact]
    public async Task A_record_goes_into_a_case_of_the_same_merchant_with_its_photos_once()
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Collecting))).Case;
        var trade = await RecordAsync("huanan", Form);
        byte[] picture = [.. Pictures.Png(9), .. Guid.NewGuid().ToByteArray()];
        Assert.Null((await app.As("huanan").Send(new AddTradePhoto.Command(trade, TradePhotoKind.Slip, await app.TakeAsync((await MerchantOf("huanan")).Value, picture)))).Error);
        var strangers = await RecordAsync("lanxin", Form);
        TakeTradeToCase.Command take = new(made.Id, trade, await app.TakeAsync(made.Id), [await app.TakeAsync(made.Id, picture)]);

        Assert.Equal(new NotFound(nameof(LargeTrade)), (await app.As("huanan").Send(take with { CommandId = Guid.NewGuid(), Trade = strangers })).Error);
        Assert.Equal(new NotFound("Case"), (await app.As("lanxin").Send(take with { CommandId = Guid.NewGuid(), Trade = strangers })).Error);
        Assert.IsType<Invalid>((await app.As("huanan").Send(take with { CommandId = Guid.NewGuid(), Photos = [] })).Error);
        var taken = await app.As("huanan").Send(take);

        Assert.True(taken.Succeeded, taken.Error?.Code);
        var papers = (await app.ViewOf(made.Id)).Case.Evidence;
        Assert.Equal("BUYER_IDENTITY", papers.Single(i => i.Id == taken.Value).Code);
        Assert.Contains(papers, i => i is { Code: "SALES_SLIP", FromMerchant: true });
        Assert.Equal(new TradeInCase(), (await app.As("huanan").Send(new TakeTradeToCase.MayQuery(made.Id, trade))).Error);
        var view = (await app.As("li").Send(new ViewLargeTrade.Query(trade))).Value;
        Assert.Equal([made.Number], view.Uses.Select(u => u.CaseNumber));
        Assert.DoesNotContain(view.OpenCases, c => c.Id == made.Id);
    }

    [Fact]
    public async Task An_imported_transaction_of_the_same_amount_and_time_is_shown_beside_the_record()
    {
        var made = await app.Given.Case().At(DemoPath.Collecting);
        var sold = app.Clock.GetUtcNow().AddMinutes(-20);
        var trade = await RecordAsync("huanan", Form with { Amount = 27_182m, At = sold });
        await app.AskAsync(async db =>
        {
            var import = TransactionImport.Of(made, null, "f.csv", (await app.TakeAsync(made)).KeptFor(made.Value), Shape, [], PosCases.Platform.Security.Actor.System, sold);
            db.Add(import);
            db.Add(CaseTransaction.Of(made, import.Id, Facts(1, sold.AddMinutes(4), 27_182m), "a"));
            db.Add(CaseTransaction.Of(made, import.Id, Facts(2, sold.AddMinutes(4), 27_183m), "b"));
            db.Add(CaseTransaction.Of(made, import.Id, Facts(3, sold.AddMinutes(90), 27_182m), "c"));
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var match = Assert.Single((await app.As("huanan").Send(new ViewLargeTrade.Query(trade))).Value.Matches);

        Assert.Equal(sold.AddMinutes(4), match.At);
    }

    [Fact]
    public async Task The_merchants_own_figure_is_kept_and_a_proposal_stands_beside_it()
    {
        Assert.Null((await app.As("lanxin").Send(new SetTradeThreshold.Command(6000m))).Error);
        Assert.IsType<Invalid>((await app.As("lanxin").Send(new SetTradeThreshold.Command(1m))).Error);

        var list = (await app.As("li").Send(new ListLargeTrades.Query(await MerchantOf("lanxin"), new()))).Value;

        Assert.Equal(6000m, list.Threshold!.Amount);
        Assert.True(list.Proposed.Amount > 0);
    }

    private static PosCases.Cases.Transactions.Reading.TableShape Shape =>
        new() { Format = PosCases.Cases.Transactions.Reading.TableFormat.Csv, HeaderRow = 1, Headers = [], Rows = 0, Sample = [], Guess = [] };

    private static TransactionFacts Facts(int row, DateTimeOffset at, decimal amount) =>
        new() { Row = row, At = at, HasTime = true, Amount = amount, Kind = TransactionKind.Sale, State = TransactionState.Succeeded };

    private async Task<LargeTradeId> RecordAsync(string person, LargeTradeForm form) => (await app.As(person).Send(new RecordLargeTrade.Command(form))).Value;

    private async Task<PosCases.Merchants.MerchantId> MerchantOf(string person) => (await app.AskAsync(db => db.Set<Person>()
        .Where(p => p.UserName == person + "@demo.example").Select(p => p.MerchantId).SingleAsync()))!.Value;
}
