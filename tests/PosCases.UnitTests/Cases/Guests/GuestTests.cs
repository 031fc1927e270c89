using PosCases.Cases;
using PosCases.Cases.Guests;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Guests;

public sealed class GuestTests
{
    private static readonly GuestRecord Xu = new(Lawyer.Id, null, "Xu", "xu@law.example");

    [Fact]
    public void The_owning_agent_and_the_merchants_owner_invite_and_nobody_else()
    {
        Assert.Null(Stage.Talking().InviteGuest(Xu, Li, Now).Error);
        Assert.Null(Stage.Talking().InviteGuest(Xu, Owner, Now).Error);
        Assert.All([Wang, Zhao, Clerk, Stranger, Admin, Lawyer], who => Assert.Equal(new NotTheHost(), Stage.Talking().InviteGuest(Xu, who, Now).Error));
        Assert.Equal(new CaseLocked(), Stage.Closed().InviteGuest(Xu, Li, Now).Error);
    }

    [Fact]
    public void The_same_person_is_invited_once_until_revoked()
    {
        var made = Stage.Talking();
        Stage.Do(made.InviteGuest(Xu, Li, Now));

        Assert.Equal(new GuestAlreadyInvited(), made.InviteGuest(Xu, Owner, Now).Error);
        Stage.Do(made.RevokeGuest(made.Guests[0].Id, Owner, Now));
        Assert.Null(made.InviteGuest(Xu, Owner, Now).Error);
    }

    [Fact]
    public void A_guest_of_a_closed_case_can_still_be_revoked()
    {
        var made = Stage.Proposed();
        Stage.Do(made.InviteGuest(Xu, Li, Now));
        Stage.Do(made.Approve(null, Zhao, Now, Clock));

        Assert.Null(made.RevokeGuest(made.Guests[0].Id, Owner, Now).Error);
    }

    [Fact]
    public void Only_a_guest_of_the_case_advises_and_the_record_does_not_repeat_the_words()
    {
        var made = Stage.Talking();
        Assert.Equal(new NotFound("Case"), made.AddAdvice("object", Lawyer, Now).Error);
        Stage.Do(made.InviteGuest(Xu, Li, Now));

        Stage.Do(made.AddAdvice("object", Lawyer, Now));

        Assert.Equal("object", Assert.Single(made.Advice).Text);
        Assert.Equal(CaseEventKind.AdviceAdded, made.Events[^1].Kind);
        Assert.Empty(made.Events[^1].Details);
        Stage.Do(made.RevokeGuest(made.Guests[0].Id, Li, Now));
        Assert.Equal(new NotFound("Case"), made.AddAdvice("object", Lawyer, Now).Error);
    }

    [Fact]
    public void A_guest_stands_in_no_relation_that_moves_a_case() => Assert.Empty(Stage.Talking().RelationsOf(Lawyer));
}
