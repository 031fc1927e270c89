using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Resolution;
using PosCases.Insight;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Supervision;

/// <summary>Draws the sample of a week that is over, once. Restricted and imported cases are not drawn.</summary>
public static class DrawSample
{
    // The facts follow the cases by minutes; on Monday morning those of Sunday are there.
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromHours(2);

    /// <summary>Draws last week's sample.</summary>
    public static readonly Job Job = new("draw-samples", TimeSpan.FromMinutes(10), async (db, now, ct) =>
    {
        var monday = WeekOf(ShanghaiTime.DateOf(now - AfterMidnight));
        var (last, end) = (monday.AddDays(-7), ShanghaiTime.StartOf(monday));
        if (await db.Set<SamplePeriod>().AnyAsync(p => p.Period == last, ct))
        {
            return [];
        }

        // Not before everything of that week is counted.
        var isCounted = await db.Set<FactProgress>().AnyAsync(p => p.IsDone, ct) && !await db.Set<FactTodo>().AnyAsync(t => t.At < end, ct);
        return isCounted ? [new Command(last)] : [];
    });

    /// <summary>Draws the sample of a week.</summary>
    /// <param name="Period">Its Monday.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(DateOnly Period) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Period).IsOrdinaryDate();
    }

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        private const decimal FenPerYuan = 100m;
        private const int MostAsked = 500;

        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.Set<SamplePeriod>().AnyAsync(p => p.Period == command.Period, ct))
            {
                return Result.Ok;
            }

            var rule = (await db.Set<SampleSetting>().AsNoTracking().SingleOrDefaultAsync(ct))?.Rule ?? SampleRule.Usual;
            var candidates = await CandidatesAsync(command.Period, ct);
            var drawn = Sampler.Draw(candidates, rule, command.Period);
            var agents = candidates.ToDictionary(c => c.Id, c => c.Agent);
            foreach (var some in drawn.Chunk(MostAsked))
            {
                var ids = some.Select(d => d.Id).ToList();
                var decided = (await db.Set<Proposal>().AsNoTracking().Where(p => ids.Contains(p.CaseId) && p.State == ProposalState.Approved)
                    .Select(p => new { p.CaseId, p.Number, p.ProposedById, p.ReviewedById }).ToListAsync(ct)).ToLookup(p => p.CaseId);
                foreach (var (id, why) in some)
                {
                    var last = decided[id].MaxBy(p => p.Number);
                    db.Add(QualityCheck.Of(command.Period, id, why, agents[id], last?.ProposedById, last?.ReviewedById));
                }
            }

            db.Add(new SamplePeriod { Period = command.Period, DrawnAt = clock.GetUtcNow(), Closed = candidates.Count, Drawn = drawn.Count, Rule = rule });
            return Result.Ok;
        }

        // One walk along the index of closing days.
        private async Task<IReadOnlyList<SampleCandidate>> CandidatesAsync(DateOnly period, CancellationToken ct)
        {
            var end = period.AddDays(7);
            var facts = await db.Set<CaseFact>().AsNoTracking().Where(f => f.ClosedOn >= period && f.ClosedOn < end && f.OwnerId != null)
                .Join(db.Set<Case>().Where(c => c.ImportedAt == null && c.Status == CaseStatus.Closed), f => f.CaseId, c => c.Id, (f, c) => f)
                .Select(f => new
                {
                    f.CaseId,
                    Agent = f.OwnerId!.Value,
                    f.Outcome,
                    f.FrozenFen,
                    f.Rating,
                    Playbook = f.Lines.Where(l => l.Kind == FactKind.Playbook).OrderBy(l => l.Seq).Select(l => l.Key).FirstOrDefault(),
                    Overturned = db.Set<Proposal>().Any(p => p.CaseId == f.CaseId && p.State == ProposalState.Returned),
                })
                .ToListAsync(ct);
            return
            [
                .. from f in facts
                   where Enum.TryParse<Outcome>(f.Outcome, out _)
                   select new SampleCandidate(f.CaseId, f.Agent, Enum.Parse<Outcome>(f.Outcome!), f.Playbook?.Split('/')[0], f.FrozenFen / FenPerYuan, f.Overturned, (int?)f.Rating),
            ];
        }
    }
}
