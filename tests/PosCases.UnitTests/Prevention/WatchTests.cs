using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Reading;
using PosCases.Cases.Transactions.Signals;
using PosCases.Merchants;
using PosCases.Platform.Security;
using PosCases.Playbooks;
using PosCases.Prevention.LargeTrades;
using PosCases.Prevention.Watch;

namespace PosCases.UnitTests.Prevention;

public sealed class WatchTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_signal_of_the_self_check_says_why_somebody_may_ask_and_coaches_nobody()
    {
        foreach (var signal in SignalLibrary.All)
        {
            var text = WatchLibrary.Find(signal.Code);

            Assert.NotNull(text);
            Assert.Empty(Coaching.Find(text.Why.Zh).Concat(Coaching.Find(text.Why.En)));
        }
    }

    [Fact]
    public void A_large_sale_raises_an_alert_that_weighs_much_with_the_values_it_was_found_with()
    {
        var raised = Assert.Single(Look([Sale(1, 68_000m)]), r => r.Hit.Code == "LARGE_FREQUENT");

        Assert.Equal(AlertLevel.High, raised.Level);
        Assert.Equal(50_000m, raised.Values["largeSingle"]);
        Assert.Equal([Id(1)], raised.Hit.Transactions);
    }

    [Fact]
    public void The_merchants_own_figure_and_hours_are_what_it_is_compared_with()
    {
        Assert.Equal(5000m, Alerts.Values(null, 5000m)["largeSingle"]);
        Assert.Contains(Look([Sale(1, 6000m)], large: 5000m), r => r.Hit.Code == "LARGE_FREQUENT");
        var morning = Sale(1, 20m) with { At = Noon.AddHours(-7), Hour = 5 };
        Assert.DoesNotContain(Look([morning]), r => r.Hit.Code == "OUT_OF_PROFILE");
        Assert.Contains(Look([morning], hours: (9, 21)), r => r.Hit.Code == "OUT_OF_PROFILE");
    }

    [Fact]
    public void What_an_earlier_alert_names_is_not_raised_again()
    {
        var first = Look([Sale(1, 68_000m)]);

        Assert.Empty(Look([Sale(1, 68_000m)], earlier: first));
        var later = Assert.Single(Look([Sale(1, 68_000m), Sale(2, 70_000m)], earlier: first), r => r.Hit.Code == "LARGE_FREQUENT");
        Assert.Equal([Id(2)], later.Hit.Transactions);
    }

    [Fact]
    public void A_share_is_not_told_of_a_handful_of_sales()
    {
        Assert.DoesNotContain(Look([Sale(1, 3000m)]), r => r.Hit.Code == "AMOUNT_NEAR_ROUND");
        Assert.Contains(Look([.. Enumerable.Range(1, Alerts.FewestForShares).Select(n => Sale(n, 3000m))]), r => r.Hit.Code == "AMOUNT_NEAR_ROUND");
    }

    [Fact]
    public void Trades_that_three_signals_name_weigh_much()
    {
        SignalHit[] hits = [Hit("BURST", 1, 2), Hit("SAME_CARD_REPEATED", 2), Hit("NIGHT_TXN", 2, 3)];

        Assert.Equal(AlertLevel.High, WatchLibrary.LevelOf(hits[0], hits));
        Assert.Equal(AlertLevel.Notice, WatchLibrary.LevelOf(hits[0], hits[..2]));
    }

    [Fact]
    public void An_alert_is_explained_before_it_is_settled_and_rests_then()
    {
        var alert = Raise();

        Assert.Equal(new AlertNotAt(AlertState.New), alert.Resolve(Actor.System, Noon).Error);
        Assert.True(alert.Acknowledge(Actor.System, Noon).Succeeded);
        Assert.Equal(new AlertNotAt(AlertState.Acknowledged), alert.Acknowledge(Actor.System, Noon).Error);
        Assert.True(alert.Explain(new AlertExplanation(" a wedding ", LargeTradeId.New(), null), Actor.System, Noon).Succeeded);
        Assert.Equal(("a wedding", true), (alert.Note, alert.MayPrepare));
        Assert.True(alert.Resolve(Actor.System, Noon).Succeeded);
        Assert.Equal(new AlertNotAt(AlertState.Resolved), alert.Explain(new AlertExplanation("x", null, null), Actor.System, Noon).Error);
        Assert.False(alert.MayPrepare);
    }

    private static TradeAlert Raise() => TradeAlert.Raise(
        WatchImport.Of(
            MerchantId.New(), "f.csv", new PosCases.Platform.Storage.Vault.Kept("n", 1, new string('a', 64), Guid.NewGuid(), null),
            new TableShape { Format = TableFormat.Csv, HeaderRow = 1, Headers = [], Rows = 0, Sample = [], Guess = [] }, [], Actor.System, Noon),
        Hit("LARGE_FREQUENT", 1), AlertLevel.High, new Dictionary<string, decimal>(), Noon);

    private static IReadOnlyList<Alerts.Raised> Look(
        IReadOnlyList<TransactionPoint> points, decimal? large = null, (int, int)? hours = null, IReadOnlyList<Alerts.Raised>? earlier = null)
    {
        var setting = hours is var (opens, closes) ? new WatchSetting { MerchantId = MerchantId.New(), OpensAt = opens, ClosesAt = closes } : null;
        return Alerts.Of(points, Alerts.Values(setting, large), setting is not null, [.. (earlier ?? []).Select(e => e.Hit)]);
    }

    private static TransactionPoint Sale(int number, decimal amount) => new(
        Id(number), Noon.AddDays(number), true, new DateOnly(2026, 6, 1).AddDays(number), 12, amount, TransactionKind.Sale, TransactionState.Succeeded, null, CardKind.Unknown, null);

    private static SignalHit Hit(string code, params int[] numbers) => new(code, numbers.Length, [.. numbers.Select(Id)], new Dictionary<string, decimal>());

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
