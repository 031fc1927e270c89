using System.Buffers.Binary;
using System.Security.Cryptography;
using PosCases.Cases;

namespace PosCases.Supervision;

/// <summary>Of what a share is drawn.</summary>
public enum SampleBy
{
    /// <summary>每位客服.</summary>
    Agent,

    /// <summary>每种结果.</summary>
    Outcome,

    /// <summary>每个处置方案.</summary>
    Playbook,
}

/// <summary>Why a case is in the sample.</summary>
public enum SampleReason
{
    /// <summary>抽中.</summary>
    Drawn,

    /// <summary>复核时退回过.</summary>
    Overturned,

    /// <summary>金额大.</summary>
    LargeAmount,

    /// <summary>虚假通知.</summary>
    FakeNotice,

    /// <summary>商户评价低: one or two stars.</summary>
    Complaint,
}

/// <summary>How a week's closed cases are sampled.</summary>
/// <param name="By">Of what the share is drawn.</param>
/// <param name="Percent">Share of each group, 0 to 100.</param>
/// <param name="AtLeast">At least so many of each group, as far as there are.</param>
/// <param name="Overturned">Always those whose proposal was returned once.</param>
/// <param name="LargeFrom">Always those from this amount in yuan; none for never.</param>
/// <param name="FakeNotices">Always fake notices.</param>
/// <param name="Complaints">Always those that the merchant rated with one or two stars.</param>
public sealed record SampleRule(SampleBy By, int Percent, int AtLeast, bool Overturned, decimal? LargeFrom, bool FakeNotices, bool Complaints)
{
    /// <summary>What holds until somebody says otherwise.</summary>
    public static SampleRule Usual { get; } = new(SampleBy.Agent, 5, 2, true, 500_000m, true, true);
}

/// <summary>A closed case that may be drawn.</summary>
/// <param name="Id">The case.</param>
/// <param name="Agent">Who worked it.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Playbook">Its playbook; none where it had none.</param>
/// <param name="Amount">Ever frozen, in yuan.</param>
/// <param name="Overturned">Whether a proposal was returned.</param>
/// <param name="Rating">The merchant's stars.</param>
public sealed record SampleCandidate(CaseId Id, Guid Agent, Outcome Outcome, string? Playbook, decimal Amount, bool Overturned, int? Rating);

/// <summary>Draws a sample. Pure: the same cases, rule and period give the same sample, whoever draws and in whatever order the cases come.</summary>
public static class Sampler
{
    /// <summary>Draws it.</summary>
    /// <param name="candidates">Cases closed in the period.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="period">First day of the period; the seed.</param>
    /// <returns>Cases with the reason.</returns>
    public static IReadOnlyList<(CaseId Id, SampleReason Why)> Draw(IReadOnlyList<SampleCandidate> candidates, SampleRule rule, DateOnly period)
    {
        var always = candidates.Select(c => (c.Id, Why: AlwaysOf(c, rule))).Where(c => c.Why is not null).ToDictionary(c => c.Id, c => c.Why!.Value);
        List<(CaseId Id, SampleReason Why)> drawn = [.. always.Select(a => (a.Key, a.Value))];
        foreach (var group in candidates.GroupBy(c => GroupOf(c, rule.By), StringComparer.Ordinal))
        {
            // Those that are in anyway count towards the group's share.
            var wanted = Math.Max(rule.AtLeast, (int)Math.Ceiling(group.Count() * rule.Percent / 100m)) - group.Count(c => always.ContainsKey(c.Id));
            drawn.AddRange(group.Where(c => !always.ContainsKey(c.Id)).OrderBy(c => LotOf(c.Id, period)).ThenBy(c => c.Id.Value).Take(Math.Max(0, wanted)).Select(c => (c.Id, SampleReason.Drawn)));
        }

        return [.. drawn.OrderBy(d => d.Id.Value)];
    }

    private static SampleReason? AlwaysOf(SampleCandidate candidate, SampleRule rule) =>
        rule.Overturned && candidate.Overturned ? SampleReason.Overturned
        : rule.Complaints && candidate.Rating is 1 or 2 ? SampleReason.Complaint
        : rule.FakeNotices && candidate.Outcome == Outcome.FakeNotice ? SampleReason.FakeNotice
        : rule.LargeFrom is { } from && candidate.Amount >= from ? SampleReason.LargeAmount
        : null;

    private static string GroupOf(SampleCandidate candidate, SampleBy by) => by switch
    {
        SampleBy.Agent => candidate.Agent.ToString("N"),
        SampleBy.Outcome => candidate.Outcome.ToString(),
        SampleBy.Playbook => candidate.Playbook ?? "",
    };

    // Each case draws its own lot from the period, so that one more case moves no other.
    private static ulong LotOf(CaseId id, DateOnly period)
    {
        Span<byte> seed = stackalloc byte[20];
        id.Value.TryWriteBytes(seed);
        BinaryPrimitives.WriteInt32BigEndian(seed[16..], period.DayNumber);
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(seed));
    }
}
