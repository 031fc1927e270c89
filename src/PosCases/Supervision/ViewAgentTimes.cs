using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Insight;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Supervision;

/// <summary>Shows how long one person's cases stood in each stage, and which clocks ran out and why.</summary>
public static class ViewAgentTimes
{
    /// <summary>Cases filed within so many days are looked at.</summary>
    public const int Days = 90;

    /// <summary>Most cases looked at, the latest.</summary>
    public const int MostCases = 1000;

    private const int MostBreaches = 20;

    /// <summary>Shows it.</summary>
    /// <param name="PersonId">Whose cases.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Query(Guid PersonId) : IQuery<Answer>;

    /// <summary>Times and breaches.</summary>
    /// <param name="Cases">Cases looked at.</param>
    /// <param name="Stages">Time in each stage that was left.</param>
    /// <param name="Breaches">The last clocks that ran out.</param>
    public sealed record Answer(int Cases, IReadOnlyList<StageTime> Stages, IReadOnlyList<Breach> Breaches);

    /// <summary>Time in a stage.</summary>
    /// <param name="Stage">The stage.</param>
    /// <param name="Times">Left so often.</param>
    /// <param name="Median">Half of the times were shorter.</param>
    /// <param name="Broken">So often past its clock.</param>
    public sealed record StageTime(CaseStatus Stage, int Times, TimeSpan Median, int Broken);

    /// <summary>A clock that ran out.</summary>
    /// <param name="CaseNumber">Number of the case.</param>
    /// <param name="On">On which day the stage was left.</param>
    /// <param name="Stage">Of which stage.</param>
    /// <param name="Why">What was recorded about it; none when nobody said.</param>
    public sealed record Breach(string CaseNumber, DateOnly On, CaseStatus Stage, string? Why);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var since = ShanghaiTime.DateOf(clock.GetUtcNow()).AddDays(-Days);
            var ids = await db.Set<CaseFact>().Where(f => f.OwnerId == query.PersonId && f.FiledOn >= since).OrderByDescending(f => f.FiledOn).Take(MostCases).Select(f => f.CaseId).ToListAsync(ct);
            var lines = await db.Set<FactLine>().AsNoTracking().Where(l => ids.Contains(l.CaseId) && l.Kind == FactKind.Stage)
                .Select(l => new { l.CaseId, l.On, l.Key, l.Value, l.Kept, l.Why }).ToListAsync(ct);
            var known = lines.Where(l => l.Value is not null && Enum.TryParse<CaseStatus>(l.Key, out _)).ToList();
            var broken = known.Where(l => l.Kept == false).OrderByDescending(l => l.On).Take(MostBreaches).ToList();
            var late = broken.ConvertAll(b => b.CaseId);
            var numbers = await db.Set<Case>().VisibleTo(actor).Where(c => late.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, ct);
            return new Answer(
                ids.Count,
                [.. known.GroupBy(l => Enum.Parse<CaseStatus>(l.Key!)).OrderBy(g => g.Key)
                    .Select(g => new StageTime(g.Key, g.Count(), Median([.. g.Select(l => l.Value!.Value)]), g.Count(l => l.Kept == false)))],
                [.. broken.Where(b => numbers.ContainsKey(b.CaseId)).Select(b => new Breach(numbers[b.CaseId], b.On, Enum.Parse<CaseStatus>(b.Key!), b.Why))]);
        }
    }

    /// <summary>The middle of some seconds; of an even number the mean of the two in the middle.</summary>
    internal static TimeSpan Median(IReadOnlyList<long> seconds)
    {
        var sorted = seconds.Order().ToList();
        var middle = sorted.Count / 2;
        return TimeSpan.FromSeconds(sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0);
    }
}
