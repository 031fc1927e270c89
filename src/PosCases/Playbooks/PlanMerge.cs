using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Plan;

namespace PosCases.Playbooks;

/// <summary>Several playbooks made into one plan: each step once with all its sources, each paper once as strictly as anybody wants it.</summary>
/// <param name="Steps">Steps in order.</param>
/// <param name="Asks">Papers in order.</param>
public sealed record PlanMerge(IReadOnlyList<PlannedStep> Steps, IReadOnlyList<EvidenceAsk> Asks)
{
    /// <summary>Merges.</summary>
    /// <param name="playbooks">The playbooks in the order of the plan.</param>
    /// <param name="facts">The case.</param>
    public static PlanMerge Of(IReadOnlyList<PlaybookDocument> playbooks, PlanFacts facts) => new(
        [.. playbooks.SelectMany(p => Wanted(p, facts)).GroupBy(s => s.Code, StringComparer.Ordinal).Select(Join).OrderBy(s => PlanOrder.Of(s.Stage))],
        facts.IsConfirmed ? Papers(playbooks, facts) : []);

    private static IEnumerable<PlannedStep> Wanted(PlaybookDocument playbook, PlanFacts facts)
    {
        var opened = playbook.Steps.Where(s => s.Decision is not null)
            .SelectMany(s => s.Decision!.Options, (step, option) => (step, option))
            .SelectMany(o => o.option.Opens, (o, code) => (Code: code, Open: facts.Answers.GetValueOrDefault(o.step.Code) == o.option.Code))
            .ToLookup(o => o.Code, o => o.Open, StringComparer.Ordinal);
        return playbook.Steps
            .Where(s => IsTime(playbook.Trigger, s.Stage, facts) && facts.Allow(s.When, s.Unless))
            .Where(s => !opened.Contains(s.Code) || opened[s.Code].Any(open => open))
            .Select(s => playbook.ToPlan(s));
    }

    // Before the notice is confirmed, only what helps to find out belongs on the plan of a cause.
    private static bool IsTime(PlaybookTrigger trigger, CaseStatus stage, PlanFacts facts) =>
        trigger != PlaybookTrigger.Cause || facts.IsConfirmed || stage == CaseStatus.Verification;

    private static PlannedStep Join(IGrouping<string, PlannedStep> same)
    {
        var first = same.First();
        return first with
        {
            Mandatory = same.Any(s => s.Mandatory),
            Sources = [.. same.SelectMany(s => s.Sources).Distinct(StringComparer.Ordinal)],
            Papers = [.. same.SelectMany(s => s.Papers).Distinct(StringComparer.Ordinal)],
            Origins = [.. same.SelectMany(s => s.Origins).Distinct()],
            Deadline = same.Select(s => s.Deadline).FirstOrDefault(d => d is not null),
            Decision = same.Select(s => s.Decision).FirstOrDefault(d => d is not null),
            EndsWith = same.Select(s => s.EndsWith).FirstOrDefault(w => w is not null),
        };
    }

    private static List<EvidenceAsk> Papers(IReadOnlyList<PlaybookDocument> playbooks, PlanFacts facts)
    {
        var asked = playbooks.SelectMany(p => p.Evidence).Where(p => facts.Allow(p.When, p.Unless)).Select(p => p.ToAsk()).ToList();
        var required = asked.Where(a => a.Level == RequirementLevel.Required).SelectMany(a => a.Codes).ToHashSet(StringComparer.Ordinal);
        var oneOf = asked.Where(a => a.Level == RequirementLevel.OneOf).SelectMany(a => a.Codes).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. asked
                .Where(a => a.Level != RequirementLevel.OneOf || !a.Codes.Any(required.Contains))
                .Select(a => a.Level == RequirementLevel.Optional ? a with { Codes = [.. a.Codes.Where(c => !required.Contains(c) && !oneOf.Contains(c))] } : a)
                .Where(a => a.Codes.Count > 0)
                .DistinctBy(a => string.Join('|', a.Codes.Order(StringComparer.Ordinal)))
                .OrderBy(a => a.Level),
        ];
    }
}
