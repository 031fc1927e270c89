using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Signals;

namespace PosCases.UnitTests.Cases.Transactions;

public sealed class SignalTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 4, 0, 0, TimeSpan.Zero);
    private int amounts;

    public static TheoryData<string> Codes => [.. SignalLibrary.All.Select(s => s.Code)];

    [Fact]
    public void An_ordinary_week_fires_nothing()
    {
        var week = Enumerable.Range(0, 70).Select(i => Sale(Noon.AddDays(i / 10).AddMinutes(i % 10 * 37), 31m + (i * 7 % 53), $"c{i}")).ToList();

        Assert.Empty(SignalEngine.Look(week, SignalLibrary.Defaults));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_signal_fires_on_what_it_describes_and_names_the_transactions(string code)
    {
        var (points, fired) = Example(code);

        var hit = Assert.Single(SignalEngine.Look(points, SignalLibrary.Defaults), h => h.Code == code);

        Assert.Equal(fired.Select(p => p.Id).Order(), hit.Transactions.Order());
        Assert.True(hit.Count > 0);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_signal_says_where_it_is_from_how_well_that_was_read_and_whence_its_numbers_come(string code)
    {
        var signal = SignalLibrary.Find(code)!;

        Assert.True(signal.Label is "V" or "V-" or "S");
        Assert.All([signal.Title, signal.What, signal.Source, signal.Show], text => Assert.False(string.IsNullOrWhiteSpace(text.Zh) || string.IsNullOrWhiteSpace(text.En)));
        Assert.NotEmpty(signal.Parameters);
        Assert.All(signal.Parameters, p => Assert.InRange(p.Default, p.Least, p.Most));
        // Only what a rule that was read names may be called a rule's number.
        Assert.All(signal.Parameters.Where(p => p.Origin == SignalOrigin.Rule), _ => Assert.True(code is "SPLIT_SAME_CARD" or "DORMANT"));
    }

    [Fact]
    public void Another_value_gives_another_answer()
    {
        List<TransactionPoint> points = [Sale(Noon, 3_000m, "a"), Sale(Noon.AddHours(1), 45m, "b")];

        Assert.DoesNotContain(SignalEngine.Look(points, SignalLibrary.Defaults), h => h.Code == "LARGE_FREQUENT");
        var changed = new Dictionary<string, decimal>(SignalLibrary.Defaults, StringComparer.Ordinal) { ["largeSingle"] = 3_000m };
        Assert.Equal([points[0].Id], Assert.Single(SignalEngine.Look(points, changed), h => h.Code == "LARGE_FREQUENT").Transactions);
    }

    [Fact]
    public void Another_card_between_two_sales_ends_a_run_of_one_card()
    {
        List<TransactionPoint> points = [Sale(Noon, 11m, "a"), Sale(Noon.AddMinutes(1), 12m, "a"), Sale(Noon.AddMinutes(2), 13m, "b"), Sale(Noon.AddMinutes(3), 14m, "a")];

        Assert.DoesNotContain(SignalEngine.Look(points, SignalLibrary.Defaults), h => h.Code == "SPLIT_SAME_CARD");
    }

    [Fact]
    public void Sales_whose_time_was_not_told_are_neither_at_night_nor_outside_opening_hours()
    {
        var point = Sale(Noon.AddHours(-9), 31m, "a") with { HasTime = false };

        Assert.Empty(SignalEngine.Look([point], SignalLibrary.Defaults));
    }

    private (IReadOnlyList<TransactionPoint> Points, IReadOnlyList<TransactionPoint> Fired) Example(string code)
    {
        List<TransactionPoint> fired = code switch
        {
            "LARGE_FREQUENT" => [Sale(Noon, 61_234m, "a")],
            "AMOUNT_NEAR_ROUND" => [Sale(Noon, 2_999m, "a"), Sale(Noon.AddHours(1), 1_000m, "b")],
            "LARGE_ROUND_SHARE_HIGH" => [Sale(Noon, 20_000m, "a")],
            "VOLUME_SPIKE_DROP" => [Sale(Noon.AddDays(8), 5_431m, "z")],
            "OUT_OF_PROFILE" => [Sale(Noon.AddHours(11), 31m, "a")],
            "NIGHT_TXN" => [Sale(Noon.AddHours(15), 31m, "a")],
            "CREDIT_SHARE_HIGH" => [Sale(Noon, 31m, "a") with { CardKind = CardKind.Credit }],
            "SPLIT_SAME_CARD" => [.. Enumerable.Range(0, 3).Select(i => Sale(Noon.AddMinutes(i * 15), 31m + i, "a"))],
            "BURST" => [.. Enumerable.Range(0, 21).Select(i => Sale(Noon.AddSeconds(i * 20), 31m + i, $"c{i}"))],
            "SMALL_FREQUENT" => [.. Enumerable.Range(0, 3).Select(i => Sale(Noon.AddMinutes(i), 1.5m + i, $"c{i}"))],
            "SAME_CARD_REPEATED" => [.. Enumerable.Range(0, 3).Select(i => Sale(Noon.AddHours(i * 3), 31m + i, "a"))],
            "SAME_AMOUNT_REPEATED" => [.. Enumerable.Range(0, 3).Select(i => Sale(Noon.AddHours(i), 31m, $"c{i}"))],
            "MANY_CARDS" => [.. Enumerable.Range(0, 31).Select(i => Sale(Noon.AddMinutes(i * 12), 31m + (amounts++ % 7), $"c{i}"))],
            "MANUAL_OR_FAILED_RETRY" => [.. Enumerable.Range(0, 3).Select(i => Sale(Noon.AddMinutes(i), 31m, "a") with { State = TransactionState.Failed })],
            "DORMANT" => [Sale(Noon.AddMonths(-4), 31m, "a"), Sale(Noon, 32m, "b")],
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
        };
        List<TransactionPoint> before = code == "VOLUME_SPIKE_DROP" ? [.. Enumerable.Range(0, 7).Select(i => Sale(Noon.AddDays(i), 300m + i, $"b{i}"))] : [];
        return ([.. before, .. fired], fired);
    }

    private static TransactionPoint Sale(DateTimeOffset at, decimal amount, string card) => new(
        Guid.NewGuid(), at, true, PosCases.Platform.ShanghaiTime.DateOf(at), TimeZoneInfo.ConvertTime(at, PosCases.Platform.ShanghaiTime.Zone).Hour, amount, TransactionKind.Sale,
        TransactionState.Succeeded, card, CardKind.Unknown, "T1");
}
