using PosCases.Institutions;

namespace PosCases.Prevention.Readiness;

/// <summary>How well a merchant is prepared for the day when the terminal takes no money.</summary>
public enum ReadinessLevel
{
    /// <summary>已就绪: a tried channel and a plan.</summary>
    Ready,

    /// <summary>部分就绪: a tried channel, but no plan that is whole and fresh.</summary>
    Partly,

    /// <summary>未就绪: no channel on which one can rely.</summary>
    NotReady,
}

/// <summary>What is missing.</summary>
public enum ReadinessGap
{
    /// <summary>没有备用渠道.</summary>
    NoChannel,

    /// <summary>备用渠道还没试过.</summary>
    NotTested,

    /// <summary>最近一次测试没通过.</summary>
    TestFailed,

    /// <summary>该再测一次了.</summary>
    TestOverdue,

    /// <summary>与现用机构相同: may be frozen together with the terminal.</summary>
    SameInstitution,

    /// <summary>没有应急预案.</summary>
    NoPlan,

    /// <summary>应急预案没写完.</summary>
    PlanUnfinished,

    /// <summary>应急预案超过一年没看.</summary>
    PlanOld,
}

/// <summary>The light: the level, and why it is not better.</summary>
/// <param name="Level">The level.</param>
/// <param name="Gaps">What is missing, in the order in which it is best mended; each once.</param>
/// <param name="Ready">Channels on which one can rely today.</param>
public sealed record ReadinessState(ReadinessLevel Level, IReadOnlyList<ReadinessGap> Gaps, IReadOnlyList<BackupChannel> Ready);

/// <summary>Computes how prepared a merchant is; pure, and the one place that does.</summary>
public static class ReadinessLight
{
    /// <summary>The light on a day.</summary>
    /// <param name="channels">Channels in use.</param>
    /// <param name="plan">The newest plan.</param>
    /// <param name="acquirers">Institutions of the merchant's numbers in use: what they freeze takes their other channels along.</param>
    /// <param name="today">The day; Shanghai's.</param>
    public static ReadinessState Of(IReadOnlyList<BackupChannel> channels, ContingencyPlan? plan, IReadOnlyCollection<InstitutionId> acquirers, DateOnly today)
    {
        var used = channels.Where(c => c.EndedAt is null).ToList();
        var gapOf = used.ToDictionary(c => c.Id, c => GapOf(c, acquirers, today));
        var ready = used.Where(c => gapOf[c.Id] is null).ToList();
        List<ReadinessGap> gaps = [];
        if (used.Count == 0)
        {
            gaps.Add(ReadinessGap.NoChannel);
        }

        gaps.AddRange(used.Select(c => gapOf[c.Id]).OfType<ReadinessGap>());
        var planGap = GapOf(plan, today);
        gaps.AddRange(planGap is { } gap ? [gap] : []);
        var level = ready.Count == 0 ? ReadinessLevel.NotReady : planGap is null ? ReadinessLevel.Ready : ReadinessLevel.Partly;
        return new ReadinessState(level, [.. gaps.Distinct().Order()], ready);
    }

    /// <summary>Why one cannot rely on a channel; none when one can.</summary>
    public static ReadinessGap? GapOf(BackupChannel channel, IReadOnlyCollection<InstitutionId> acquirers, DateOnly today) =>
        channel.InstitutionId is { } institution && acquirers.Contains(institution) ? ReadinessGap.SameInstitution
        : channel.LastTest is not { } test ? ReadinessGap.NotTested
        : !test.Passed ? ReadinessGap.TestFailed
        : channel.NextTestOn < today ? ReadinessGap.TestOverdue
        : null;

    private static ReadinessGap? GapOf(ContingencyPlan? plan, DateOnly today) =>
        plan is null ? ReadinessGap.NoPlan
        : !plan.Parts.IsWhole ? ReadinessGap.PlanUnfinished
        : Platform.ShanghaiTime.DateOf(plan.At).AddDays(ContingencyPlan.DaysFresh) < today ? ReadinessGap.PlanOld
        : null;
}
