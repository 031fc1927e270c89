namespace PosCases.Cases;

/// <summary>Settings of the section <c>Cases</c>.</summary>
public sealed class CaseOptions
{
    /// <summary>How long each stage may take by our own clock, in hours; it pauses while a case waits.</summary>
    public IDictionary<CaseStatus, int> StageHours { get; } = new Dictionary<CaseStatus, int>
    {
        [CaseStatus.Filed] = 4,
        [CaseStatus.Verification] = 24,
        [CaseStatus.EvidenceCollection] = 72,
        [CaseStatus.BankCommunication] = 120,
        [CaseStatus.Resolution] = 24,
        [CaseStatus.LegalRoute] = 240,
    };

    /// <summary>How many days before the end of a temporary release its owner and the merchant are told.</summary>
    public int ReliefAlertDays { get; set; } = 5;

    /// <summary>How long a stage may take; none for stages without a clock of ours.</summary>
    public TimeSpan? LengthOf(CaseStatus stage) => StageHours.TryGetValue(stage, out var hours) ? TimeSpan.FromHours(hours) : null;
}
