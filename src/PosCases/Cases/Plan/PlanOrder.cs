namespace PosCases.Cases.Plan;

/// <summary>The order in which a plan shows its stages: as a case usually walks, after-care last.</summary>
public static class PlanOrder
{
    private static readonly CaseStatus[] Stages =
    [
        CaseStatus.Verification, CaseStatus.EvidenceCollection, CaseStatus.BankCommunication, CaseStatus.LegalRoute, CaseStatus.Resolution,
    ];

    /// <summary>Place of a stage; one that plans do not use comes last.</summary>
    public static int Of(CaseStatus stage) => Array.IndexOf(Stages, stage) is >= 0 and var place ? place : Stages.Length;
}
