using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Papers;
using PosCases.Insight;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>The desk looks at the after-care of a case.</summary>
public static class ViewCareOfCase
{
    /// <summary>Reads plan, tasks, self-inspections and look-backs of a case.</summary>
    /// <param name="Case">The case.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(CaseId Case) : IQuery<View>;

    /// <summary>After-care of a case.</summary>
    /// <param name="Plan">The plan; none where nobody has chosen yet.</param>
    /// <param name="Tasks">All, the earliest due first.</param>
    /// <param name="Proposed">Codes of the measures that the case's causes call for.</param>
    /// <param name="Inspections">Finished self-inspections of the merchant, the oldest first.</param>
    /// <param name="LookBacks">The newest first.</param>
    /// <param name="RefrozenBy">Numbers of cases of the same merchant that count as frozen again after this one, as the figures count it.</param>
    /// <param name="Followers">Numbers of the cases that merchants filed after an answer.</param>
    /// <param name="MayPlan">Whether the reader may choose the measures now.</param>
    /// <param name="Today">The day for which it was read; Shanghai's.</param>
    public sealed record View(
        CarePlan? Plan, IReadOnlyList<CareTask> Tasks, IReadOnlyList<string> Proposed, IReadOnlyList<Inspection> Inspections, IReadOnlyList<LookBack> LookBacks,
        IReadOnlyList<string> RefrozenBy, IReadOnlyDictionary<CaseId, string> Followers, bool MayPlan, DateOnly Today)
    {
        /// <summary>File names of the papers that show something.</summary>
        public IReadOnlyDictionary<MerchantPaperId, string> Papers { get; init; } = new Dictionary<MerchantPaperId, string>();
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            var cases = db.Set<Case>().VisibleTo(actor);
            if (await cases.AsNoTracking().Include(c => c.Causes).SingleOrDefaultAsync(c => c.Id == query.Case, ct) is not { } found)
            {
                return new NotFound("Case");
            }

            var tasks = await db.CareTasks.AsNoTracking().Where(t => t.CaseId == query.Case).OrderBy(t => t.DueOn).ThenBy(t => t.Seq).ToListAsync(ct);
            var inspections = await db.InspectionsFor(actor).AsNoTracking().Where(i => i.MerchantId == found.MerchantId && i.DoneAt != null)
                .OrderByDescending(i => i.StartedAt).Take(ViewMyCare.MostInspections).ToListAsync(ct);
            var lookBacks = await db.LookBacks.AsNoTracking().Where(l => l.CaseId == query.Case).OrderByDescending(l => l.Seq).ToListAsync(ct);
            var papers = tasks.Select(t => t.PaperId).OfType<MerchantPaperId>().ToHashSet();
            var followers = lookBacks.Select(l => l.FollowedBy).OfType<CaseId>().ToHashSet();
            return new View(
                await db.CarePlans.AsNoTracking().SingleOrDefaultAsync(p => p.CaseId == query.Case, ct),
                tasks,
                [.. PreventionLibrary.Propose([.. found.Causes.Where(c => c.RemovedAt is null).Select(c => c.Code)]).Select(m => m.Code)],
                [.. inspections.OrderBy(i => i.DoneAt)],
                lookBacks,
                await db.Set<CaseFact>().Where(f => f.RefreezeOf == query.Case).Join(cases, f => f.CaseId, c => c.Id, (f, c) => c.Number).ToListAsync(ct),
                await cases.Where(c => followers.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, ct),
                found is { ImportedAt: null, Status: not CaseStatus.Closed } && (found.OwnerId == actor.Id || actor.May(Permission.ReviewCases)),
                ShanghaiTime.DateOf(clock.GetUtcNow()))
            {
                Papers = await db.Set<MerchantPaper>().Where(p => papers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FileName, ct),
            };
        }
    }
}
