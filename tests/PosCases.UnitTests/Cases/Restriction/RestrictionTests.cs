using PosCases.Cases;
using PosCases.Cases.Restriction;
using PosCases.Cases.Verification;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Restriction;

public sealed class RestrictionTests
{
    private static readonly NamedPerson Supervisor = Named(Zhao);
    private static readonly NamedPerson Agent = Named(Wang);

    [Fact]
    public void The_owner_or_a_supervisor_restricts_and_nobody_else()
    {
        Assert.Null(Restrict(Stage.Verified(), Li).Error);
        Assert.Null(Restrict(Stage.Verified(), Zhao).Error);
        Assert.Equal(new NotTheOwner(), Restrict(Stage.Verified(), Wang).Error);
    }

    [Fact]
    public void A_supervisor_beside_the_owner_is_always_named()
    {
        var made = Stage.Verified(Sun);

        Assert.Equal("SupervisorNeeded", Code(Restrict(Stage.Verified(), Li, Agent)));
        Assert.Equal("SupervisorNeeded", Code(Restrict(made, Sun, Named(Sun), Agent)));
        Stage.Do(Restrict(made, Sun, Supervisor));
        Assert.Equal("SupervisorNeeded", Code(made.ChangeReaders([Agent], false, "no", Sun, Now)));

        Assert.Equal([Zhao.Id], made.Readers.Where(r => r.RemovedAt is null).Select(r => r.PersonId));
    }

    [Fact]
    public void Who_is_named_changes_with_a_reason_and_the_rows_stay()
    {
        var made = Stage.Verified();
        Stage.Do(Restrict(made, Li, Supervisor, Agent));

        Stage.Do(made.ChangeReaders([Named(Sun)], hideFromMerchantStaff: true, "handed over", Li, Now));
        Stage.Do(made.ChangeReaders([Named(Sun), Agent], hideFromMerchantStaff: true, "back", Li, Now));

        Assert.Equal([Wang.Id, Sun.Id], made.Readers.Where(r => r.RemovedAt is null).Select(r => r.PersonId));
        Assert.Equal(3, made.Readers.Count);
        var changes = made.Events.Where(e => e.Kind == CaseEventKind.ReadersChanged).ToList();
        Assert.Equal(("Sun", "Zhao, Wang", "handed over"), (changes[0].Details["added"], changes[0].Details["removed"], changes[0].Details["reason"]));
        Assert.Equal("Wang", changes[1].Details["added"]);
        Assert.True(made.HidesFromMerchantStaff);
    }

    [Fact]
    public void Everything_about_a_restriction_is_told_to_the_desk_alone()
    {
        var made = Stage.Verified();
        Stage.Do(Restrict(made, Li));
        Stage.Do(made.ChangeReaders([Supervisor, Agent], false, "r", Li, Now));
        Stage.Do(made.LiftRestriction("done", Zhao, Now));

        Assert.All(
            made.Events.Where(e => e.Kind is CaseEventKind.Restricted or CaseEventKind.ReadersChanged or CaseEventKind.RestrictionLifted),
            e => Assert.True(e.DeskOnly));
    }

    [Fact]
    public void A_supervisor_lifts_it_and_nothing_of_it_remains_in_force()
    {
        var made = Stage.Verified();
        Stage.Do(made.Restrict(RestrictionCause.Crime, "r", [Supervisor], true, Li, Now));

        Assert.Equal(new NotPermitted(), made.LiftRestriction("r", Li, Now).Error);
        Stage.Do(made.LiftRestriction("settled", Zhao, Now));

        Assert.Equal((false, false), (made.IsRestricted, made.HidesFromMerchantStaff));
        Assert.All(made.Readers, r => Assert.NotNull(r.RemovedAt));
        Assert.NotNull(made.Restrictions[0].LiftedAt);
        Assert.Equal(new NotFound("Restriction"), made.LiftRestriction("r", Zhao, Now).Error);
        Stage.Do(Restrict(made, Li));
        Assert.Equal("RestrictedAlready", Code(Restrict(made, Li)));
    }

    [Fact]
    public void A_closed_case_can_be_restricted_too() => Assert.Null(Restrict(Stage.Closed(), Zhao).Error);

    [Fact]
    public void A_cause_with_legal_exposure_suggests_it_until_it_is_done()
    {
        var made = Stage.Verified();
        Assert.Null(LegalExposure.SuggestedFor(made));

        Stage.Do(made.AddCause("FALSE_OR_SELF_TXN", Confidence.Medium, CauseSource.Institution, null, Li, Now));
        Assert.Equal(RestrictionCause.Violation, LegalExposure.SuggestedFor(made));
        Stage.Do(Restrict(made, Li));

        Assert.Null(LegalExposure.SuggestedFor(made));
    }

    [Theory]
    [InlineData("CASE_FUNDS", RestrictionCause.LegalExposure)]
    [InlineData("UNLAWFUL_TRADE", RestrictionCause.Violation)]
    [InlineData("CARD_DATA_LEAK", RestrictionCause.LegalExposure)]
    [InlineData("ABNORMAL_TXN", null)]
    public void The_library_of_causes_says_what_suggests_it(string cause, RestrictionCause? suggested) => Assert.Equal(suggested, LegalExposure.Of(cause));

    private static Result Restrict(Case made, Actor by, params NamedPerson[] people) =>
        made.Restrict(RestrictionCause.Violation, "r", people.Length > 0 ? people : [Supervisor], hideFromMerchantStaff: false, by, Now);

    private static NamedPerson Named(Actor actor) => new(actor.Id, actor.Name, actor.Role);

    private static string Code(Result result) => Assert.Single(Assert.IsType<Invalid>(result.Error).Fields).Code;
}
