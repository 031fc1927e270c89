using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Verification;
using PosCases.Platform.Security;
using PosCases.UnitTests.Architecture;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases;

/// <summary>Every status, every action, everybody: what the table says and what the verbs do, against a table written by hand.</summary>
public sealed class CaseLifecycleTests
{
    private const string Shop = "shop-owner shop-clerk";
    private const string Desk = "case-owner owning-supervisor other-agent other-supervisor";
    private const string Owners = "case-owner owning-supervisor";
    private const string Supervisors = "owning-supervisor other-supervisor";

    // architecture.md §5. In Filed nobody owns the case, so the whole desk may do what only the owner may later.
    private static readonly (CaseStatus From, CaseAction Action, CaseStatus To, string Who)[] Expected =
    [
        (CaseStatus.Draft, CaseAction.File, CaseStatus.Filed, Shop + " " + Desk),
        (CaseStatus.Filed, CaseAction.StartVerification, CaseStatus.Verification, Desk),
        (CaseStatus.Filed, CaseAction.MarkDuplicate, CaseStatus.Closed, Desk),
        (CaseStatus.Filed, CaseAction.Withdraw, CaseStatus.Closed, Shop),
        (CaseStatus.Verification, CaseAction.ConfirmGenuine, CaseStatus.EvidenceCollection, Owners),
        (CaseStatus.Verification, CaseAction.ConfirmFake, CaseStatus.Resolution, Owners),
        (CaseStatus.Verification, CaseAction.ConfirmNotAFreeze, CaseStatus.Resolution, Owners),
        (CaseStatus.Verification, CaseAction.MarkDuplicate, CaseStatus.Closed, Owners),
        (CaseStatus.Verification, CaseAction.Wait, CaseStatus.Waiting, Owners),
        (CaseStatus.Verification, CaseAction.Withdraw, CaseStatus.Closed, Owners),
        (CaseStatus.EvidenceCollection, CaseAction.SubmitToInstitution, CaseStatus.BankCommunication, Owners),
        (CaseStatus.EvidenceCollection, CaseAction.Wait, CaseStatus.Waiting, Owners),
        (CaseStatus.EvidenceCollection, CaseAction.Withdraw, CaseStatus.Closed, Owners),
        (CaseStatus.BankCommunication, CaseAction.RequestMoreEvidence, CaseStatus.EvidenceCollection, Owners),
        (CaseStatus.BankCommunication, CaseAction.ProposeResolution, CaseStatus.Resolution, Owners),
        (CaseStatus.BankCommunication, CaseAction.TakeLegalRoute, CaseStatus.LegalRoute, Supervisors),
        (CaseStatus.BankCommunication, CaseAction.Wait, CaseStatus.Waiting, Owners),
        (CaseStatus.BankCommunication, CaseAction.Withdraw, CaseStatus.Closed, Owners),
        (CaseStatus.Resolution, CaseAction.Approve, CaseStatus.Closed, "other-supervisor"),
        (CaseStatus.Resolution, CaseAction.Return, CaseStatus.BankCommunication, "other-supervisor"),
        (CaseStatus.Resolution, CaseAction.Withdraw, CaseStatus.Closed, Owners),
        (CaseStatus.LegalRoute, CaseAction.ProposeResolution, CaseStatus.Resolution, Owners),
        (CaseStatus.LegalRoute, CaseAction.Wait, CaseStatus.Waiting, Owners),
        (CaseStatus.LegalRoute, CaseAction.Withdraw, CaseStatus.Closed, Owners),
        (CaseStatus.Waiting, CaseAction.Wake, CaseStatus.BankCommunication, Owners + " system"),
        (CaseStatus.Waiting, CaseAction.Withdraw, CaseStatus.Closed, Owners),
        (CaseStatus.Closed, CaseAction.TakeLegalRoute, CaseStatus.LegalRoute, Supervisors),
        (CaseStatus.Closed, CaseAction.Reopen, CaseStatus.Verification, Supervisors),
        (CaseStatus.Closed, CaseAction.UndoMerge, CaseStatus.Filed, Supervisors),
    ];

    private static readonly (string Name, Actor Actor, Actor CaseOwner)[] Everybody =
    [
        ("shop-owner", Owner, Li), ("shop-clerk", Clerk, Li), ("other-shop", Stranger, Li), ("case-owner", Li, Li), ("owning-supervisor", Sun, Sun),
        ("other-agent", Wang, Li), ("other-supervisor", Zhao, Li), ("admin", Admin, Li), ("system", Actor.System, Li), ("nobody", Actor.Anonymous, Li),
    ];

    public static TheoryData<CaseStatus> Statuses => [.. Enum.GetValues<CaseStatus>()];

    public static TheoryData<CaseStatus> CaseStatuses => [.. Enum.GetValues<CaseStatus>().Where(s => s != CaseStatus.Draft)];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void The_table_offers_everybody_exactly_the_actions_that_are_theirs(CaseStatus status)
    {
        var wrong =
            from person in Everybody
            let relations = CaseLifecycle.RelationsOf(
                person.Actor, Cast.Shop.Value, status <= CaseStatus.Filed ? null : person.CaseOwner.Id, status == CaseStatus.Resolution ? person.CaseOwner.Id : null)
            let offered = CaseLifecycle.AllowedTo(relations, status).Order()
            let due = Enum.GetValues<CaseAction>().Where(action => IsAllowed(status, action, person.Name)).Order()
            where !offered.SequenceEqual(due)
            select $"{person.Name}: offered {string.Join(' ', offered)}, due {string.Join(' ', due)}";

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(CaseStatuses))]
    public void A_verb_moves_the_case_exactly_where_the_table_allows_it_and_only_with_an_event(CaseStatus status)
    {
        var wrong =
            from person in Everybody
            from action in Enum.GetValues<CaseAction>().Where(a => a != CaseAction.File)
            let due = IsAllowed(status, action, person.Name) ? Expected.Single(e => e.From == status && e.Action == action).To : status
            let done = Try(status, action, person.Actor, person.CaseOwner)
            where done != (due, due == status ? 0 : 1)
            select $"{status} {action} by {person.Name}: {done}, due {due}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_row_of_the_table_is_expected_and_goes_where_it_should() =>
        Assert.Equal(
            Expected.Select(e => (e.From, e.Action, e.Action is CaseAction.Return or CaseAction.Wake or CaseAction.UndoMerge ? null : (CaseStatus?)e.To)).Order(),
            CaseLifecycle.Moves.Select(m => (m.From, m.Action, m.To)).Order());

    [Theory]
    [InlineData(CaseStatus.Verification)]
    [InlineData(CaseStatus.EvidenceCollection)]
    [InlineData(CaseStatus.BankCommunication)]
    [InlineData(CaseStatus.LegalRoute)]
    public void A_waiting_case_wakes_where_it_fell_asleep(CaseStatus stage)
    {
        var made = Stage.At(stage);
        Stage.Do(made.Wait(Ball.Merchant, "papers", Today.AddDays(2), Li, Now, Clock));

        var woken = made.Wake(Actor.System, Now, Clock);

        Assert.True(woken.Succeeded);
        Assert.Equal(stage, made.Status);
    }

    [Fact]
    public void A_returned_proposal_goes_back_to_where_it_was_proposed()
    {
        var (fake, legal) = (Faked(Li), Stage.Legal());
        Stage.Do(fake.ConfirmFake([Demand.Fee], "do not pay", Li, Now, Clock));
        Stage.Do(legal.Propose(Outcome.Refused, Li));

        Assert.True(fake.Return("call them again", Zhao, Now, Clock).Succeeded);
        Assert.True(legal.Return("which court?", Zhao, Now, Clock).Succeeded);

        Assert.Equal((CaseStatus.Verification, CaseStatus.LegalRoute), (fake.Status, legal.Status));
    }

    [Fact]
    public void The_lifecycle_in_the_documentation_is_that_of_the_code() =>
        Documentation.AssertCurrent("docs/lifecycle.md", LifecycleDocument.Render());

    private static bool IsAllowed(CaseStatus status, CaseAction action, string person) =>
        Expected.Any(e => e.From == status && e.Action == action && e.Who.Split(' ').Contains(person));

    // A case ready for the action as far as its status permits, so that it is the table that refuses.
    private static (CaseStatus To, int Moves) Try(CaseStatus status, CaseAction action, Actor by, Actor owner)
    {
        var made = (status, action) switch
        {
            (CaseStatus.Verification, CaseAction.ConfirmFake) => Faked(owner),
            (CaseStatus.Verification, CaseAction.ConfirmNotAFreeze) => NotFrozen(owner),
            (CaseStatus.Closed, CaseAction.UndoMerge) => Merged(owner),
            _ => Stage.At(status, owner),
        };
        if (action == CaseAction.Withdraw && status is not (CaseStatus.Filed or CaseStatus.Closed))
        {
            Stage.Do(made.RequestWithdrawal("solved", Owner, Now, Clock));
        }

        var before = made.Events.Count;
        _ = action switch
        {
            CaseAction.StartVerification => made.StartVerification(by, Now, Clock),
            CaseAction.ConfirmGenuine => made.ConfirmGenuine(by, Now, Clock),
            CaseAction.ConfirmFake => made.ConfirmFake([Demand.Fee], "do not pay", by, Now, Clock),
            CaseAction.ConfirmNotAFreeze => made.ConfirmNotAFreeze("the printer", "restart it", by, Now, Clock),
            CaseAction.SubmitToInstitution => made.SendPapers(by),
            CaseAction.RequestMoreEvidence => made.RequestMoreEvidence([Stage.SalesSlip], "Bank", "more", by, Now, Clock),
            CaseAction.ProposeResolution => made.Propose(Outcome.FullyUnfrozen, by),
            CaseAction.Approve => made.Approve(null, by, Now, Clock),
            CaseAction.Return => made.Return("not yet", by, Now, Clock),
            CaseAction.TakeLegalRoute => made.TakeLegalRoute("court", "exhausted", by, Now, Clock),
            CaseAction.Wait => made.Wait(Ball.Institution, "their answer", Today.AddDays(3), by, Now, Clock),
            CaseAction.Wake => made.Wake(by, Now, Clock),
            CaseAction.MarkDuplicate => made.MarkDuplicate(Stage.Filed(), "same freeze", by, Now, Clock),
            CaseAction.Withdraw when by.IsMerchant => made.RequestWithdrawal("solved", by, Now, Clock),
            CaseAction.Withdraw => made.ConfirmWithdrawal(by, Now, Clock),
            CaseAction.Reopen => made.Reopen("new facts", by, Now, Clock),
            CaseAction.UndoMerge => made.UndoMerge(Goal, isUntouched: true, "not the same", by, Now, Clock),
            CaseAction.File => throw new ArgumentOutOfRangeException(nameof(action), action, null),
        };
        return (made.Status, made.Events.Skip(before).Count(e => e.From == status && e.To == made.Status && e.ActorId == by.Id));
    }

    private static readonly Case Goal = Stage.Talking();

    private static Case Merged(Actor owner)
    {
        var made = Stage.Filed();
        Stage.Do(made.AssignTo(owner.Id, owner.Name, Zhao, Now));
        Stage.Do(made.MergeInto(Goal, "one freeze", owner, Now, Clock));
        return made;
    }

    private static Case Faked(Actor owner)
    {
        var made = Stage.Verification(owner);
        Stage.Do(made.Check(CheckAnswer.Denies, owner));
        Stage.Do(made.RecordVerdict(Authenticity.Fake, "they know nothing of it", owner, Now));
        return made;
    }

    private static Case NotFrozen(Actor owner)
    {
        var made = Stage.Verification(owner);
        Stage.Do(made.Check(CheckAnswer.Technical, owner));
        Stage.Do(made.RecordVerdict(Authenticity.Genuine, "maintenance notice", owner, Now));
        return made;
    }
}
