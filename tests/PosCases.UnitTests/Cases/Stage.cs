using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Resolution;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases;

/// <summary>Cases at every stage, brought there by the verbs, so that an impossible one cannot be made.</summary>
internal static class Stage
{
    public static readonly InstitutionId Bank = new(Guid.NewGuid());

    /// <summary>A finished form without anything that is optional.</summary>
    public static readonly FilingForm Form = new()
    {
        ToldBy = NoticeChannel.App,
        NothingDemanded = true,
        Measure = MeasureKind.SettlementDelay,
        ImposedBy = ImposedBy.Acquirer,
        Reason = ReasonGiven.NoReason,
    };

    public static readonly EvidenceAsk SalesSlip = new(["SALES_SLIP"], RequirementLevel.Required, "why", "why");

    public static Case Filed(FilingForm? form = null) => Case.File(7, Shop, form ?? Form, Owner, Now, Clock).Value;

    public static Case Verification(Actor? owner = null, FilingForm? form = null)
    {
        var made = Filed(form);
        Do(made.StartVerification(owner ?? Li, Now, Clock));
        return made;
    }

    public static Case Verified(Actor? owner = null)
    {
        var made = Verification(owner);
        var by = owner ?? Li;
        Do(made.Check(CheckAnswer.Confirms, by));
        Do(made.RecordVerdict(Authenticity.Genuine, "the hotline confirms", by, Now));
        Do(made.RecordMeasure(made.Measures[0].Id, new MeasureRecord { Kind = MeasureKind.SettlementDelay, Institution = Bank }, by, Now));
        Do(made.AddCause("ABNORMAL_TXN", Confidence.High, CauseSource.Institution, null, by, Now));
        return made;
    }

    public static Case Collecting(Actor? owner = null, params EvidenceAsk[] asks)
    {
        var made = Verified(owner);
        Do(made.ConfirmGenuine(owner ?? Li, Now, Clock));
        made.StartEvidence(asks.Length > 0 ? asks : [SalesSlip], owner ?? Li, Now);
        return made;
    }

    public static Case Collected(Actor? owner = null)
    {
        var made = Collecting(owner);
        var item = made.SubmitEvidence(made.Requirements[0].Id, "SALES_SLIP", File("slip.jpg"), Owner, Now);
        Do(item);
        Do(made.JudgeEvidence(item.Value, accepted: true, null, owner ?? Li, Now));
        return made;
    }

    public static Case Talking(Actor? owner = null)
    {
        var made = Collected(owner);
        Do(made.SendPapers(owner ?? Li));
        return made;
    }

    public static Case Answered(InstitutionAnswer answer = InstitutionAnswer.MoreRequested, Actor? owner = null)
    {
        var made = Talking(owner);
        Do(made.RecordAnswer(made.Parties[0].Id, answer, "in their words", "Bank", owner ?? Li, Now));
        return made;
    }

    public static Case Proposed(Outcome outcome = Outcome.FullyUnfrozen, Actor? owner = null)
    {
        var made = Talking(owner);
        Do(made.Propose(outcome, owner ?? Li));
        return made;
    }

    public static Case Waiting(Actor? owner = null)
    {
        var made = Talking(owner);
        Do(made.Wait(Ball.Institution, "their answer", Today.AddDays(3), owner ?? Li, Now, Clock));
        return made;
    }

    public static Case Legal(Actor? owner = null)
    {
        var made = Talking(owner);
        Do(made.TakeLegalRoute("complaint to the regulator", "no answer", Zhao, Now, Clock));
        return made;
    }

    public static Case Closed(Outcome outcome = Outcome.FullyUnfrozen, Actor? owner = null)
    {
        var made = Proposed(outcome, owner);
        Do(made.Approve(null, Zhao, Now, Clock));
        return made;
    }

    /// <summary>A case in a status; none in Draft, which no case keeps.</summary>
    public static Case At(CaseStatus status, Actor? owner = null) => status switch
    {
        CaseStatus.Filed => Filed(),
        CaseStatus.Verification => Verified(owner),
        CaseStatus.EvidenceCollection => Collected(owner),
        CaseStatus.BankCommunication => Answered(owner: owner),
        CaseStatus.Resolution => Proposed(owner: owner),
        CaseStatus.LegalRoute => Legal(owner),
        CaseStatus.Waiting => Waiting(owner),
        CaseStatus.Closed => Closed(Outcome.Refused, owner),
        CaseStatus.Draft => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static StoredFile File(string name) => new(Guid.NewGuid().ToString("N"), name, "image/jpeg", 100, new string('a', 64));

    public static Result Check(this Case made, CheckAnswer answer, Actor by) =>
        made.RecordCheck(new RecordCheck.Command(made.Id, made.Version, Bank, "95500", Now, null, "REF-1", answer, null), "Bank", by, Now);

    public static Result SendPapers(this Case made, Actor by, DateOnly? answerDue = null) =>
        made.Submit(
            new SubmitToInstitution.Command(made.Id, made.Version, made.Parties.Select(p => p.Id).FirstOrDefault(), Medium.Portal, "R-1", "please find enclosed", answerDue),
            "Bank",
            by,
            Now,
            Clock);

    public static Result Propose(this Case made, Outcome outcome, Actor by, string? proof = "letter 7") =>
        made.ProposeResolution(new ProposalRecord { Outcome = outcome, Statement = "why", Proof = proof, Advice = "what now" }, by, Now, Clock);

    public static Result Enter(this Case made, LedgerKind kind, decimal amount, Actor? by = null) =>
        made.EnterLedger(kind, amount, Today, "statement", null, by ?? Li, Now);

    /// <summary>What a test starts from must succeed.</summary>
    public static void Do(Result result) => Assert.Null(result.Error);
}
