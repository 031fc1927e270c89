namespace PosCases.Cases.Transactions.Signals;

/// <summary>What of a transaction the self-check needs.</summary>
public readonly record struct TransactionPoint(
    Guid Id, DateTimeOffset At, bool HasTime, DateOnly Day, int Hour, decimal Amount, TransactionKind Kind, TransactionState State, string? Card, CardKind CardKind,
    string? Terminal)
{
    /// <summary>Whether money was taken.</summary>
    public bool IsSale => Kind is TransactionKind.Sale or TransactionKind.PreAuthDone && State is TransactionState.Succeeded or TransactionState.Reversed;
}

/// <summary>
/// Counts what rules and pages call conspicuous. It compares with values that are shown and can be changed, names the transactions, and
/// concludes nothing: whoever knows the business does.
/// </summary>
internal static class SignalEngine
{
    /// <summary>What is found.</summary>
    /// <param name="points">The transactions, the oldest first.</param>
    /// <param name="values">Values by code.</param>
    public static IReadOnlyList<SignalHit> Look(IReadOnlyList<TransactionPoint> points, IReadOnlyDictionary<string, decimal> values)
    {
        var sales = points.Where(p => p.IsSale).ToList();
        Func<string, decimal> value = code => values[code];
        SignalHit?[] found =
        [
            Large(sales, value),
            NearRound(sales, value),
            LargeRoundShare(sales, value),
            Spikes(sales, value),
            OutsideHours(sales, value),
            Night(sales, value),
            CreditShare(sales, value),
            SplitSameCard(sales, value),
            Burst(sales, "BURST", (int)value("burstCount"), value("burstMinutes"), _ => true),
            Burst(sales, "SMALL_FREQUENT", (int)value("smallCount"), value("smallMinutes"), p => p.Amount <= value("smallAmount")),
            SameCard(sales, value),
            SameAmount(sales, value),
            ManyCards(sales, value),
            Retries(points, value),
            Dormant(sales, value),
        ];
        return [.. found.OfType<SignalHit>()];
    }

    private static SignalHit? Large(List<TransactionPoint> sales, Func<string, decimal> value)
    {
        var single = sales.Where(p => p.Amount >= value("largeSingle")).ToList();
        var days = sales.GroupBy(p => p.Day).Where(g => g.Sum(p => p.Amount) >= value("largeDay")).ToList();
        return Hit("LARGE_FREQUENT", single.Count + days.Count, single.Concat(days.SelectMany(g => g)), ("single", single.Count), ("days", days.Count));
    }

    private static SignalHit? NearRound(List<TransactionPoint> sales, Func<string, decimal> value)
    {
        var (unit, within) = (value("roundUnit"), value("roundWithin"));
        var near = sales.Where(p => p.Amount >= unit && Math.Min(p.Amount % unit, unit - (p.Amount % unit)) <= within).ToList();
        var share = Percent(near.Count, sales.Count);
        return share >= value("roundShare") ? Hit("AMOUNT_NEAR_ROUND", near.Count, near, ("share", share), ("of", sales.Count)) : null;
    }

    private static SignalHit? LargeRoundShare(List<TransactionPoint> sales, Func<string, decimal> value)
    {
        var round = sales.Where(p => p.Amount >= value("largeRoundFrom") && p.Amount % value("largeRoundUnit") == 0).ToList();
        var share = Percent(round.Sum(p => p.Amount), sales.Sum(p => p.Amount));
        return share >= value("largeRoundShare") ? Hit("LARGE_ROUND_SHARE_HIGH", round.Count, round, ("share", share), ("amount", round.Sum(p => p.Amount))) : null;
    }

    // Against the middle of the days before; days without a sale do not count as days.
    private static SignalHit? Spikes(List<TransactionPoint> sales, Func<string, decimal> value)
    {
        var days = sales.GroupBy(p => p.Day).Select(g => (Day: g.Key, Sum: g.Sum(p => p.Amount), Points: g.ToList())).OrderBy(d => d.Day).ToList();
        List<TransactionPoint> odd = [];
        var (up, down, most) = (0, 0, 0m);
        for (var i = 0; i < days.Count; i++)
        {
            var before = days.Take(i).Where(d => d.Day >= days[i].Day.AddDays(-(int)value("spikeWindow"))).Select(d => d.Sum).Order().ToList();
            if (before.Count < 5 || before[before.Count / 2] is var middle && middle == 0)
            {
                continue;
            }

            var times = days[i].Sum / middle;
            if (times >= value("spikeTimes") || times <= 1 / value("spikeTimes"))
            {
                (up, down) = times >= 1 ? (up + 1, down) : (up, down + 1);
                most = Math.Max(most, times);
                odd.AddRange(days[i].Points);
            }
        }

        return Hit("VOLUME_SPIKE_DROP", up + down, odd, ("up", up), ("down", down), ("times", decimal.Round(most, 1)));
    }

    private static SignalHit? OutsideHours(List<TransactionPoint> sales, Func<string, decimal> value)
    {
        var (opens, closes) = ((int)value("opensAt"), (int)value("closesAt"));
        var outside = sales.Where(p => p.HasTime && !IsBetween(p.Hour, opens, closes)).ToList();
        return Hit("OUT_OF_PROFILE", outside.Count, outside, ("share", Percent(outside.Count, sales.Count)));
    }

    private static SignalHit? Night(List<TransactionPoint> sales, Func<string, decimal> value)
    {
        var night = sales.Where(p => p.HasTime && IsBetween(p.Hour, (int)value("nightFrom"), (int)value("nightTo"))).ToList();
        return Hit("NIGHT_TXN", night.Count, night, ("amount", night.Sum(p => p.Amount)));
    }

    private static SignalHit? CreditShare(List<TransactionPoint> sales, Func<string, decimal> value)
    {
        var known = sales.Where(p => p.CardKind != CardKind.Unknown).ToList();
        var credit = known.Where(p => p.CardKind == CardKind.Credit).ToList();
        var share = Percent(credit.Sum(p => p.Amount), known.Sum(p => p.Amount));
        return share >= value("creditShare") ? Hit("CREDIT_SHARE_HIGH", credit.Count, credit, ("share", share), ("of", known.Count)) : null;
    }

    // The definition of the association: one card, one terminal, three successes in a row and nothing of another card between.
    private static SignalHit? SplitSameCard(List<TransactionPoint> sales, Func<string, decimal> value)
    {
        List<TransactionPoint> found = [];
        var runs = 0;
        foreach (var terminal in sales.Where(p => p.Terminal is not null).GroupBy(p => p.Terminal, StringComparer.Ordinal))
        {
            foreach (var run in Runs(terminal, (a, b) => a.Card is not null && a.Card == b.Card && (b.At - a.At).TotalMinutes <= (double)value("splitMinutes")))
            {
                if (run.Count >= value("splitCount"))
                {
                    runs++;
                    found.AddRange(run);
                }
            }
        }

        return Hit("SPLIT_SAME_CARD", runs, found);
    }

    private static SignalHit? Burst(List<TransactionPoint> sales, string code, int count, decimal minutes, Func<TransactionPoint, bool> counts)
    {
        var timed = sales.Where(p => p.HasTime && counts(p)).ToList();
        HashSet<Guid> found = [];
        var (start, most) = (0, 0);
        for (var end = 0; end < timed.Count; end++)
        {
            while ((timed[end].At - timed[start].At).TotalMinutes > (double)minutes)
            {
                start++;
            }

            if (end - start + 1 >= count)
            {
                most = Math.Max(most, end - start + 1);
                found.UnionWith(timed.Skip(start).Take(end - start + 1).Select(p => p.Id));
            }
        }

        return Hit(code, found.Count, timed.Where(p => found.Contains(p.Id)), ("most", most));
    }

    private static SignalHit? SameCard(List<TransactionPoint> sales, Func<string, decimal> value)
    {
        var cards = sales.Where(p => p.Card is not null).GroupBy(p => (p.Card, p.Day)).Where(g => g.Count() >= value("cardPerDay")).ToList();
        return Hit("SAME_CARD_REPEATED", cards.Count, cards.SelectMany(g => g), ("most", cards.Select(g => g.Count()).DefaultIfEmpty(0).Max()));
    }

    private static SignalHit? SameAmount(List<TransactionPoint> sales, Func<string, decimal> value)
    {
        var runs = Runs(sales, (a, b) => a.Amount == b.Amount && a.Day == b.Day).Where(r => r.Count >= value("sameAmountRun")).ToList();
        return Hit("SAME_AMOUNT_REPEATED", runs.Count, runs.SelectMany(r => r), ("most", runs.Select(r => r.Count).DefaultIfEmpty(0).Max()));
    }

    private static SignalHit? ManyCards(List<TransactionPoint> sales, Func<string, decimal> value)
    {
        var days = sales.Where(p => p is { Terminal: not null, Card: not null }).GroupBy(p => (p.Terminal, p.Day))
            .Select(g => (Points: g, Cards: g.Select(p => p.Card).Distinct(StringComparer.Ordinal).Count())).Where(d => d.Cards > value("cardsOfTerminal")).ToList();
        return Hit("MANY_CARDS", days.Count, days.SelectMany(d => d.Points), ("most", days.Select(d => d.Cards).DefaultIfEmpty(0).Max()));
    }

    private static SignalHit? Retries(IReadOnlyList<TransactionPoint> points, Func<string, decimal> value)
    {
        var failed = points.Where(p => p is { State: TransactionState.Failed, HasTime: true, Card: not null }).GroupBy(p => p.Card, StringComparer.Ordinal);
        var runs = failed.SelectMany(g => Runs(g, (a, b) => (b.At - a.At).TotalMinutes <= (double)value("retryMinutes"))).Where(r => r.Count >= value("retryCount")).ToList();
        return Hit("MANUAL_OR_FAILED_RETRY", runs.Count, runs.SelectMany(r => r));
    }

    private static SignalHit? Dormant(List<TransactionPoint> sales, Func<string, decimal> value)
    {
        var gaps = sales.Zip(sales.Skip(1)).Where(p => p.First.Day.AddMonths((int)value("dormantMonths")) <= p.Second.Day).ToList();
        return Hit("DORMANT", gaps.Count, gaps.SelectMany(g => new[] { g.First, g.Second }), ("days", gaps.Select(g => g.Second.Day.DayNumber - g.First.Day.DayNumber).DefaultIfEmpty(0).Max()));
    }

    private static List<List<TransactionPoint>> Runs(IEnumerable<TransactionPoint> points, Func<TransactionPoint, TransactionPoint, bool> goOn)
    {
        List<List<TransactionPoint>> runs = [];
        foreach (var point in points)
        {
            if (runs.Count > 0 && goOn(runs[^1][^1], point))
            {
                runs[^1].Add(point);
            }
            else
            {
                runs.Add([point]);
            }
        }

        return runs;
    }

    private static SignalHit? Hit(string code, int count, IEnumerable<TransactionPoint> points, params (string Name, decimal Value)[] figures) =>
        count == 0 ? null : new SignalHit(
            code, count, [.. points.Select(p => p.Id).Distinct().Take(SignalCheck.MostKept)], figures.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal));

    private static decimal Percent(decimal part, decimal whole) => whole == 0 ? 0 : decimal.Round(100m * part / whole, 1);

    // Hours may go over midnight; the end does not belong to them.
    private static bool IsBetween(int hour, int from, int to) => from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}
