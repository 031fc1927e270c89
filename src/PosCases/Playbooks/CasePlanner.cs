using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Playbooks;

/// <summary>Lays a case's plan: chooses playbooks, keeps the pinned versions, merges, and brings the case to the result.</summary>
internal sealed class CasePlanner(AppDb db, PlaybookShelf shelf, Actor actor, TimeProvider clock)
{
    /// <summary>Lays the plan of a case anew, within the running unit of work.</summary>
    public async Task ReplanAsync(CaseId id, CancellationToken ct)
    {
        var found = await LoadAsync(db.Cases, id, ct);
        if (found.Status is CaseStatus.Filed or CaseStatus.Closed)
        {
            return;
        }

        var now = clock.GetUtcNow();
        AdoptOlderPlan(found, now);
        var plan = await PlanAsync(found, now, ct);
        var before = found.Steps.Select(s => s.Id).ToHashSet();
        var left = found.Replan(plan.Steps, now);
        db.RemoveRange(left);
        db.RemoveRange(found.PlanEvidence(plan.Asks, actor, now));
        found.EndRecordedSteps(plan.Steps, await CaseWork.ReadAsync(db, found, ct), actor, now);
        var added = found.Steps.Count(s => !before.Contains(s.Id));
        if (before.Count > 0 && added + left.Count > 0)
        {
            found.RecordPlanChange(added, left.Count, actor, now);
        }
    }

    /// <summary>The plan that the case would have with other versions of its playbooks; changes nothing.</summary>
    /// <param name="found">The case, loaded with what plans need.</param>
    /// <param name="versions">Version by code; playbooks that are not named keep theirs.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<PlanMerge> PreviewAsync(Case found, IReadOnlyDictionary<string, int> versions, CancellationToken ct)
    {
        var (documents, newest) = await ReadAsync(found, ct);
        var facts = PlanFacts.Of(found, await KindOfAsync(found, ct));
        var pinned = found.Playbooks.Where(p => p.LeftAt is null).ToDictionary(p => p.Code, p => versions.GetValueOrDefault(p.Code, p.Version), StringComparer.Ordinal);
        return PlanMerge.Of([.. Chosen(found, newest, facts).Select(p => pinned.TryGetValue(p.Code, out var version) ? documents[(p.Code, version)] : p)], facts);
    }

    /// <summary>Versions that are newer than the pinned ones: code of the playbook, pinned version, newest version.</summary>
    public async Task<IReadOnlyList<NewerVersion>> NewerAsync(Case found, CancellationToken ct)
    {
        var (_, newest) = await ReadAsync(found, ct);
        return
        [
            .. from pin in found.Playbooks
               where pin.LeftAt is null
               join document in newest on pin.Code equals document.Code
               where document.Version > pin.Version
               select new NewerVersion(pin.Code, pin.Version, document.Version, document.Title),
        ];
    }

    /// <summary>Loads a case with everything that plans need.</summary>
    public static Task<Case> LoadAsync(IQueryable<Case> cases, CaseId id, CancellationToken ct) => cases
        .Include(c => c.Measures)
        .Include(c => c.Causes)
        .Include(c => c.Parties)
        .Include(c => c.Rounds)
        .Include(c => c.Checks)
        .Include(c => c.Communications)
        .Include(c => c.Reliefs)
        .Include(c => c.Requirements).ThenInclude(r => r.Items)
        .Include(c => c.Steps.OrderBy(s => s.Position))
        .Include(c => c.Playbooks)
        .AsSplitQuery()
        .SingleAsync(c => c.Id == id, ct);

    private async Task<PlanMerge> PlanAsync(Case found, DateTimeOffset now, CancellationToken ct)
    {
        var (documents, newest) = await ReadAsync(found, ct);
        var facts = PlanFacts.Of(found, await KindOfAsync(found, ct));
        var chosen = Chosen(found, newest, facts);
        foreach (var pin in found.Playbooks.Where(p => p.LeftAt is null && !chosen.Any(c => c.Code == p.Code)))
        {
            pin.Leave(now);
        }

        foreach (var playbook in chosen.Where(c => !found.Playbooks.Any(p => p.LeftAt is null && p.Code == c.Code)))
        {
            found.Pin(playbook.Code, playbook.Version, now);
        }

        var pinned = found.Playbooks.ToDictionary(p => p.Code, p => p.Version, StringComparer.Ordinal);
        return PlanMerge.Of([.. chosen.Select(p => documents[(p.Code, pinned[p.Code])])], facts);
    }

    // Once on a case, the legal route stays: its records are needed to the end. A plan from before playbooks were merged gets no new beginning.
    private static List<PlaybookDocument> Chosen(Case found, IReadOnlyList<PlaybookDocument> newest, PlanFacts facts)
    {
        var isOlder = found.Steps.Count > 0 && !found.Playbooks.Any(p => newest.Any(n => n.Code == p.Code && n.Trigger == PlaybookTrigger.EveryCase));
        var wasLegal = found.Playbooks.Any(p => p.LeftAt is null && newest.Any(n => n.Code == p.Code && n.Trigger == PlaybookTrigger.LegalRoute));
        return [.. PlaybookChoice.Of(newest, facts with { IsLegal = facts.IsLegal || wasLegal }).Where(p => !isOlder || p.Trigger != PlaybookTrigger.EveryCase)];
    }

    private static void AdoptOlderPlan(Case found, DateTimeOffset now)
    {
        if (found.Playbooks.Count == 0)
        {
            foreach (var step in found.Steps.DistinctBy(s => s.Playbook, StringComparer.Ordinal))
            {
                found.Pin(step.Playbook, step.PlaybookVersion, now);
            }
        }
    }

    private Task<MerchantKind> KindOfAsync(Case found, CancellationToken ct) =>
        db.Set<Merchant>().Where(m => m.Id == found.MerchantId).Select(m => m.Kind).SingleAsync(ct);

    // A retired playbook serves the cases that pin it and no other.
    private async Task<(IReadOnlyDictionary<(string Code, int Version), PlaybookDocument> All, IReadOnlyList<PlaybookDocument> Newest)> ReadAsync(
        Case found, CancellationToken ct)
    {
        var versions = await shelf.AllAsync(db, ct);
        var all = versions.ToDictionary(p => (p.Document.Code, p.Document.Version), p => p.Document);
        var newest = versions
            .GroupBy(p => p.Document.Code, StringComparer.Ordinal)
            .Select(g => g.MaxBy(p => p.Document.Version))
            .Where(p => !p.IsRetired || found.Playbooks.Any(pin => pin.LeftAt is null && pin.Code == p.Document.Code))
            .Select(p => p.Document)
            .OrderBy(p => p.Code, StringComparer.Ordinal);
        return (all, [.. newest]);
    }
}
