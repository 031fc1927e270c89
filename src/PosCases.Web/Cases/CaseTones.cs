using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Relief;
using PosCases.Platform.Storage;
using PosCases.Web.Design;

namespace PosCases.Web.Cases;

/// <summary>How values of a case look. Looks only: what may be done is decided by the core.</summary>
public static class CaseTones
{
    /// <summary>Tone and icon of a work status.</summary>
    public static (Tone Tone, string Icon) Of(CaseStatus status) => status switch
    {
        CaseStatus.Draft => (Tone.Quiet, "pencil"),
        CaseStatus.Filed => (Tone.Active, "inbox"),
        CaseStatus.Verification => (Tone.Active, "search"),
        CaseStatus.EvidenceCollection => (Tone.Active, "file-text"),
        CaseStatus.BankCommunication => (Tone.Active, "building-bank"),
        CaseStatus.Resolution => (Tone.Active, "clipboard-check"),
        CaseStatus.LegalRoute => (Tone.Active, "scale"),
        CaseStatus.Waiting => (Tone.Quiet, "clock-pause"),
        CaseStatus.Closed => (Tone.Quiet, "archive"),
    };

    /// <summary>Tone and icon of an outcome.</summary>
    public static (Tone Tone, string Icon) Of(Outcome outcome) => outcome switch
    {
        Outcome.FullyUnfrozen or Outcome.ExpiredByLaw => (Tone.Good, "lock-open"),
        Outcome.PartlyUnfrozen => (Tone.Good, "circle-check"),
        Outcome.Refused => (Tone.Warn, "lock"),
        Outcome.NotAFreeze => (Tone.Good, "circle-check"),
        Outcome.FakeNotice => (Tone.Warn, "shield-off"),
        Outcome.Withdrawn => (Tone.Quiet, "arrow-back-up"),
        Outcome.Duplicate => (Tone.Quiet, "git-merge"),
        Outcome.ServiceEnded => (Tone.Quiet, "circle-check"),
        Outcome.Deducted => (Tone.Warn, "cash"),
    };

    /// <summary>Tone and icon of a priority.</summary>
    public static (Tone Tone, string Icon) Of(Priority priority) => priority switch
    {
        Priority.Normal => (Tone.Quiet, "minus"),
        Priority.High => (Tone.Warn, "chevron-up"),
        Priority.Urgent => (Tone.Danger, "arrow-up"),
    };

    /// <summary>Tone of a talk about a release.</summary>
    public static Tone Of(ReliefStatus status) => status switch
    {
        ReliefStatus.Asked => Tone.Active,
        ReliefStatus.Countered => Tone.Warn,
        ReliefStatus.Accepted => Tone.Good,
        ReliefStatus.Refused => Tone.Warn,
        ReliefStatus.Lapsed or ReliefStatus.Ended => Tone.Quiet,
    };

    /// <summary>Tone and icon of a paper's state.</summary>
    public static (Tone Tone, string Icon) Of(PaperState state) => state switch
    {
        PaperState.Missing => (Tone.Warn, "circle-dashed"),
        PaperState.Again => (Tone.Warn, "arrow-back-up"),
        PaperState.Waiting => (Tone.Active, "hourglass"),
        PaperState.Accepted => (Tone.Good, "circle-check"),
        PaperState.Waived => (Tone.Quiet, "check"),
        PaperState.Offered => (Tone.Quiet, "circle-dashed"),
    };

    /// <summary>Tone and icon of a file's state.</summary>
    public static (Tone Tone, string Icon) Of(EvidenceStatus status) => status switch
    {
        EvidenceStatus.Submitted => (Tone.Active, "hourglass"),
        EvidenceStatus.Accepted => (Tone.Good, "circle-check"),
        EvidenceStatus.Rejected => (Tone.Warn, "arrow-back-up"),
        EvidenceStatus.TakenBack => (Tone.Quiet, "x"),
        EvidenceStatus.Replaced => (Tone.Quiet, "versions"),
        EvidenceStatus.Derived => (Tone.Quiet, "eraser"),
    };

    /// <summary>Tone and icon of what the virus scanner says.</summary>
    public static (Tone Tone, string Icon) Of(FileScan scan) => scan switch
    {
        FileScan.NotScanned => (Tone.Quiet, "shield-off"),
        FileScan.Waiting => (Tone.Active, "hourglass"),
        FileScan.Clean => (Tone.Good, "shield-check"),
        FileScan.Infected => (Tone.Danger, "shield-off"),
    };

    /// <summary>Tone of what happened.</summary>
    public static Tone Of(CaseEventKind kind) => kind switch
    {
        CaseEventKind.EvidenceAccepted or CaseEventKind.ResolutionApproved or CaseEventKind.StepDone or CaseEventKind.EvidenceSubmitted
            or CaseEventKind.MeasureEnded => Tone.Good,
        CaseEventKind.EvidenceRejected or CaseEventKind.MoreEvidenceRequested or CaseEventKind.ConfirmedFake or CaseEventKind.EvidenceAsked
            or CaseEventKind.ReliefEnding or CaseEventKind.ClockWarned or CaseEventKind.RenewalDue => Tone.Warn,
        CaseEventKind.Filed or CaseEventKind.VerificationStarted or CaseEventKind.ConfirmedGenuine or CaseEventKind.SubmittedToInstitution
            or CaseEventKind.InstitutionAnswered or CaseEventKind.ResolutionProposed or CaseEventKind.Reopened or CaseEventKind.LegalRouteTaken => Tone.Active,
        CaseEventKind.ClockBreached or CaseEventKind.Escalated => Tone.Danger,
        _ => Tone.Quiet,
    };
}
