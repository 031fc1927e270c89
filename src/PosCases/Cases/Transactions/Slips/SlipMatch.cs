using PosCases.Platform;

namespace PosCases.Cases.Transactions.Slips;

/// <summary>Why a transaction may be that of a slip, or may not.</summary>
public enum SlipReason
{
    /// <summary>参考号一致.</summary>
    SameReference,

    /// <summary>参考号末六位一致.</summary>
    ReferenceTail,

    /// <summary>参考号不同.</summary>
    OtherReference,

    /// <summary>金额一致.</summary>
    SameAmount,

    /// <summary>金额不同.</summary>
    OtherAmount,

    /// <summary>时间相差不到五分钟.</summary>
    SameTime,

    /// <summary>时间相差不到一小时.</summary>
    NearTime,

    /// <summary>同一天.</summary>
    SameDay,

    /// <summary>相邻一天.</summary>
    NextDay,

    /// <summary>日期不同.</summary>
    OtherDay,

    /// <summary>终端号一致.</summary>
    SameTerminal,

    /// <summary>终端号不同.</summary>
    OtherTerminal,

    /// <summary>卡号末四位一致.</summary>
    SameCard,

    /// <summary>卡号末四位不同.</summary>
    OtherCard,
}

/// <summary>A reason and what it weighs.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Points">What it adds; negative when it speaks against.</param>
public sealed record SlipPoint(SlipReason Reason, int Points);

/// <summary>A transaction that may be that of a slip.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="Points">Why.</param>
public sealed record SlipCandidate(CaseTransaction Transaction, IReadOnlyList<SlipPoint> Points)
{
    /// <summary>How much speaks for it; 100 is everything.</summary>
    public int Score => Math.Max(0, Points.Sum(p => p.Points));
}

/// <summary>Ranks transactions by how well they fit what was read off a slip. It explains; a person decides.</summary>
public static class SlipMatch
{
    /// <summary>Below this nothing is offered.</summary>
    public const int Least = 25;

    private const int MostOffered = 5;

    /// <summary>The transactions that fit, the best first.</summary>
    public static IReadOnlyList<SlipCandidate> Rank(SlipForm slip, IEnumerable<CaseTransaction> transactions) =>
        [.. transactions.Select(t => Weigh(slip, t)).Where(c => c.Score >= Least).OrderByDescending(c => c.Score).ThenBy(c => c.Transaction.At).Take(MostOffered)];

    /// <summary>How well one fits, reason by reason. What the slip does not say neither adds nor takes away.</summary>
    public static SlipCandidate Weigh(SlipForm slip, CaseTransaction transaction)
    {
        List<SlipPoint> points = [];
        if (slip.Reference is { Length: > 0 } reference && transaction.Reference is { Length: > 0 } known)
        {
            points.Add(Same(reference, known) ? new(SlipReason.SameReference, 50)
                : reference.Length >= 6 && known.Length >= 6 && reference[^6..] == known[^6..] ? new(SlipReason.ReferenceTail, 25)
                : new(SlipReason.OtherReference, -30));
        }

        if (slip.Amount is { } amount)
        {
            points.Add(amount == transaction.Amount ? new(SlipReason.SameAmount, 25) : new(SlipReason.OtherAmount, -25));
        }

        if (slip.Day is { } day)
        {
            points.Add(WeighTime(day, slip.Time, transaction));
        }

        if (slip.Terminal is { Length: > 0 } terminal && transaction.Terminal is { Length: > 0 } at)
        {
            points.Add(Same(terminal, at) ? new(SlipReason.SameTerminal, 5) : new(SlipReason.OtherTerminal, -10));
        }

        if (slip.CardTail is { Length: 4 } tail && transaction.Card is { Length: >= 4 } card)
        {
            points.Add(card.EndsWith(tail, StringComparison.Ordinal) ? new(SlipReason.SameCard, 5) : new(SlipReason.OtherCard, -20));
        }

        return new SlipCandidate(transaction, points);
    }

    private static SlipPoint WeighTime(DateOnly day, TimeOnly? time, CaseTransaction transaction)
    {
        if (time is { } clock && transaction.HasTime)
        {
            var apart = (ShanghaiTime.At(day, clock) - transaction.At).Duration();
            if (apart < TimeSpan.FromHours(1))
            {
                return apart <= TimeSpan.FromMinutes(5) ? new(SlipReason.SameTime, 15) : new(SlipReason.NearTime, 10);
            }
        }

        return Math.Abs(day.DayNumber - transaction.Day.DayNumber) switch
        {
            0 => new(SlipReason.SameDay, 8),
            1 => new(SlipReason.NextDay, 2),
            _ => new(SlipReason.OtherDay, -20),
        };
    }

    // Leading zeros come and go between papers and exports.
    private static bool Same(string a, string b) => a.TrimStart('0').Equals(b.TrimStart('0'), StringComparison.OrdinalIgnoreCase);
}
