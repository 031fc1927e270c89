namespace PosCases.Cases.Urgency;

/// <summary>Why a case is more urgent than another.</summary>
public enum PriorityReasonKind
{
    /// <summary>现金不足: the cash lasts so many days.</summary>
    CashShort,

    /// <summary>生存困难: the business may not survive.</summary>
    Survival,

    /// <summary>生活困难: daily life is affected.</summary>
    Hardship,

    /// <summary>已泄露信息: data was given to a caller.</summary>
    DataGiven,

    /// <summary>金额较大: so many days of takings are at stake.</summary>
    DaysOfTakings,

    /// <summary>金额较大: the amount, where the takings are unknown.</summary>
    LargeAmount,

    /// <summary>等待较久: so many days since filing.</summary>
    LongWait,

    /// <summary>期限临近: so many days until a measure or a temporary release ends.</summary>
    DeadlineNear,

    /// <summary>群体事件: so many other cases at the same institution within a week.</summary>
    Mass,
}

/// <summary>One reason.</summary>
/// <param name="Kind">What.</param>
/// <param name="Points">How much it weighs.</param>
/// <param name="Number">The number in its sentence: days, cases; none where there is none.</param>
/// <param name="Amount">Yuan in its sentence.</param>
public sealed record PriorityReason(PriorityReasonKind Kind, int Points, int? Number = null, decimal? Amount = null);

/// <summary>What the urgency of a case follows from.</summary>
public sealed record PriorityFacts
{
    /// <summary>Days that the cash lasts; none when unknown.</summary>
    public int? CashDays { get; init; }

    /// <summary>Still frozen or at stake, in yuan.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Usual takings a day, in yuan.</summary>
    public decimal? DailyTakings { get; init; }

    /// <summary>The business may not survive.</summary>
    public bool Survival { get; init; }

    /// <summary>Daily life is affected.</summary>
    public bool Hardship { get; init; }

    /// <summary>Data was given to a caller.</summary>
    public bool DataGiven { get; init; }

    /// <summary>Days since filing.</summary>
    public int WaitingDays { get; init; }

    /// <summary>Days until a measure or a temporary release ends; none when no date is known.</summary>
    public int? DaysToDeadline { get; init; }

    /// <summary>Other open cases at the same institution, filed within a week.</summary>
    public int Alike { get; init; }
}

/// <summary>How urgent, with the reasons. Points only order reasons and draw the lines; nothing else is made of them.</summary>
/// <param name="Points">The sum.</param>
/// <param name="Level">What follows from it.</param>
/// <param name="Reasons">Why, heaviest first.</param>
public sealed record PriorityScore(int Points, Priority Level, IReadOnlyList<PriorityReason> Reasons)
{
    /// <summary>From so many points a case is urgent.</summary>
    public const int UrgentFrom = 60;

    /// <summary>From so many points it is more than normal.</summary>
    public const int HighFrom = 30;

    private const decimal Large = 100_000m;

    /// <summary>Weighs the facts.</summary>
    public static PriorityScore Of(PriorityFacts facts)
    {
        List<PriorityReason> reasons =
        [
            .. One(facts.CashDays switch { <= 3 => 60, <= 7 => 40, <= 14 => 30, _ => 0 }, PriorityReasonKind.CashShort, facts.CashDays),
            .. One(facts.Survival ? 60 : 0, PriorityReasonKind.Survival),
            .. One(facts.Hardship ? 30 : 0, PriorityReasonKind.Hardship),
            .. One(facts.DataGiven ? 60 : 0, PriorityReasonKind.DataGiven),
            .. AtStake(facts),
            .. One(facts.WaitingDays switch { >= 60 => 30, >= 30 => 20, >= 14 => 10, _ => 0 }, PriorityReasonKind.LongWait, facts.WaitingDays),
            .. One(facts.DaysToDeadline is >= 0 and <= 3 ? 15 : 0, PriorityReasonKind.DeadlineNear, facts.DaysToDeadline),
            .. One(facts.Alike >= 5 ? 15 : 0, PriorityReasonKind.Mass, facts.Alike),
        ];
        var points = reasons.Sum(r => r.Points);
        return new PriorityScore(
            points,
            points >= UrgentFrom ? Priority.Urgent : points >= HighFrom ? Priority.High : Priority.Normal,
            [.. reasons.OrderByDescending(r => r.Points).ThenBy(r => r.Kind)]);
    }

    // What is much depends on the shop: it is told in days of its takings, where these are known.
    private static IEnumerable<PriorityReason> AtStake(PriorityFacts facts)
    {
        if (facts.Amount is not { } amount)
        {
            return [];
        }

        var takings = facts.DailyTakings ?? 0m;
        if (takings <= 0)
        {
            return One(amount >= Large ? 30 : 0, PriorityReasonKind.LargeAmount, null, amount);
        }

        var days = (int)Math.Min(amount / takings, 9999m);
        return One(days switch { >= 30 => 30, >= 10 => 15, _ => 0 }, PriorityReasonKind.DaysOfTakings, days, amount);
    }

    private static IEnumerable<PriorityReason> One(int points, PriorityReasonKind kind, int? number = null, decimal? amount = null) =>
        points > 0 ? [new PriorityReason(kind, points, number, amount)] : [];
}
