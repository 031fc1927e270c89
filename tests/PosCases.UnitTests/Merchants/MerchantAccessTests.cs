using PosCases.Merchants;
using PosCases.Platform.Security;

namespace PosCases.UnitTests.Merchants;

public sealed class MerchantAccessTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Merchant Own = Merchant.Register(new MerchantProfile("Own", MerchantKind.Company), null, Actor.Anonymous, Now);
    private static readonly Merchant Other = Merchant.Register(new MerchantProfile("Other", MerchantKind.Company), null, Actor.Anonymous, Now);

    [Theory]
    [InlineData(Role.Agent, 2)]
    [InlineData(Role.Supervisor, 2)]
    [InlineData(Role.MerchantOwner, 1)]
    [InlineData(Role.MerchantStaff, 1)]
    [InlineData(Role.Admin, 0)]
    [InlineData(Role.Anonymous, 0)]
    public void The_desk_sees_all_merchants_a_merchant_its_own_and_others_none(Role role, int seen)
    {
        Actor actor = new(Guid.NewGuid(), "Somebody", role, Own.Id.Value);

        var visible = new[] { Own, Other }.AsQueryable().VisibleTo(actor).ToList();

        Assert.Equal(seen, visible.Count);
        Assert.True(seen != 1 || visible[0] == Own);
    }

    [Fact]
    public void A_merchants_user_without_a_merchant_sees_none() =>
        Assert.Empty(new[] { Own, Other }.AsQueryable().VisibleTo(new Actor(Guid.NewGuid(), "Lost", Role.MerchantStaff, null)));
}
