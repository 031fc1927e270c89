using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Guests;
using PosCases.Cases.Impact;
using PosCases.Cases.Legality;
using PosCases.Cases.Links;
using PosCases.Cases.Measures;
using PosCases.Cases.Relief;
using PosCases.Cases.Resolution;
using PosCases.Cases.Restriction;
using PosCases.Cases.Routes;
using PosCases.Cases.Triage;
using PosCases.Cases.Urgency;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Platform.Security;
using static PosCases.UnitTests.Cases.Cast;
using Outcome = PosCases.Cases.Outcome;
using Result = PosCases.Platform.Messages.Result;

namespace PosCases.UnitTests.Cases;

/// <summary>What holds for every verb of a case.</summary>
public sealed class CaseVerbTests
{
    // Into which cases are merged.
    private static readonly Case Goal = Stage.Filed();

    // Every verb with arguments that fit; the test below sees to it that none is missing.
    private static readonly Dictionary<string, Func<Case, Actor, Result>> Verbs = new(StringComparer.Ordinal)
    {
        [nameof(Case.StartVerification)] = (made, by) => made.StartVerification(by, Now, Clock),
        [nameof(Case.AssignTo)] = (made, by) => made.AssignTo(Wang.Id, Wang.Name, by, Now),
        [nameof(Case.RecordCheck)] = (made, by) => made.Check(CheckAnswer.Denies, by),
        [nameof(Case.RecordVerdict)] = (made, by) => made.RecordVerdict(Authenticity.Fake, "r", by, Now),
        [nameof(Case.RecordMeasure)] = (made, by) => made.RecordMeasure(null, new MeasureRecord { Institution = Stage.Bank }, by, Now),
        [nameof(Case.AddCause)] = (made, by) => made.AddCause("DORMANT", Confidence.Low, CauseSource.Agent, null, by, Now),
        [nameof(Case.RemoveCause)] = (made, by) => made.RemoveCause(made.Causes.Select(c => c.Id).FirstOrDefault(), "r", by, Now),
        [nameof(Case.ConfirmGenuine)] = (made, by) => made.ConfirmGenuine(by, Now, Clock),
        [nameof(Case.ConfirmFake)] = (made, by) => made.ConfirmFake([Demand.Fee], "a", by, Now, Clock),
        [nameof(Case.ConfirmNotAFreeze)] = (made, by) => made.ConfirmNotAFreeze("f", "a", by, Now, Clock),
        [nameof(Case.AskForEvidence)] = (made, by) => made.AskForEvidence([new(["OTHER"], RequirementLevel.Required, "w", "w")], by, Now),
        [nameof(Case.SubmitEvidence)] = (made, by) => made.SubmitEvidence(null, "OTHER", Stage.File("f"), by, Now),
        [nameof(Case.TakeEvidenceBack)] = (made, by) => made.TakeEvidenceBack(made.Evidence.Select(i => i.Id).LastOrDefault(), by, Now),
        [nameof(Case.PlaceHold)] = (made, by) => made.PlaceHold("r", by, Now),
        [nameof(Case.LiftHold)] = (made, by) => made.LiftHold("r", by, Now),
        [nameof(Case.KeepRedaction)] = (made, by) => made.KeepRedaction(
            made.Evidence.Select(i => i.Id).LastOrDefault(), Stage.File("copy.jpg"), "r", [new PosCases.Cases.Evidence.Redaction.RedactionMark(1, PosCases.Cases.Evidence.Redaction.RedactionLabel.Phone)], by, Now),
        [nameof(Case.UndoJudgement)] = (made, by) => made.UndoJudgement(made.Evidence.Select(i => i.Id).LastOrDefault(), by, Now),
        [nameof(Case.JudgeEvidence)] = (made, by) => made.JudgeEvidence(made.Evidence.Select(i => i.Id).LastOrDefault(), accepted: true, null, by, Now),
        [nameof(Case.WaiveEvidence)] = (made, by) => made.WaiveEvidence(made.Requirements.Select(r => r.Id).LastOrDefault(), "r", by, Now),
        [nameof(Case.AddParty)] = (made, by) => made.AddParty(new(Guid.NewGuid()), "Police", by, Now),
        [nameof(Case.LogCommunication)] = (made, by) => made.LogCommunication(Call(made), "Bank", by, Now),
        [nameof(Case.SettleFollowUp)] = (made, by) =>
            made.SettleFollowUp(made.Communications.Select(c => c.Id).LastOrDefault(), FollowUpResult.Kept, "Bank", by, Now),
        [nameof(Case.Submit)] = (made, by) => made.SendPapers(by),
        [nameof(Case.RecordAnswer)] = (made, by) => made.RecordAnswer(
            made.Parties.Select(p => p.Id).FirstOrDefault(), InstitutionAnswer.MoreRequested, "t", "Bank", by, Now),
        [nameof(Case.RequestMoreEvidence)] = (made, by) => made.RequestMoreEvidence([Stage.SalesSlip], "Bank", "r", by, Now, Clock),
        [nameof(Case.EnterLedger)] = (made, by) => made.Enter(LedgerKind.Frozen, 10m, by),
        [nameof(Case.CorrectLedger)] = (made, by) => made.CorrectLedger(made.Ledger.Select(e => e.Id).LastOrDefault(), "r", by, Now),
        [nameof(Case.RecordImpact)] = (made, by) => made.RecordImpact(new ImpactForm { DailyTakings = 10m }, made.ReadImpact().Number, by, Now),
        [nameof(Case.OverridePriority)] = (made, by) => made.OverridePriority(Priority.Urgent, "r", by, Now),
        [nameof(Case.ClearPriority)] = (made, by) => made.ClearPriority(PriorityScore.Of(new PriorityFacts()), "r", by, Now),
        [nameof(Case.AskRelief)] = (made, by) => made.AskRelief(
            null, made.Parties.Select(p => p.Id).FirstOrDefault(), new ReliefTerms { Abilities = [Ability.Pay] }, new ReliefSaying(null, Now, "R"),
            ("Bank", InstitutionKind.Bank), by, Now),
        [nameof(Case.AnswerRelief)] = (made, by) => made.AnswerRelief(
            made.Reliefs.Select(r => r.Id).LastOrDefault(), ReliefMove.Accepted, new ReliefTerms { Abilities = [Ability.Pay], From = Today, To = Today.AddDays(9) },
            new ReliefSaying(null, Now, "R"), "Bank", by, Now),
        [nameof(Case.SettleReliefEnd)] = (made, by) => made.SettleReliefEnd(made.Reliefs.Select(r => r.Id).LastOrDefault(), "p", by, Now),
        [nameof(Case.ChooseInterim)] = (made, by) => made.ChooseInterim(new InterimTerms { Code = "wait", StartsOn = Today }, by, Now),
        [nameof(Case.EndInterim)] = (made, by) => made.EndInterim(made.Interims.Select(w => w.Id).LastOrDefault(), "r", by, Now),
        [nameof(Case.ProposeResolution)] = (made, by) => made.Propose(Outcome.Refused, by),
        [nameof(Case.Approve)] = (made, by) => made.Approve(null, by, Now, Clock),
        [nameof(Case.Return)] = (made, by) => made.Return("r", by, Now, Clock),
        [nameof(Case.Wait)] = (made, by) => made.Wait(Ball.Merchant, "r", Today.AddDays(1), by, Now, Clock),
        [nameof(Case.Wake)] = (made, by) => made.Wake(by, Now, Clock),
        [nameof(Case.RecordDeviceCheck)] = (made, by) => made.RecordDeviceCheck(new DeviceSnapshot { WorksAgain = true }, by, Now),
        [nameof(Case.WaitForMaintenance)] = (made, by) => made.WaitForMaintenance("notice", Today.AddDays(1), by, Now, Clock),
        [nameof(Case.AnswerRecheck)] = (made, by) => made.AnswerRecheck(works: true, by, Now),
        [nameof(Case.MarkDuplicate)] = (made, by) => made.MarkDuplicate(Stage.Filed(), "r", by, Now, Clock),
        [nameof(Case.LinkTo)] = (made, by) => made.LinkTo(Stage.Filed(), LinkKind.Related, "r", by, Now),
        [nameof(Case.EndLink)] = (made, by) => made.EndLink(made.Links.Select(l => l.Id).LastOrDefault(), "r", by, Now),
        [nameof(Case.MergeInto)] = (made, by) => made.MergeInto(Goal, "r", by, Now, Clock),
        [nameof(Case.UndoMerge)] = (made, by) => made.UndoMerge(Goal, isUntouched: true, "r", by, Now, Clock),
        [nameof(Case.RequestWithdrawal)] = (made, by) => made.RequestWithdrawal("r", by, Now, Clock),
        [nameof(Case.ConfirmWithdrawal)] = (made, by) => made.ConfirmWithdrawal(by, Now, Clock),
        [nameof(Case.TakeLegalRoute)] = (made, by) => made.TakeLegalRoute("court", "r", by, Now, Clock),
        [nameof(Case.FileRoute)] = (made, by) => made.FileRoute(new FilingRecord { Route = "RT1", Step = "complaint", Body = "b", FiledOn = Today }, by, Now, Clock),
        [nameof(Case.RecordRouteReceipt)] = (made, by) => made.RecordRouteReceipt(FilingOf(made), Today, null, null, null, by, Now, Clock),
        [nameof(Case.RecordRouteAnswer)] = (made, by) => made.RecordRouteAnswer(FilingOf(made), Today, RouteResult.Granted, null, by, Now, Clock),
        [nameof(Case.WithdrawRoute)] = (made, by) => made.WithdrawRoute(FilingOf(made), "r", by, Now, Clock),
        [nameof(Case.InviteGuest)] = (made, by) => made.InviteGuest(new GuestRecord(Guid.NewGuid(), null, "Xu", "xu@law.example"), by, Now),
        [nameof(Case.RevokeGuest)] = (made, by) => made.RevokeGuest(made.Guests.Select(g => g.Id).LastOrDefault(), by, Now),
        [nameof(Case.AddAdvice)] = (made, by) => made.AddAdvice("a", by, Now),
        [nameof(Case.Reopen)] = (made, by) => made.Reopen("r", by, Now, Clock),
        [nameof(Case.Rate)] = (made, by) => made.Rate(5, null, by, Now),
        [nameof(Case.RecordRenewal)] = (made, by) => made.RecordRenewal(made.Measures[0].Id, new RenewalRecord { StartsOn = Today }, by, Now),
        [nameof(Case.EndMeasure)] = (made, by) => made.EndMeasure(
            new(made.Id, made.Version, made.Measures[0].Id, MeasureEnding.Lifted, Today, "p", null), by, Now),
        [nameof(Case.RaiseRenewalAsks)] = (made, by) => made.RaiseRenewalAsks(by, Now),
        [nameof(Case.AskRenewalAgain)] = (made, by) => made.AskRenewalAgain(made.Measures[0].Id, "n", Today, by, Now),
        [nameof(Case.AnswerLegality)] = (made, by) => made.AnswerLegality(made.Measures[0].Id, LegalityQuestion.Basis, PointAnswer.Yes, null, by, Now),
        [nameof(Case.AnswerRisk)] = (made, by) => made.AnswerRisk("R01", PointAnswer.No, null, by, Now),
        [nameof(Case.Restrict)] = (made, by) => made.Restrict(RestrictionCause.Crime, "r", [new(Zhao.Id, Zhao.Name, Zhao.Role)], false, by, Now),
        [nameof(Case.ChangeReaders)] = (made, by) => made.ChangeReaders([new(Sun.Id, Sun.Name, Sun.Role)], true, "r", by, Now),
        [nameof(Case.LiftRestriction)] = (made, by) => made.LiftRestriction("r", by, Now),
        [nameof(Case.EndStep)] = (made, by) => made.EndStep(made.Steps.Select(s => s.Id).FirstOrDefault(), done: true, null, by, Now),
        [nameof(Case.BeginStep)] = (made, by) => made.BeginStep(made.Steps.Select(s => s.Id).FirstOrDefault(), by, Now),
        [nameof(Case.AnswerDecision)] = (made, by) => made.AnswerDecision(made.Steps.Select(s => s.Id).FirstOrDefault(), "yes", null, by, Now),
        [nameof(Case.MovePlaybooks)] = (made, by) => made.MovePlaybooks(new Dictionary<string, int> { ["p"] = 2 }, by, Now),
        [nameof(Case.SetDeadline)] = (made, by) => made.SetDeadline(new DeadlineForm { Rule = "AML39_ANSWER", StartsAt = Now }, Clock.Calendar, by, Now),
        [nameof(Case.EndDeadline)] = (made, by) =>
            made.EndDeadline(made.Deadlines.Select(d => d.Id).LastOrDefault(), DeadlineEnd.Met, "n", by, Now),
        [nameof(Case.AcknowledgeBreach)] = (made, by) => made.AcknowledgeBreach("Stage", made.StageDueAt, "n", by, Now),
        [nameof(Case.RecordLetter)] = (made, by) => made.RecordLetter(CaseEventKind.LetterMade, "t", 1, null, false, by, Now),
        [nameof(Case.RecordIncident)] = (made, by) => made.RecordIncident(CaseEventKind.IncidentJoined, "PL-2026-0001", "t", by, Now),
        [nameof(Case.RecordCare)] = (made, by) => made.RecordCare(CaseEventKind.CarePlanHanded, 3, null, by, Now),
        [nameof(Case.SettleEscalation)] = (made, by) => made.SettleEscalation("n", by, Now),
    };

    private static Guid FilingOf(Case made) => made.Filings.Select(f => f.Id).LastOrDefault();

    private static readonly Actor[] Everybody = [Owner, Clerk, Stranger, Li, Wang, Zhao, Sun, Admin, Lawyer, Actor.System, Actor.Anonymous];

    [Fact]
    public void No_verb_is_missing_here() =>
        Assert.Equal(
            typeof(Case).GetMethods().Where(m => !m.IsStatic && m.ReturnType.IsAssignableTo(typeof(Result))).Select(m => m.Name).Distinct().Order(StringComparer.Ordinal),
            Verbs.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void A_closed_case_is_locked_for_every_verb_but_those_that_open_rate_restrict_or_hold_it_or_say_what_an_incident_or_after_care_did()
    {
        var done =
            from verb in Verbs
            from person in Everybody
            let made = Stage.Closed(Outcome.FullyUnfrozen)
            let before = Snapshot(made)
            let result = verb.Value(made, person)
            where result.Succeeded || Snapshot(made) != before
            select verb.Key;

        Assert.Equal([nameof(Case.PlaceHold), nameof(Case.Rate), nameof(Case.RecordCare), nameof(Case.RecordIncident), nameof(Case.Reopen), nameof(Case.Restrict)], done.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whatever_is_tried_in_whatever_order_a_refusal_changes_nothing_and_a_status_changes_only_with_its_event()
    {
        var attempt =
            from verb in Gen.Elements(Verbs.Keys.ToArray())
            from person in Gen.Frequency((4, Gen.Constant(Li)), (3, Gen.Constant(Zhao)), (2, Gen.Constant(Owner)), (1, Gen.Elements(Everybody)))
            select (verb, person);
        var start = Gen.Elements(Enum.GetValues<CaseStatus>().Where(s => s != CaseStatus.Draft).ToArray());
        var walk = from first in start from steps in attempt.ListOf() select (first, steps);

        Prop.ForAll(walk.ToArbitrary(), w => Holds(Stage.At(w.first), w.steps)).QuickCheckThrowOnFailure();
    }

    private static bool Holds(Case made, IEnumerable<(string Verb, Actor By)> steps)
    {
        foreach (var (verb, by) in steps)
        {
            var (status, events, before) = (made.Status, made.Events.Count, Snapshot(made));
            var result = Verbs[verb](made, by);
            var moves = made.Events.Skip(events).Where(e => e.To is not null).Select(e => (e.From, e.To)).ToList();
            var holds = result.Succeeded
                ? made.Status == status ? moves.Count == 0 : moves is [var move] && move == (status, made.Status)
                : Snapshot(made) == before;
            var closed = made.Status == CaseStatus.Closed;
            if (!holds || closed != (made.ClosedAt is not null) || closed != (made.Outcome is not null) || (closed && made.DueAt != Case.Never)
                || made.Proposals.Count(p => p.State == ProposalState.Pending) != (made.Status == CaseStatus.Resolution ? 1 : 0)
                || made.Balance.Remaining < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static LogCommunication.Command Call(Case made) => new(
        made.Id, made.Version, made.Parties.Select(p => p.Id).FirstOrDefault(), Medium.Call, Direction.Outgoing, Now, null, null, "s", "p",
        Today.AddDays(2), SharedWithMerchant: true);

    private static string Snapshot(Case made) => JsonSerializer.Serialize(made);
}
