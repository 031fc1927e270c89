using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Plan;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks;

/// <summary>Shows what would change if a running case followed the newest versions of its playbooks.</summary>
public static class PreviewNewerPlaybooks
{
    /// <summary>Shows what would change.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(CaseId Id) : IQuery<PlanDifference>;

    internal sealed class Handler(AppDb db, Actor actor, CasePlanner planner) : IRequestHandler<Query, Result<PlanDifference>>
    {
        public async Task<Result<PlanDifference>> Handle(Query query, CancellationToken ct)
        {
            var visible = db.Cases.AsNoTracking().VisibleTo(actor);
            if (!await visible.AnyAsync(c => c.Id == query.Id, ct))
            {
                return new NotFound("Case");
            }

            var found = await CasePlanner.LoadAsync(visible, query.Id, ct);
            var newer = await planner.NewerAsync(found, ct);
            var plan = await planner.PreviewAsync(found, newer.ToDictionary(n => n.Code, n => n.Newest, StringComparer.Ordinal), ct);
            return PlanDifference.Of(found.Steps, plan.Steps, newer);
        }
    }
}

/// <summary>A playbook of a case that has a newer version.</summary>
/// <param name="Code">Code.</param>
/// <param name="Pinned">The version that the case keeps to.</param>
/// <param name="Newest">The newest version.</param>
/// <param name="Title">Title of the newest version.</param>
public sealed record NewerVersion(string Code, int Pinned, int Newest, Bilingual Title);

/// <summary>What a move to newer versions would change.</summary>
/// <param name="Newer">The playbooks that have a newer version.</param>
/// <param name="Added">Steps that would come in.</param>
/// <param name="Removed">Steps that nobody began and that would leave.</param>
/// <param name="Changed">Steps that nobody began and whose text or limits would change: as they are, as they would be.</param>
/// <param name="Kept">Steps that were begun or ended and stay as they are.</param>
public sealed record PlanDifference(
    IReadOnlyList<NewerVersion> Newer,
    IReadOnlyList<PlannedStep> Added,
    IReadOnlyList<CaseStep> Removed,
    IReadOnlyList<PlanDifference.Change> Changed,
    IReadOnlyList<CaseStep> Kept)
{
    /// <summary>A step before and after.</summary>
    /// <param name="Before">As it is.</param>
    /// <param name="After">As it would be.</param>
    public sealed record Change(CaseStep Before, PlannedStep After);

    /// <summary>Compares a plan with a wanted one.</summary>
    public static PlanDifference Of(IReadOnlyList<CaseStep> now, IReadOnlyList<PlannedStep> wanted, IReadOnlyList<NewerVersion> newer) => new(
        newer,
        [.. wanted.Where(w => !now.Any(s => s.Code == w.Code))],
        [.. now.Where(s => !s.IsTouched && !wanted.Any(w => w.Code == s.Code))],
        [.. from step in now where !step.IsTouched join want in wanted on step.Code equals want.Code where Differ(step, want) select new Change(step, want)],
        [.. now.Where(s => s.IsTouched)]);

    private static bool Differ(CaseStep step, PlannedStep want) =>
        (step.TitleZh, step.TitleEn, step.GuidanceZh, step.GuidanceEn) != (want.TitleZh, want.TitleEn, want.GuidanceZh, want.GuidanceEn)
        || (step.Stage, step.Role, step.Mandatory, step.Deadline) != (want.Stage, want.Role, want.Mandatory, want.Deadline)
        || !step.Papers.SequenceEqual(want.Papers)
        || step.Decision is null != want.Decision is null;
}
