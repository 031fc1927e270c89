using PosCases.Cases;

namespace PosCases.Supervision.Consistency;

/// <summary>What makes cases alike for comparing their outcomes.</summary>
/// <param name="Cause">Code of the cause.</param>
/// <param name="Measure">Kind of the measure, a member of <see cref="Cases.Filing.MeasureKind"/>.</param>
/// <param name="Institution">The institution; none where none is known.</param>
public sealed record DecisionKind(string Cause, string Measure, Guid? Institution)
{
    /// <summary>Most characters of cause and measure.</summary>
    public const int KeyLength = 40;
}

/// <summary>So many cases ended so.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Count">How many.</param>
public sealed record OutcomeCount(Outcome Outcome, int Count);

/// <summary>
/// How alike cases ended, and which outcomes are odd. Pure. An outcome is usual from <see cref="UsualPercent"/> of the cases on; an outcome is odd where
/// another one is usual and it has at most <see cref="OddPercent"/> of them. Under <see cref="LeastToJudge"/> cases nothing is usual or odd, and under
/// <see cref="FewCases"/> the reader is warned. Odd says nothing about right or wrong: it says where somebody should look.
/// </summary>
public sealed record DecisionSplit
{
    /// <summary>From this share on an outcome is the usual one.</summary>
    public const int UsualPercent = 60;

    /// <summary>Up to this share an outcome beside the usual one is odd.</summary>
    public const int OddPercent = 20;

    /// <summary>With fewer cases nothing is usual or odd.</summary>
    public const int LeastToJudge = 5;

    /// <summary>With fewer cases one is warned.</summary>
    public const int FewCases = 20;

    private DecisionSplit(IReadOnlyList<OutcomeCount> outcomes)
    {
        Outcomes = outcomes;
        Total = outcomes.Sum(o => o.Count);
        Usual = Total >= LeastToJudge && outcomes is [var first, ..] && first.Count * 100 >= Total * UsualPercent ? first.Outcome : null;
        Odd = Usual is { } usual ? [.. outcomes.Where(o => o.Outcome != usual && o.Count * 100 <= Total * OddPercent).Select(o => o.Outcome)] : [];
    }

    /// <summary>The outcomes that are decisions about a freeze; scams, devices, withdrawn and doubled cases are none.</summary>
    public static IReadOnlyList<Outcome> Decisions { get; } =
        [Outcome.FullyUnfrozen, Outcome.PartlyUnfrozen, Outcome.Refused, Outcome.ServiceEnded, Outcome.ExpiredByLaw, Outcome.Deducted];

    /// <summary>The outcomes that occur, the most frequent first.</summary>
    public IReadOnlyList<OutcomeCount> Outcomes { get; }

    /// <summary>How many cases.</summary>
    public int Total { get; }

    /// <summary>The outcome that most have; none where none is frequent enough.</summary>
    public Outcome? Usual { get; }

    /// <summary>Outcomes that are odd.</summary>
    public IReadOnlyList<Outcome> Odd { get; }

    /// <summary>How many cases ended oddly.</summary>
    public int OddCount => Outcomes.Where(o => Odd.Contains(o.Outcome)).Sum(o => o.Count);

    /// <summary>Whether they are so few that a difference may be chance.</summary>
    public bool IsSmall => Total < FewCases;

    /// <summary>Of these counts; what is no decision and what does not occur is left out.</summary>
    public static DecisionSplit Of(IEnumerable<OutcomeCount> counts) =>
        new([.. counts.Where(c => c.Count > 0 && Decisions.Contains(c.Outcome)).OrderByDescending(c => c.Count).ThenBy(c => c.Outcome)]);

    /// <summary>Whether an outcome would be odd among them: it is odd already, or it has not occurred and another one is usual.</summary>
    public bool WouldBeOdd(Outcome outcome) =>
        Usual is { } usual && usual != outcome && Decisions.Contains(outcome) && (Odd.Contains(outcome) || Outcomes.All(o => o.Outcome != outcome));
}
