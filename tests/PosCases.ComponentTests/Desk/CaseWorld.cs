using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Plan;
using PosCases.Cases.Resolution;
using PosCases.Cases.Verification;
using PosCases.Cases.Worklist;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.ComponentTests.Desk;

/// <summary>Cases made through the verbs alone, so that no impossible state is rendered.</summary>
internal static class CaseWorld
{
    public static readonly DateTimeOffset Filed = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);
    public static readonly InstitutionId Bank = InstitutionId.New();
    public static readonly CaseOptions Clock = new();
    private static readonly MerchantId Shop = MerchantId.New();
    private static readonly Actor Owner = new(Guid.NewGuid(), "Shop", Role.MerchantOwner, Shop.Value);

    public static Case NewCase(long serial = 123, params Demand[] demands) => Done(Case.File(
        serial,
        Shop,
        new FilingForm
        {
            ToldBy = NoticeChannel.Phone,
            Demands = demands,
            NothingDemanded = demands.Length == 0,
            Measure = MeasureKind.SettlementDelay,
            ImposedBy = ImposedBy.Acquirer,
            InstitutionName = "Example Acquirer",
            Reason = ReasonGiven.NoReason,
            Amount = 48_200m,
        },
        Owner,
        Filed,
        Clock));

    public static Case TakenUpBy(this Case found, Actor agent) => found.With(found.StartVerification(agent, Filed.AddHours(1), Clock));

    public static Case Checked(this Case found, Actor agent, CheckAnswer answer = CheckAnswer.Confirms) => found.With(found.RecordCheck(
        new RecordCheck.Command(found.Id, default, Bank, "95500", Filed, null, null, answer, null), "Example Bank", agent, Filed));

    public static Case Judged(this Case found, Actor agent, Authenticity verdict) => found.With(found.RecordVerdict(verdict, "called back", agent, Filed));

    /// <summary>Genuine, recorded, classified.</summary>
    public static Case Understood(this Case found, Actor agent)
    {
        found.Checked(agent).Judged(agent, Authenticity.Genuine);
        Done(found.RecordMeasure(null, new MeasureRecord { Kind = MeasureKind.SettlementDelay, ImposedBy = ImposedBy.Acquirer, Institution = Bank }, agent, Filed));
        return found.With(found.AddCause("ABNORMAL_TXN", Confidence.High, CauseSource.Institution, null, agent, Filed));
    }

    /// <summary>In the stage of papers with one paper owed.</summary>
    public static Case Collecting(this Case found, Actor agent)
    {
        Done(found.ConfirmGenuine(agent, Filed.AddHours(2), Clock));
        found.Replan([new PlannedStep("p", 1, "s", CaseStatus.EvidenceCollection, true, StepRole.Agent, "zh", "List the sales", "zh", "Match them", ["S07"])], Filed);
        found.StartEvidence([new EvidenceAsk(["BUSINESS_LICENSE"], RequirementLevel.Required, "zh", "Shows that you trade")], agent, Filed);
        return found;
    }

    public static Case Offered(this Case found, Actor by)
    {
        Done(found.SubmitEvidence(
            found.Requirements[0].Id, "BUSINESS_LICENSE", new StoredFile("key", "licence.jpg", "image/jpeg", 2048, new string('a', 64)), by, Filed.AddHours(3)));
        return found;
    }

    public static Case Submitted(this Case found, Actor agent, Actor supervisor)
    {
        Done(found.WaiveEvidence(found.Requirements[0].Id, "seen at the counter", supervisor, Filed));
        return found.With(found.Submit(
            new SubmitToInstitution.Command(found.Id, default, found.Parties[0].Id, Medium.Mail, "R-1", "Please review", new DateOnly(2026, 11, 30)),
            "Example Bank", agent, Filed.AddHours(4), Clock));
    }

    public static Case Proposed(this Case found, Actor agent)
    {
        Done(found.RecordAnswer(found.Parties[0].Id, InstitutionAnswer.Lifted, "all lifted", "Example Bank", agent, Filed.AddHours(5)));
        Done(found.EndStep(found.Steps[0].Id, true, null, agent, Filed));
        return found.With(found.ProposeResolution(
            new ProposalRecord { Outcome = Outcome.FullyUnfrozen, Statement = "lifted on call", Proof = "mail of today", Advice = "Keep your slips" },
            agent, Filed.AddHours(6), Clock));
    }

    /// <summary>Proposed as a fake notice and sent back by the supervisor.</summary>
    public static Case FakeReturned(this Case found, Actor agent, Actor supervisor, IReadOnlyList<Demand> flags, string advice)
    {
        Done(found.ConfirmFake(flags, advice, agent, Filed.AddHours(2), Clock));
        return found.With(found.Return("say it more plainly", supervisor, Filed.AddHours(3), Clock));
    }

    /// <summary>Withdrawn by the merchant before anybody took it up: closed, and nobody's.</summary>
    public static Case WithdrawnEarly(this Case found) => found.With(found.RequestWithdrawal("solved", Owner, Filed.AddHours(1), Clock));

    public static Case Waiting(this Case found, Actor agent) =>
        found.With(found.Wait(Ball.Institution, "their answer", new DateOnly(2026, 11, 30), agent, Filed.AddHours(2), Clock));

    public static Case Closed(this Case found, Actor supervisor) => found.With(found.Approve(null, supervisor, Filed.AddHours(7), Clock));

    public static Case InReview(Actor agent, Actor supervisor) =>
        NewCase().TakenUpBy(agent).Understood(agent).Collecting(agent).Submitted(agent, supervisor).Proposed(agent);

    public static CaseView ViewOf(Case found, Actor reader) => new(
        found, SummaryFor(found, reader), found.Parties.ToDictionary(p => p.InstitutionId, _ => "Example Bank"),
        CaseLifecycle.AllowedTo(found.RelationsOf(reader), found.Status), found.RelationsOf(reader), null)
    {
        Clocks = found.ClocksAt(Now, Clock),
    };

    /// <summary>As a list gives it to its reader.</summary>
    public static CaseSummary SummaryFor(Case found, Actor reader) => SummaryOf(found) with { Reader = reader };

    public static CaseSummary SummaryOf(Case found) => new()
    {
        Id = found.Id,
        Number = found.Number,
        Serial = found.Serial,
        Version = found.Version,
        MerchantId = found.MerchantId,
        MerchantName = "Noodle House",
        MerchantKind = MerchantKind.IndividualBusiness,
        Status = found.Status,
        ResumeStatus = found.ResumeStatus,
        Outcome = found.Outcome,
        Priority = found.Priority,
        OwnerId = found.OwnerId,
        OwnerName = found.OwnerId is null ? null : "Li",
        ProposedById = found.ProposedById,
        Measure = found.Measures[0].Kind,
        ImposedBy = found.Measures[0].ImposedBy,
        InstitutionName = found.Measures[0].InstitutionName,
        IsConfirmed = found.Measures[0].IsConfirmed,
        Cause = found.Causes.Select(c => c.Code).FirstOrDefault(),
        Since = found.Measures[0].Since,
        Amount = found.Amount,
        Remaining = found.Amount,
        AskedAt = found.Checks.Select(c => (DateTimeOffset?)c.At).Max(),
        IsRestricted = found.IsRestricted,
        FiledAt = found.FiledAt,
        UpdatedAt = found.UpdatedAt,
        ClosedAt = found.ClosedAt,
        EscalatedAt = found.EscalatedAt,
        Facts = new CaseFacts
        {
            Status = found.Status,
            DueAt = found.DueAt,
            StageDueAt = found.StageDueAt,
            FollowUpAt = found.FollowUpAt,
            RenewalDueAt = found.RenewalDueAt,
            WaitFor = found.WaitFor,
            WithdrawalRequested = found.WithdrawalReason is not null,
            IsRated = found.RatedAt is not null,
            Missing = found.Requirements.Count(r => !r.IsSettled),
            ToJudge = found.Evidence.Count(i => i.Status == EvidenceStatus.Submitted),
            OpenRounds = found.Rounds.Count(r => r.IsOpen),
            WorksAgain = found.WorksAgainAt is not null,
            RecheckDue = found.Rechecks.Any(r => r.IsDue),
            Now = Now,
        },
    };

    private static T Done<T>(Result<T> result) => result.Value;

    private static void Done(Result result) => Assert.True(result.Succeeded, result.Error?.Code);

    /// <summary>After something that must have succeeded.</summary>
    public static Case With(this Case found, Result result)
    {
        Done(result);
        found.Version = Guid.NewGuid();
        return found;
    }
}
