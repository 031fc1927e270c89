using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Legality;
using PosCases.Cases.Links;
using PosCases.Cases.Plan;
using PosCases.Cases.Resolution;
using PosCases.Cases.Tags;
using PosCases.Cases.Urgency;
using PosCases.Cases.Worklist;
using PosCases.Institutions;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases;

/// <summary>Reads one case with everything the actor may see of it.</summary>
public static class ViewCase
{
    /// <summary>Reads one case. What a merchant may not see is not even loaded for him.</summary>
    /// <param name="Number">Number of the case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(string Number) : IQuery<CaseView>;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Query, Result<CaseView>>
    {
        public async Task<Result<CaseView>> Handle(Query query, CancellationToken ct)
        {
            var visible = db.Cases.AsNoTracking().VisibleTo(actor).Where(c => c.Number == query.Number);
            var now = clock.GetUtcNow();
            if (await visible.ToSummaries(db, now).SingleOrDefaultAsync(ct) is not { } summary)
            {
                return new NotFound("Case");
            }

            var found = await visible.WithEverythingFor(actor.IsDesk).AsSplitQuery().SingleAsync(ct);
            var institutions = found.Parties.Select(p => p.InstitutionId)
                .Concat(found.Checks.Select(k => k.InstitutionId))
                .Concat(found.Measures.Select(m => m.InstitutionId).OfType<InstitutionId>())
                .Distinct().ToList();
            var known = await db.Set<Institution>().Where(i => institutions.Contains(i.Id)).Select(i => new { i.Id, i.Name, i.Kind, i.UsualAnswer }).ToListAsync(ct);
            var settled = await db.Set<LegalityAnswer>().AsNoTracking().Where(a => a.CaseId == found.Id && a.Answer == PointAnswer.Yes)
                .Select(a => new { a.MeasureId, a.Question }).ToListAsync(ct);
            var duplicateOf = found.DuplicateOf is { } other
                ? await db.Cases.VisibleTo(actor).Where(c => c.Id == other).Select(c => c.Number).SingleOrDefaultAsync(ct)
                : null;
            var merged = await db.Set<CaseLink>().Where(l => l.ToId == found.Id && l.Kind == LinkKind.Merged && l.EndedAt == null)
                .Join(db.Cases.VisibleTo(actor), l => l.FromId, c => c.Id, (l, c) => c.Number).OrderBy(n => n).ToListAsync(ct);
            var scans = await db.Set<VaultFile>().AsNoTracking().Where(f => f.Owner == found.Id.Value).Select(f => new { f.Name, f.Scan }).ToListAsync(ct);
            List<string> tags = actor.IsDesk ? await db.Set<CaseTag>().Where(t => t.CaseId == found.Id && t.IsOn).Select(t => t.Text).ToListAsync(ct) : [];
            var inputs = PriorityInputs.Of(found, now);
            return new CaseView(
                found, summary with { Reader = actor, TagLine = string.Join('\n', tags.Order(StringComparer.Ordinal)) }, known.ToDictionary(i => i.Id, i => i.Name), CaseLifecycle.AllowedTo(found.RelationsOf(actor), found.Status),
                found.RelationsOf(actor), duplicateOf)
            {
                Today = ShanghaiTime.DateOf(now),
                WhyPriority = actor.IsDesk && summary.ClosedAt is null ? inputs.ScoreAt(await PriorityInputs.AlikeAsync(db, inputs, now, ct), now) : null,
                MergedIn = merged,
                Clocks = found.ClocksAt(now, options),
                UsualAnswers = known.Where(i => i.UsualAnswer is not null).ToDictionary(i => i.Id, i => i.UsualAnswer!),
                InstitutionKinds = known.ToDictionary(i => i.Id, i => i.Kind),
                Scans = scans.ToDictionary(f => f.Name, f => f.Scan, StringComparer.Ordinal),
                SettledPoints = settled.ToLookup(a => a.MeasureId, a => a.Question),
            };
        }
    }
}

internal static class CaseDetails
{
    /// <summary>Includes what the desk, or a merchant, may see of a case.</summary>
    public static IQueryable<Case> WithEverythingFor(this IQueryable<Case> cases, bool desk) => cases
        .Include(c => c.Measures.OrderBy(m => m.RecordedAt))
        .Include(c => c.RenewalAsks.Where(a => desk).OrderBy(a => a.RaisedAt))
        .Include(c => c.LegalityAnswers.Where(a => desk))
        .Include(c => c.RiskAnswers.Where(a => desk))
        .Include(c => c.Readers.Where(r => desk && r.RemovedAt == null).OrderBy(r => r.At))
        .Include(c => c.Restrictions.Where(r => desk).OrderBy(r => r.At))
        .Include(c => c.Checks.OrderByDescending(k => k.At))
        .Include(c => c.Causes)
        .Include(c => c.Requirements.OrderBy(r => r.Position)).ThenInclude(r => r.Items)
        .Include(c => c.Evidence.OrderBy(i => i.At))
        .Include(c => c.Redactions.Where(r => desk))
        .Include(c => c.Judgements.Where(j => desk).OrderByDescending(j => j.At))
        .Include(c => c.Parties)
        .Include(c => c.Communications.Where(e => desk || e.SharedWithMerchant).OrderByDescending(e => e.At))
        .Include(c => c.Rounds.OrderBy(r => r.Number))
        .Include(c => c.Deadlines)
        .Include(c => c.Marks.Where(m => desk))
        .Include(c => c.Ledger.OrderBy(e => e.EnteredAt))
        .Include(c => c.Impacts.OrderBy(i => i.Number))
        .Include(c => c.Reliefs.OrderBy(r => r.AskedAt))
        .Include(c => c.Interims.OrderBy(w => w.AddedAt))
        .Include(c => c.Proposals.Where(p => desk || p.State == ProposalState.Approved).OrderBy(p => p.Number))
        .Include(c => c.Playbooks.Where(p => desk))
        .Include(c => c.DeviceChecks.OrderByDescending(k => k.At))
        .Include(c => c.Rechecks.OrderBy(r => r.SetAt))
        .Include(c => c.Filings.OrderBy(f => f.At))
        .Include(c => c.Steps.Where(s => desk || s.Role == StepRole.Merchant).OrderBy(s => s.Position));
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
    private static readonly ILookup<Guid, LegalityQuestion> NoPoints = Array.Empty<LegalityQuestion>().ToLookup(_ => Guid.Empty);

    /// <summary>The day for which it was read; Shanghai's.</summary>
    public DateOnly Today { get; init; } = ShanghaiTime.DateOf(Summary.Facts.Now);

    /// <summary>Why it is as urgent as it is, for the desk; none once it is closed.</summary>
    public PriorityScore? WhyPriority { get; init; }

    /// <summary>Numbers of the cases that were merged into this one, as far as the actor may see them.</summary>
    public IReadOnlyList<string> MergedIn { get; init; } = [];

    /// <summary>What works now.</summary>
    public AbilityState Abilities => Case.AbilitiesOn(Today);

    /// <summary>Every clock of the case, those that need somebody first.</summary>
    public IReadOnlyList<CaseClock> Clocks { get; init; } = [];

    /// <summary>How long the institutions on the case usually take to answer, where that is known.</summary>
    public IReadOnlyDictionary<InstitutionId, UsualAnswer> UsualAnswers { get; init; } = new Dictionary<InstitutionId, UsualAnswer>();

    /// <summary>What the institutions on the case are.</summary>
    public IReadOnlyDictionary<InstitutionId, InstitutionKind> InstitutionKinds { get; init; } = new Dictionary<InstitutionId, InstitutionKind>();

    /// <summary>What the virus scanner says of each file, by the key under which it is stored.</summary>
    public IReadOnlyDictionary<string, FileScan> Scans { get; init; } = new Dictionary<string, FileScan>();

    /// <summary>The questions about each measure that were answered with yes; all others are open points to ask about.</summary>
    public ILookup<Guid, LegalityQuestion> SettledPoints { get; init; } = NoPoints;

    /// <summary>Whether the actor may do this to the work status.</summary>
    public bool Allows(CaseAction action) => Allowed.Contains(action);

    /// <summary>Whether the actor stands in this relation to the case.</summary>
    public bool Is(Doer doer) => Relations.Contains(doer);
}
