using System.Buffers.Binary;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PosCases.Audit;
using PosCases.People;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.People;

public sealed class SignInTests(AccountHost host) : IClassFixture<AccountHost>
{
    [Theory]
    [InlineData(Role.MerchantOwner, "/my")]
    [InlineData(Role.MerchantStaff, "/my")]
    public async Task The_right_password_leads_to_the_home_of_the_role(Role role, string home)
    {
        var person = await host.OpenAsync(role);
        using var visitor = new Visitor(host);

        var answer = await visitor.SignInAsync(person.UserName);

        Assert.Equal((HttpStatusCode.Found, home), (answer.Status, answer.Location));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task The_cookie_cannot_be_read_by_scripts_and_stays_on_this_site()
    {
        var person = await host.OpenAsync(Role.MerchantOwner);
        using var visitor = new Visitor(host);

        var answer = await visitor.SignInAsync(person.UserName);

        var cookie = Assert.Single(answer.Cookies, c => c.StartsWith("poscases=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_told_in_the_same_words_and_the_name_is_kept()
    {
        var person = await host.OpenAsync(Role.MerchantOwner);
        using var visitor = new Visitor(host, "en");

        var wrong = await visitor.SignInAsync(person.UserName, "not the password");
        var unknown = await visitor.SignInAsync("nobody@example.cn", "not the password");

        Assert.Contains("What you entered is not right.", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("What you entered is not right.", unknown.Html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{person.UserName}\"", wrong.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("not the password", wrong.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Five_wrong_tries_lock_for_fifteen_minutes_whether_or_not_the_account_exists(bool exists)
    {
        var name = exists ? (await host.OpenAsync(Role.MerchantOwner)).UserName : "nobody-at-all@example.cn";
        using var visitor = new Visitor(host, "en");

        for (int tries = 1; tries <= 4; tries++)
        {
            Assert.Contains("What you entered is not right.", (await visitor.SignInAsync(name, "wrong")).Html, StringComparison.Ordinal);
        }

        Assert.Contains("locked for 15 minutes", (await visitor.SignInAsync(name, "wrong")).Html, StringComparison.Ordinal);
        Assert.Contains("locked for 15 minutes", (await visitor.SignInAsync(name)).Html, StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(exists ? "/my" : null, (await visitor.SignInAsync(name)).Location);
    }

    [Fact]
    public async Task The_password_alone_does_not_forget_the_wrong_codes()
    {
        var person = await host.OpenAsync(Role.MerchantOwner);
        await host.EnrolAsync(person);
        using var visitor = new Visitor(host, "en");

        for (int tries = 1; tries <= 5; tries++)
        {
            await visitor.SignInAsync(person.UserName);
            await visitor.SubmitAsync("/account/two-factor", "code", ("Input.Code", "000000"));
        }

        Assert.Contains("locked for 15 minutes", (await visitor.SignInAsync(person.UserName)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_lets_in_once()
    {
        var person = await host.OpenAsync(Role.Agent);
        var (key, _) = await host.EnrolAsync(person);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = Totp.CodeAt(key, host.Clock.GetUtcNow());
        using var first = new Visitor(host);
        using var second = new Visitor(host);

        Assert.Equal("/account/two-factor", (await first.SignInAsync(person.UserName)).Location);
        Assert.Equal("/account/two-factor", (await second.SignInAsync(person.UserName)).Location);

        Assert.Equal("/desk", (await first.SubmitAsync("/account/two-factor", "code", ("Input.Code", code))).Location);
        Assert.Null((await second.SubmitAsync("/account/two-factor", "code", ("Input.Code", code))).Location);
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        var person = await host.OpenAsync(Role.Agent);
        var (_, codes) = await host.EnrolAsync(person);
        using var visitor = new Visitor(host);

        await visitor.SignInAsync(person.UserName);
        var typed = codes[0].Reveal().Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant();
        Assert.Equal("/desk", (await visitor.SubmitAsync("/account/recovery-code", "code", ("Input.Code", typed))).Location);

        using var again = new Visitor(host);
        await again.SignInAsync(person.UserName);
        Assert.Null((await again.SubmitAsync("/account/recovery-code", "code", ("Input.Code", typed))).Location);
        Assert.Equal("/desk", (await again.SubmitAsync("/account/recovery-code", "code", ("Input.Code", codes[1].Reveal()))).Location);
    }

    [Fact]
    public async Task Staff_without_the_second_factor_can_do_nothing_but_set_it_up()
    {
        var admin = await host.OpenAsync(Role.Admin);
        using var visitor = new Visitor(host);

        Assert.Equal("/account/second-factor", (await visitor.SignInAsync(admin.UserName)).Location);
        Assert.Equal("/account/second-factor", (await visitor.GetAsync("/admin/people")).Location);
        Assert.IsType<NotPermitted>((await host.SendAsync(new ListStaff.Query(), await host.CallerOf(admin))).Error);

        await visitor.SubmitAsync("/account/second-factor", "begin");
        var setup = await host.SendAsync(new ViewTotpSetup.Query(), await host.CallerOf(admin));
        var done = await visitor.SubmitAsync(
            "/account/second-factor", "confirm", ("Input.Code", Totp.CodeAt(setup.Value.Key.Reveal(), host.Clock.GetUtcNow())));

        Assert.Equal(10, done.Html.Split("<code>").Length - 1);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/people")).Status);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_sessions_at_the_next_command()
    {
        var person = await host.OpenAsync(Role.MerchantOwner);
        using var here = new Visitor(host);
        using var there = new Visitor(host);
        await here.SignInAsync(person.UserName);
        await there.SignInAsync(person.UserName);
        var earlier = await host.CallerOf(person);

        Assert.Equal("/account?notice=everywhere", (await here.SubmitAsync("/account", "everywhere")).Location);

        Assert.IsType<SignInNeeded>((await host.SendAsync(new ViewAccount.Query(), earlier)).Error);
        Assert.StartsWith("/account/sign-in", (await there.GetAsync("/account")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task A_deactivated_person_is_signed_out_within_a_minute_and_told_nothing_at_the_door()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        var staff = await host.OpenAsync(Role.MerchantStaff, owner.Merchant);
        using var visitor = new Visitor(host);
        using var again = new Visitor(host, "en");
        await visitor.SignInAsync(staff.UserName);

        await host.SendAsync(new DeactivatePerson.Command(staff.Id), await host.CallerOf(owner));
        host.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.StartsWith("/account/sign-in", (await visitor.GetAsync("/account/password")).Location, StringComparison.Ordinal);
        Assert.Contains("What you entered is not right.", (await again.SignInAsync(staff.UserName)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_address_is_not_followed_after_the_sign_in()
    {
        var person = await host.OpenAsync(Role.MerchantOwner);
        using var visitor = new Visitor(host);

        var answer = await visitor.SubmitAsync(
            "/account/sign-in?returnUrl=//evil.example", "sign-in", ("Input.UserName", person.UserName), ("Input.Password", AccountHost.Password));

        Assert.Equal("/my", answer.Location);
    }

    [Fact]
    public async Task A_demo_account_needs_one_tap()
    {
        var person = await host.OpenAsync(Role.MerchantOwner, isDemo: true);
        using var visitor = new Visitor(host);

        Assert.Equal("/my", (await visitor.SubmitAsync("/account/sign-in", "demo", ("DemoName", person.UserName))).Location);
    }

    [Fact]
    public async Task Every_try_is_audited_with_whose_account_it_was()
    {
        var person = await host.OpenAsync(Role.MerchantOwner);

        await host.SendAsync(new SignIn.Command(person.UserName, new Secret("wrong")), Caller.Anonymous);
        await host.SendAsync(new SignIn.Command(person.UserName, new Secret(AccountHost.Password)), Caller.Anonymous);

        var outcomes = await host.AskAsync(db => db.Set<AuditEntry>()
            .Where(e => e.Target == person.Id.Value && e.Message == nameof(SignIn)).OrderBy(e => e.Seq).Select(e => e.Outcome).ToListAsync());
        Assert.Equal(["People.SignInRefused", "ok"], outcomes);
    }

    [Fact]
    public async Task A_password_is_hashed_with_pbkdf2_sha512_and_210_000_rounds()
    {
        await using CarefulHost careful = new();
        var person = await careful.OpenAsync(Role.MerchantOwner);

        var stored = await careful.AskAsync(db => db.People.Where(p => p.Id == person.Id.Value).Select(p => p.PasswordHash!).SingleAsync());

        // Identity's format 3: marker 1, then function, rounds and length of the salt, four bytes each.
        byte[] hash = Convert.FromBase64String(stored);
        Assert.Equal(1, hash[0]);
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)));
        Assert.True(BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)) >= 210_000);
    }

    [Fact]
    public async Task No_password_code_or_stamp_is_left_with_the_commands_receipt()
    {
        var person = await host.OpenAsync(Role.MerchantOwner);
        var (key, codes) = await host.EnrolAsync(person);
        var stamp = (await host.CallerOf(person)).Stamp;

        var answers = string.Join('\n', await host.AskAsync(db => db.Database
            .SqlQuery<string>($"SELECT COALESCE(\"Answer\", '') AS \"Value\" FROM \"CommandReceipts\"").ToListAsync()));

        Assert.All([key, stamp, codes[0].Reveal()], secret => Assert.DoesNotContain(secret, answers, StringComparison.Ordinal));
    }

    /// <summary>The app with passwords as they are where it is used.</summary>
    private sealed class CarefulHost : AccountHost
    {
        protected override bool HashesFast => false;
    }
}
