using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform.Security;

namespace PosCases.UnitTests.People;

public sealed class PersonTests
{
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Role.Agent)]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.Admin)]
    public void Staff_belong_to_no_merchant(Role role)
    {
        Assert.Null(Open(role, null).MerchantId);
        Assert.Throws<ArgumentException>(() => Open(role, MerchantId.New()));
    }

    [Theory]
    [InlineData(Role.MerchantOwner)]
    [InlineData(Role.MerchantStaff)]
    public void A_merchants_user_belongs_to_one(Role role)
    {
        Assert.NotNull(Open(role, MerchantId.New()).MerchantId);
        Assert.Throws<ArgumentException>(() => Open(role, null));
    }

    [Fact]
    public void The_fifth_wrong_try_locks_the_account_for_fifteen_minutes()
    {
        var person = Open(Role.Agent, null);

        for (int tries = 1; tries <= 4; tries++)
        {
            person.CountFailure(Now);
            Assert.False(person.IsLockedOut(Now));
        }

        person.CountFailure(Now);

        Assert.True(person.IsLockedOut(Now.AddMinutes(14.9)));
        Assert.False(person.IsLockedOut(Now.AddMinutes(15)));
    }

    [Fact]
    public void Coming_in_forgets_the_wrong_tries()
    {
        var person = Open(Role.Agent, null);
        for (int tries = 1; tries <= 4; tries++)
        {
            person.CountFailure(Now);
        }

        person.ComeIn(Now);
        person.CountFailure(Now);

        Assert.False(person.IsLockedOut(Now));
        Assert.Equal(Now, person.LastSignInAt);
    }

    [Fact]
    public void A_one_time_code_counts_once_and_an_older_one_not_at_all()
    {
        var person = Open(Role.Agent, null);
        var code = Totp.CodeAt(Key, Now);

        Assert.True(person.UseTotp(Key, code, Now));
        Assert.False(person.UseTotp(Key, code, Now));
        Assert.False(person.UseTotp(Key, Totp.CodeAt(Key, Now.AddSeconds(-30)), Now));
        Assert.True(person.UseTotp(Key, Totp.CodeAt(Key, Now.AddSeconds(30)), Now.AddSeconds(30)));
    }

    [Fact]
    public void Whatever_changes_the_rights_ends_the_sessions()
    {
        Action<Person>[] changes =
        [
            p => p.EndSessions(), p => p.TakePassword("hash"), p => p.RequireTotp(), p => p.DropTotp(), p => p.Deactivate(),
            p => p.Become(Role.Supervisor),
        ];

        Assert.All(changes, change =>
        {
            var person = Open(Role.Agent, null);
            var stamp = person.SecurityStamp;

            change(person);

            Assert.NotEqual(stamp, person.SecurityStamp);
        });
    }

    [Fact]
    public void A_new_password_ends_a_lockout()
    {
        var person = Open(Role.Agent, null);
        for (int tries = 1; tries <= 5; tries++)
        {
            person.CountFailure(Now);
        }

        person.TakePassword("hash");

        Assert.False(person.IsLockedOut(Now));
    }

    private static Person Open(Role role, MerchantId? merchant) =>
        Person.Open(SignInName.Parse("a@example.cn"), " Li ", role, merchant, Languages.Default, Now);
}
