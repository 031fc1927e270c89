using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform.Security;

namespace PosCases.UnitTests.People;

public sealed class InvitationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);
    private static readonly Actor Owner = new(Guid.NewGuid(), "Wang", Role.MerchantOwner, Guid.NewGuid());

    [Fact]
    public void It_is_good_for_seven_days()
    {
        var invitation = Invite(Owner, Role.MerchantStaff);

        Assert.True(invitation.IsOpen(Now.AddDays(7).AddSeconds(-1)));
        Assert.False(invitation.IsOpen(Now.AddDays(7)));
    }

    [Fact]
    public void It_is_good_once()
    {
        var invitation = Invite(Owner, Role.MerchantStaff);

        invitation.Accept("Li", Languages.Default, Now);

        Assert.False(invitation.IsOpen(Now));
    }

    [Fact]
    public void A_withdrawn_one_is_not_good()
    {
        var invitation = Invite(Owner, Role.MerchantStaff);

        invitation.Revoke(Now);

        Assert.False(invitation.IsOpen(Now));
    }

    [Fact]
    public void The_guest_of_an_owner_belongs_to_the_owners_merchant()
    {
        var guest = Invite(Owner, Role.MerchantStaff).Accept("Li", Languages.English, Now);

        Assert.Equal(new MerchantId(Owner.Merchant!.Value), guest.MerchantId);
        Assert.Equal((Role.MerchantStaff, "li@example.cn", "en"), (guest.Role, guest.UserName, guest.Culture));
    }

    private static Invitation Invite(Actor by, Role role) => Invitation.Send(SignInName.Parse("li@example.cn"), "Li", role, by, Now);
}
