using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Plan;
using PosCases.Cases.Resolution;
using PosCases.Cases.Worklist;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

/// <summary>Reads one case with everything the actor may see of it.</summary>
public static class ViewCase
{
    /// <summary>Reads one case. What a merchant may not see is not even loaded for him.</summary>
    /// <param name="Number">Number of the case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(string Number) : IQuery<CaseView>;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<CaseView>>
    {
        public async Task<Result<CaseView>> Handle(Query query, CancellationToken ct)
        {
            var visible = db.Cases.AsNoTracking().VisibleTo(actor).Where(c => c.Number == query.Number);
            if (await visible.ToSummaries(db, clock.GetUtcNow()).SingleOrDefaultAsync(ct) is not { } summary)
            {
                return new NotFound("Case");
            }

            var found = await visible.WithEverythingFor(actor.IsDesk).AsSplitQuery().SingleAsync(ct);
            var institutions = found.Parties.Select(p => p.InstitutionId).Concat(found.Checks.Select(k => k.InstitutionId)).Distinct().ToList();
            var names = await db.Set<Institution>().Where(i => institutions.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Name, ct);
            var duplicateOf = found.DuplicateOf is { } other
                ? await db.Cases.VisibleTo(actor).Where(c => c.Id == other).Select(c => c.Number).SingleOrDefaultAsync(ct)
                : null;
            return new CaseView(
                found, summary, names, CaseLifecycle.AllowedTo(found.RelationsOf(actor), found.Status), found.RelationsOf(actor), duplicateOf);
        }
    }
}

internal static class CaseDetails
{
    /// <summary>Includes what the desk, or a merchant, may see of a case.</summary>
    public static IQueryable<Case> WithEverythingFor(this IQueryable<Case> cases, bool desk) => cases
        .Include(c => c.Measures.OrderBy(m => m.RecordedAt))
        .Include(c => c.Checks.OrderByDescending(k => k.At))
        .Include(c => c.Causes)
        .Include(c => c.Requirements.OrderBy(r => r.Position)).ThenInclude(r => r.Items)
        .Include(c => c.Evidence.OrderBy(i => i.At))
        .Include(c => c.Parties)
        .Include(c => c.Communications.Where(e => desk || e.SharedWithMerchant).OrderByDescending(e => e.At))
        .Include(c => c.Rounds.OrderBy(r => r.Number))
        .Include(c => c.Ledger.OrderBy(e => e.EnteredAt))
        .Include(c => c.Proposals.Where(p => desk || p.State == ProposalState.Approved).OrderBy(p => p.Number))
        .Include(c => c.Steps.Where(s => desk || s.Role == StepRole.Merchant).OrderBy(s => s.Position))
        .Include(c => c.Filings.OrderBy(f => f.At));
}

/// <summary>One case as the actor may see it.</summary>
/// <param name="Case">The case, loaded for reading only.</param>
/// <param name="Summary">The five answers.</param>
/// <param name="Institutions">Names of the institutions on the case.</param>
/// <param name="Allowed">What the actor may do to the work status.</param>
/// <param name="Relations">In which relations the actor stands to the case.</param>
/// <param name="DuplicateOf">Number of the surviving case.</param>
public sealed record CaseView(
    Case Case,
    CaseSummary Summary,
    IReadOnlyDictionary<InstitutionId, string> Institutions,
    IReadOnlyList<CaseAction> Allowed,
    IReadOnlySet<Doer> Relations,
    string? DuplicateOf)
{
    /// <summary>Whether the actor may do this to the work status.</summary>
    public bool Allows(CaseAction action) => Allowed.Contains(action);

    /// <summary>Whether the actor stands in this relation to the case.</summary>
    public bool Is(Doer doer) => Relations.Contains(doer);
}
