namespace PosCases.Cases.Impact;

/// <summary>From the lower to the upper figure, in yuan; an estimate, never a claim.</summary>
/// <param name="Low">At least.</param>
/// <param name="High">At most.</param>
public readonly record struct YuanRange(decimal Low, decimal High)
{
    /// <summary>Whether both are the same.</summary>
    public bool IsOne => Low == High;
}

/// <summary>A percentage, to be told from an amount.</summary>
public readonly record struct Percent(decimal Value);

/// <summary>One line of the method: what was multiplied and added.</summary>
/// <param name="Step">What was done.</param>
/// <param name="Values">Its values in order: decimal is yuan, int counts, <see cref="Percent"/> and DateOnly are themselves.</param>
public sealed record MethodLine(MethodStep Step, params IReadOnlyList<object> Values)
{
    /// <inheritdoc/>
    public bool Equals(MethodLine? other) => other is not null && Step == other.Step && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Step, Values.Count);
}

/// <summary>What a line of the method says; each has a sentence with places for its values.</summary>
public enum MethodStep
{
    /// <summary>Takings × lost share × margin = lost margin.</summary>
    LostMargin,

    /// <summary>Costs that go on, which only the upper figure adds: the margin may contain them already.</summary>
    CostsGoOn,

    /// <summary>A day's loss × days.</summary>
    TimesDays,

    /// <summary>Days from a date until a date.</summary>
    Days,

    /// <summary>Money gone for good, added to both.</summary>
    MoneyLost,

    /// <summary>What still comes in a day: takings × kept share × margin.</summary>
    StillEarned,

    /// <summary>Cash at hand less costs and payables, day by day.</summary>
    CashDayByDay,

    /// <summary>Days of cash as they were stated.</summary>
    CashAsStated,
}

/// <summary>How long the cash lasts.</summary>
/// <param name="Days">Whole days; none when it lasts longer than a year at this rate.</param>
/// <param name="IsStated">Whether the teller reckoned it himself.</param>
/// <param name="Lacks">What would make it better.</param>
public sealed record CashReach(int? Days, bool IsStated, IReadOnlyList<ImpactFigure> Lacks);

/// <summary>
/// Days of cash, loss a day and loss to date, with the method. A figure whose inputs are missing is not made up: it is none, and says
/// what it lacks. The lower figure is the lost margin alone. The upper one adds the costs that go on, as the margin of a normal day
/// usually pays them and adding them may count them twice.
/// </summary>
public sealed record LossEstimate
{
    /// <summary>How far ahead the cash is reckoned, in days.</summary>
    public const int Horizon = 365;

    /// <summary>Loss a day.</summary>
    public YuanRange? PerDay { get; private init; }

    /// <summary>What the loss a day lacks.</summary>
    public IReadOnlyList<ImpactFigure> PerDayLacks { get; private init; } = [];

    /// <summary>Whole days since the business stood still.</summary>
    public int? Days { get; private init; }

    /// <summary>Loss to date.</summary>
    public YuanRange? ToDate { get; private init; }

    /// <summary>What the loss to date lacks.</summary>
    public IReadOnlyList<ImpactFigure> ToDateLacks { get; private init; } = [];

    /// <summary>How long the cash lasts; none when nothing was stated.</summary>
    public CashReach? Cash { get; private init; }

    /// <summary>Everything that must be paid soon.</summary>
    public decimal? PayablesDue { get; private init; }

    /// <summary>Every refund that waits.</summary>
    public decimal? RefundsDue { get; private init; }

    /// <summary>How many refunds wait.</summary>
    public int? RefundCount { get; private init; }

    /// <summary>The method, line by line.</summary>
    public IReadOnlyList<MethodLine> Method { get; private init; } = [];

    /// <summary>Estimates.</summary>
    /// <param name="form">What was told.</param>
    /// <param name="today">Today in Shanghai.</param>
    public static LossEstimate Of(ImpactForm form, DateOnly today)
    {
        List<MethodLine> method = [];
        var perDay = PerDayOf(form, method);
        List<ImpactFigure> lacks =
            [.. Missing((form.DailyTakings, ImpactFigure.DailyTakings), (form.LostSharePercent, ImpactFigure.LostShare), (form.MarginPercent, ImpactFigure.Margin))];
        if (perDay is not null && form.FixedCosts is null)
        {
            lacks.Add(ImpactFigure.FixedCosts);
        }

        var days = DaysOf(form, today, method);
        var toDate = ToDateOf(form, perDay, days, method);
        return new LossEstimate
        {
            PerDay = perDay,
            PerDayLacks = lacks,
            Days = days,
            ToDate = toDate,
            ToDateLacks = days is null ? [.. lacks, ImpactFigure.Stopped] : lacks,
            Cash = CashOf(form, today, method),
            PayablesDue = form.Payables.Count > 0 ? form.Payables.Sum(p => p.Amount) : null,
            RefundsDue = form.Refunds.Count > 0 ? form.Refunds.Sum(r => r.Amount) : null,
            RefundCount = form.RefundCount ?? (form.Refunds.Count(r => r.What is not null) is > 0 and var listed ? listed : null),
            Method = method,
        };
    }

    private static YuanRange? PerDayOf(ImpactForm form, List<MethodLine> method)
    {
        if (form is not { DailyTakings: { } takings, LostSharePercent: { } share, MarginPercent: { } margin })
        {
            return null;
        }

        var lost = Yuan(takings * share / 100m * margin / 100m);
        method.Add(new(MethodStep.LostMargin, takings, new Percent(share), new Percent(margin), lost));
        if (form.FixedCosts is not { } costs)
        {
            return new YuanRange(lost, lost);
        }

        method.Add(new(MethodStep.CostsGoOn, costs, lost + costs));
        return new YuanRange(lost, lost + costs);
    }

    private static int? DaysOf(ImpactForm form, DateOnly today, List<MethodLine> method)
    {
        if (form.StoppedSince is not { } since)
        {
            return null;
        }

        var until = form.StoppedUntil ?? today;
        var days = Math.Max(0, until.DayNumber - since.DayNumber);
        method.Add(new(MethodStep.Days, since, until, days));
        return days;
    }

    private static YuanRange? ToDateOf(ImpactForm form, YuanRange? perDay, int? days, List<MethodLine> method)
    {
        if (perDay is not { } daily || days is not { } count)
        {
            return null;
        }

        var (low, high) = (daily.Low * count, daily.High * count);
        method.Add(new(MethodStep.TimesDays, daily.Low, daily.High, count, low, high));
        if (form.MoneyLost is { } gone and > 0)
        {
            method.Add(new(MethodStep.MoneyLost, gone, low + gone, high + gone));
            (low, high) = (low + gone, high + gone);
        }

        return new YuanRange(low, high);
    }

    private static CashReach? CashOf(ImpactForm form, DateOnly today, List<MethodLine> method)
    {
        if (form is not { CashOnHand: { } cash, FixedCosts: { } costs })
        {
            if (form.CashDays is not { } stated)
            {
                return null;
            }

            method.Add(new(MethodStep.CashAsStated, stated));
            return new CashReach(stated, true, [.. Missing((form.CashOnHand, ImpactFigure.CashOnHand), (form.FixedCosts, ImpactFigure.FixedCosts))]);
        }

        List<ImpactFigure> lacks =
            [.. Missing((form.DailyTakings, ImpactFigure.DailyTakings), (form.LostSharePercent, ImpactFigure.LostShare), (form.MarginPercent, ImpactFigure.Margin))];
        var earned = 0m;
        if (form is { DailyTakings: { } takings, LostSharePercent: { } share, MarginPercent: { } margin })
        {
            earned = Yuan(takings * (100m - share) / 100m * margin / 100m);
            method.Add(new(MethodStep.StillEarned, takings, new Percent(100m - share), new Percent(margin), earned));
        }

        if (form.Payables.Any(p => p.DueOn is null))
        {
            lacks.Add(ImpactFigure.PayableDates);
        }

        List<Payable> dated = [.. form.Payables.Where(p => p.DueOn is not null)];
        method.Add(new(MethodStep.CashDayByDay, cash, costs, earned, dated.Count, dated.Sum(p => p.Amount)));
        return new CashReach(LastsFor(cash, costs - earned, dated, today), false, lacks);
    }

    // A day counts when its costs and what falls due on it can be paid.
    private static int? LastsFor(decimal cash, decimal drain, List<Payable> payables, DateOnly today)
    {
        for (var day = 0; day < Horizon; day++)
        {
            var due = payables.Where(p => day == 0 ? p.DueOn <= today : p.DueOn == today.AddDays(day)).Sum(p => p.Amount);
            cash -= drain + due;
            if (cash < 0)
            {
                return day;
            }
        }

        return null;
    }

    private static IEnumerable<ImpactFigure> Missing(params (decimal? Value, ImpactFigure Figure)[] inputs) =>
        inputs.Where(i => i.Value is null).Select(i => i.Figure);

    private static decimal Yuan(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
}
