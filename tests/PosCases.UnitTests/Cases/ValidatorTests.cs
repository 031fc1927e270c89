using FluentValidation;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Conversation;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Legality;
using PosCases.Cases.Measures;
using PosCases.Cases.Relief;
using PosCases.Cases.Resolution;
using PosCases.Cases.Restriction;
using PosCases.Cases.Urgency;
using PosCases.Cases.Verification;
using PosCases.Platform.Messages;
using PosCases.Remedies;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases;

/// <summary>What the fields of a command must be, at the limit and one beyond it.</summary>
public sealed class ValidatorTests
{
    private static readonly (CaseId Id, Guid Version) C = (CaseId.New(), Guid.NewGuid());
    private static readonly StoredFile File = Stage.File("slip.jpg");
    private static readonly ProposalRecord Proposal = new() { Outcome = Outcome.Refused, Statement = "s", Advice = "a" };

    // What is wrong, and the field that says so.
    public static TheoryData<string, ICommand> Refused => new()
    {
        { "Reason", new ReturnResolution.Command(C.Id, C.Version, " ") },
        { "Reason", new ReturnResolution.Command(C.Id, C.Version, Long(1001)) },
        { "Note", new ApproveResolution.Command(C.Id, C.Version, Long(1001)) },
        { "Reason", new ReopenCase.Command(C.Id, C.Version, "") },
        { "Reason", new WithdrawCase.Command(C.Id, C.Version, "") },
        { "Reason", new WithdrawCase.Command(C.Id, C.Version, Long(501)) },
        { "Reason", new MarkDuplicate.Command(C.Id, C.Version, "FZ-2026-000001", "") },
        { "SurvivorNumber", new MarkDuplicate.Command(C.Id, C.Version, "", "r") },
        { "Route", new TakeLegalRoute.Command(C.Id, C.Version, "", "r") },
        { "Reason", new TakeLegalRoute.Command(C.Id, C.Version, "RT7", "") },
        { "Reason", new WaiveEvidence.Command(C.Id, C.Version, Guid.NewGuid(), "") },
        { "Reason", new RemoveCause.Command(C.Id, C.Version, Guid.NewGuid(), "") },
        { "Reason", new CorrectLedger.Command(C.Id, C.Version, Guid.NewGuid(), "") },
        { "Reason", new JudgeEvidence.Command(C.Id, C.Version, EvidenceItemId.New(), Accepted: false, null) },
        { "Text", new RecordAnswer.Command(C.Id, C.Version, Guid.NewGuid(), InstitutionAnswer.Refused, null) },
        { "Text", new RecordAnswer.Command(C.Id, C.Version, Guid.NewGuid(), InstitutionAnswer.MoreRequested, "") },
        { "FollowUpOn", Call(promise: "an answer", followUp: null) },
        { "Summary", Call(summary: "") },
        { "Summary", Call(summary: Long(2001)) },
        { "CoverNote", new SubmitToInstitution.Command(C.Id, C.Version, Guid.NewGuid(), Medium.Letter, null, "", null) },
        { "Asks", new AskForEvidence.Command(C.Id, C.Version, []) },
        { "Asks[0].Codes[0]", new AskForEvidence.Command(C.Id, C.Version, [new(["SOMETHING"], RequirementLevel.Required, "w", "w")]) },
        { "Asks[0].Codes", new AskForEvidence.Command(C.Id, C.Version, [new([], RequirementLevel.Required, "w", "w")]) },
        { "Asks[0].WhyZh", new RequestMoreEvidence.Command(C.Id, C.Version, Guid.NewGuid(), "r", [new(["OTHER"], RequirementLevel.Required, "", "w")]) },
        { "Code", new SubmitEvidence.Command(C.Id, null, "SOMETHING", File) },
        { "File.Size", new SubmitEvidence.Command(C.Id, null, "OTHER", File with { Size = 0 }) },
        { "File.Name", new SubmitEvidence.Command(C.Id, null, "OTHER", File with { Name = Long(201) }) },
        { "Code", new AddCause.Command(C.Id, C.Version, "SOMETHING", Confidence.Low, CauseSource.Agent, null) },
        { "Verdict", new RecordVerdict.Command(C.Id, C.Version, (Authenticity)9, "r") },
        { "Reasons", new RecordVerdict.Command(C.Id, C.Version, Authenticity.Fake, "") },
        { "Flags", new ConfirmFake.Command(C.Id, C.Version, [], "a") },
        { "Advice", new ConfirmFake.Command(C.Id, C.Version, [Demand.Fee], "") },
        { "Finding", new ConfirmNotAFreeze.Command(C.Id, C.Version, "", "a") },
        { "Channel", new RecordCheck.Command(C.Id, C.Version, Stage.Bank, "", Now, null, null, CheckAnswer.Denies, null) },
        { "Record.ExpectedEnd", new RecordMeasure.Command(C.Id, C.Version, null, new() { Since = Today, ExpectedEnd = Today.AddDays(-1) }) },
        { "Record.AccountTail", new RecordMeasure.Command(C.Id, C.Version, null, new() { AccountTail = "6222020000001234567" }) },
        { "Record.Amount", new RecordMeasure.Command(C.Id, C.Version, null, new() { Amount = 0m }) },
        { "Record.StartsAt", new RecordMeasure.Command(C.Id, C.Version, null, new() { Term = new Term(48, TermUnit.Hours) }) },
        { "Record.Term.Amount", new RecordMeasure.Command(C.Id, C.Version, null, new() { Term = new Term(0, TermUnit.Months) }) },
        { "Record.OrderedBy.Unit", new RecordMeasure.Command(C.Id, C.Version, null, new() { OrderedBy = new(null, Long(129), null, null) }) },
        { "Renewal.EndsOn", new RecordRenewal.Command(C.Id, C.Version, Guid.NewGuid(), new() { StartsOn = Today, EndsOn = Today.AddDays(-1) }) },
        { "Renewal.Term.Amount", new RecordRenewal.Command(C.Id, C.Version, Guid.NewGuid(), new() { Term = new Term(1000, TermUnit.Days) }) },
        { "Proof", new EndMeasure.Command(C.Id, C.Version, Guid.NewGuid(), MeasureEnding.Lifted, Today, "", null) },
        { "ReplacedBy", new EndMeasure.Command(C.Id, C.Version, Guid.NewGuid(), MeasureEnding.Replaced, Today, "p", null) },
        { "Note", new AskRenewalAgain.Command(C.Id, C.Version, Guid.NewGuid(), " ", Today) },
        { "Note", new AnswerLegality.Command(C.Id, C.Version, Guid.NewGuid(), LegalityQuestion.Basis, PointAnswer.No, null) },
        { "Code", new AnswerRisk.Command(C.Id, C.Version, "R17", PointAnswer.Yes, null) },
        { "People", new RestrictCase.Command(C.Id, C.Version, RestrictionCause.Crime, "r", [], false) },
        { "Reason", new RestrictCase.Command(C.Id, C.Version, RestrictionCause.Crime, " ", [Guid.NewGuid()], false) },
        { "Reason", new ChangeReaders.Command(C.Id, C.Version, [Guid.NewGuid()], false, "") },
        { "Reason", new LiftRestriction.Command(C.Id, C.Version, "") },
        { "Purpose", new SubmitToInstitution.Command(C.Id, C.Version, Guid.NewGuid(), Medium.Letter, null, "c", null, (SubmissionPurpose)9) },
        { "Amount", Ledger(0m) },
        { "Amount", Ledger(-1m) },
        { "Abilities", Ledger(1m) with { Kind = LedgerKind.Deducted, Abilities = [Ability.Pay] } },
        { "Abilities[0]", Ledger(1m) with { Abilities = [Ability.Unknown] } },
        { "Until", Ledger(1m) with { Abilities = [Ability.Pay], Until = Today } },
        { "Until", Ledger(0m) with { Kind = LedgerKind.Released, Abilities = [Ability.Pay], Until = Today.AddDays(-1) } },
        { "Reason", new OverridePriority.Command(C.Id, C.Version, Priority.High, "") },
        { "Plan", new SettleReliefEnd.Command(C.Id, C.Version, Guid.NewGuid(), " ") },
        { "Move", Answer(ReliefMove.Asked, "R") },
        { "Said.Reference", Answer(ReliefMove.Accepted, null) },
        { "Amount", Ledger(0.011m) },
        { "Amount", Ledger(10_000_000_000m) },
        { "Proposal.Outcome", new ProposeResolution.Command(C.Id, C.Version, Proposal with { Outcome = Outcome.Withdrawn }) },
        { "Proposal.Outcome", new ProposeResolution.Command(C.Id, C.Version, Proposal with { Outcome = Outcome.Duplicate }) },
        { "Proposal.Outcome", new ProposeResolution.Command(C.Id, C.Version, Proposal with { Outcome = Outcome.FakeNotice }) },
        { "Proposal.Outcome", new ProposeResolution.Command(C.Id, C.Version, Proposal with { Outcome = Outcome.NotAFreeze }) },
        { "Proposal.Advice", new ProposeResolution.Command(C.Id, C.Version, Proposal with { Advice = "" }) },
        { "For", new WaitCase.Command(C.Id, C.Version, Ball.Agent, "r", Today.AddDays(1)) },
        { "For", new WaitCase.Command(C.Id, C.Version, Ball.Nobody, "r", Today.AddDays(1)) },
        { "Reason", new WaitCase.Command(C.Id, C.Version, Ball.Merchant, "", Today.AddDays(1)) },
        { "Until", new WaitCase.Command(C.Id, C.Version, Ball.Merchant, "r", default) },
        { "Until", new WaitCase.Command(C.Id, C.Version, Ball.Merchant, "r", Today) },
        { "Ids.Count", new AssignCases.Command(Ids(AssignCases.Most + 1), Li.Id) },
        { "Ids", new AssignCases.Command([], Li.Id) },
        { "Text", new PostMessage.Command(C.Id, " ") },
        { "Text", new PostMessage.Command(C.Id, Long(2001)) },
        { "Text", new AddNote.Command(C.Id, Long(2001)) },
        { "Stars", new RateCase.Command(C.Id, 0, null) },
        { "Stars", new RateCase.Command(C.Id, 6, null) },
    };

    public static TheoryData<ICommand> Accepted =>
    [
        new ReturnResolution.Command(C.Id, C.Version, Long(1000)),
        new JudgeEvidence.Command(C.Id, C.Version, EvidenceItemId.New(), Accepted: true, null),
        new RecordAnswer.Command(C.Id, C.Version, Guid.NewGuid(), InstitutionAnswer.Lifted, null),
        Call(promise: null, followUp: null),
        Call(summary: Long(2000), promise: "an answer", followUp: Today),
        new AskForEvidence.Command(C.Id, C.Version, [new(["SALES_SLIP", "OTHER"], RequirementLevel.OneOf, "w", "w")]),
        new SubmitEvidence.Command(C.Id, null, "OTHER", File),
        new RecordMeasure.Command(C.Id, C.Version, null, new()),
        new RecordMeasure.Command(C.Id, C.Version, null, new() { StartsAt = Now, Term = new Term(48, TermUnit.Hours) }),
        new RecordRenewal.Command(C.Id, C.Version, Guid.NewGuid(), new()),
        new AnswerLegality.Command(C.Id, C.Version, Guid.NewGuid(), LegalityQuestion.Basis, PointAnswer.Unknown, null),
        new AnswerRisk.Command(C.Id, C.Version, "R16", PointAnswer.No, null),
        Ledger(0.01m),
        Ledger(0m) with { Abilities = [Ability.Pay] },
        Answer(ReliefMove.Accepted, "R"),
        Answer(ReliefMove.Refused, null),
        Ledger(9_999_999_999.99m),
        new ProposeResolution.Command(C.Id, C.Version, Proposal with { Outcome = Outcome.Deducted }),
        new WaitCase.Command(C.Id, C.Version, Ball.Authority, "r", Today.AddDays(1)),
        new AssignCases.Command(Ids(AssignCases.Most), Li.Id),
        new PostMessage.Command(C.Id, Long(2000)),
        new RateCase.Command(C.Id, 1, null),
        new RateCase.Command(C.Id, 5, Long(1000)),
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_field_that_does_not_fit_is_named(string field, ICommand command) => Assert.Equal([field], Problems(command));

    [Theory]
    [MemberData(nameof(Accepted))]
    public void What_fits_passes_up_to_the_limit(ICommand command) => Assert.Empty(Problems(command));

    // Identifiers and words of a closed list are looked up, and what is not found is refused.
    private static readonly HashSet<string> LookedUp = new(StringComparer.Ordinal) { "MarkNotificationsRead.CaseNumber", "AddCause.Code", "SubmitEvidence.Code" };

    [Fact]
    public void Every_text_that_a_command_of_a_case_takes_has_an_end()
    {
        var endless =
            from message in Architecture.Messages.All
            where message.IsAssignableTo(typeof(ICommand)) && message.Namespace!.StartsWith("PosCases.Cases", StringComparison.Ordinal)
            from property in message.GetProperties()
            let name = $"{MessageName.Of(message)}.{property.Name}"
            where property.PropertyType == typeof(string) && !LookedUp.Contains(name)
            where ValidatorOf(message)?.CreateDescriptor().GetValidatorsForMember(property.Name)
                .Any(v => v.Validator is FluentValidation.Validators.ILengthValidator) is not true
            select name;

        Assert.Empty(endless);
    }

    private static IEnumerable<string> Problems(ICommand command) =>
        ValidatorOf(command.GetType())!.Validate(new ValidationContext<object>(command)).Errors.Select(e => e.PropertyName);

    private static IValidator? ValidatorOf(Type message) => message.DeclaringType!.GetNestedType("Validator") switch
    {
        null => null,
        var validator when validator.GetConstructor([typeof(TimeProvider)]) is { } timed => (IValidator)timed.Invoke([new StoppedClock()]),
        var validator => (IValidator)Activator.CreateInstance(validator)!,
    };

    private static LogCommunication.Command Call(string summary = "s", string? promise = null, DateOnly? followUp = null) =>
        new(C.Id, C.Version, Guid.NewGuid(), Medium.Call, Direction.Incoming, Now, null, null, summary, promise, followUp, false);

    private static AnswerRelief.Command Answer(ReliefMove move, string? reference) => new(
        C.Id, C.Version, Guid.NewGuid(), move, new ReliefTerms { Abilities = [Ability.Pay], From = Today }, new ReliefSaying(null, Now, reference));

    private static EnterLedger.Command Ledger(decimal amount) => new(C.Id, C.Version, LedgerKind.Frozen, amount, Today, "statement", null);

    private static CaseId[] Ids(int count) => [.. Enumerable.Range(0, count).Select(_ => CaseId.New())];

    private static string Long(int length) => new('x', length);

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
