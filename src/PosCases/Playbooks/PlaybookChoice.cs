using PosCases.Cases.Causes;

namespace PosCases.Playbooks;

/// <summary>Chooses the playbooks that a case calls for.</summary>
public static class PlaybookChoice
{
    /// <summary>Serves a case whose causes and measures no other playbook serves.</summary>
    public const string Fallback = "abnormal-transactions";

    /// <summary>
    /// What the case calls for, in the order of the plan: every case's, a scam's, by cause in the order of the causes, by kind of measure,
    /// the legal route's, after-care.
    /// </summary>
    /// <param name="newest">The newest version of every playbook.</param>
    /// <param name="facts">The case.</param>
    public static IReadOnlyList<PlaybookDocument> Of(IReadOnlyList<PlaybookDocument> newest, PlanFacts facts)
    {
        List<PlaybookDocument> byCause = [.. facts.Causes.SelectMany(cause => Serving(newest, cause))];
        List<PlaybookDocument> byMeasure = [.. newest.Where(p => p.Trigger == PlaybookTrigger.Cause && p.Measures.Any(facts.Measures.Contains))];
        if (facts.IsConfirmed && byCause.Count == 0 && byMeasure.Count == 0)
        {
            byCause.Add(newest.Single(p => p.Code == Fallback));
        }

        return
        [
            .. new[]
            {
                newest.Where(p => p.Trigger == PlaybookTrigger.EveryCase),
                newest.Where(p => facts.IsFake && p.Trigger == PlaybookTrigger.FakeNotice),
                byCause,
                byMeasure,
                newest.Where(p => facts.IsLegal && p.Trigger == PlaybookTrigger.LegalRoute),
                newest.Where(p => facts.IsConfirmed && p.Trigger == PlaybookTrigger.AfterCare),
            }.SelectMany(p => p).DistinctBy(p => p.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>The playbooks of a cause: those that name it, else those that name its group.</summary>
    public static IReadOnlyList<PlaybookDocument> Serving(IReadOnlyList<PlaybookDocument> newest, string cause)
    {
        List<PlaybookDocument> named = [.. newest.Where(p => p.Causes.Contains(cause))];
        return named.Count > 0 ? named : [.. newest.Where(p => CauseLibrary.Find(cause) is { } entry && p.Causes.Contains(entry.Group))];
    }
}
