using System.Text.RegularExpressions;
using PosCases.People;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.People;

public sealed partial class InvitationTests(AccountHost host) : IClassFixture<AccountHost>
{
    [Fact]
    public async Task An_owner_invites_a_colleague_who_comes_in_by_the_link_once()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        using var boss = new Visitor(host);
        using var guest = new Visitor(host, "en");
        await boss.SignInAsync(owner.UserName);

        var invited = await boss.SubmitAsync("/my/merchant/users", "invite",
            ("Input.DisplayName", "Xiao Li"), ("Input.UserName", "13911112222"), ("Input.Role", "MerchantStaff"));
        var link = LinkIn(invited.Html);

        var page = await guest.GetAsync(link);
        Assert.Contains("13911112222", page.Html, StringComparison.Ordinal);
        var accepted = await guest.SubmitAsync(link, "accept", ("Input.DisplayName", "Li"), ("Input.Password", AccountHost.Password));
        Assert.Equal("/my", accepted.Location);
        Assert.Contains("no longer good", (await guest.GetAsync(link)).Html, StringComparison.Ordinal);
        var users = await host.SendAsync(new ListMerchantUsers.Query(), await host.CallerOf(owner));
        Assert.Contains(users.Value.People, p => p is { DisplayName: "Li", Role: Role.MerchantStaff, UserName: "13911112222" });
    }

    [Fact]
    public async Task A_withdrawn_invitation_and_one_of_seven_days_are_refused()
    {
        var owner = await host.CallerOf(await host.OpenAsync(Role.MerchantOwner));
        var withdrawn = await host.SendAsync(new InviteMerchantUser.Command("A", "a.withdrawn@example.cn", Role.MerchantStaff), owner);
        var old = await host.SendAsync(new InviteMerchantUser.Command("B", "b.old@example.cn", Role.MerchantStaff), owner);

        await host.SendAsync(new RevokeInvitation.Command(withdrawn.Value), owner);
        host.Clock.Advance(TimeSpan.FromDays(7));

        Assert.IsType<InvitationUnusable>(await AcceptAsync(withdrawn.Value));
        Assert.IsType<InvitationUnusable>(await AcceptAsync(old.Value));
    }

    [Fact]
    public async Task An_owner_looks_after_the_own_merchant_only()
    {
        var owner = await host.CallerOf(await host.OpenAsync(Role.MerchantOwner));
        var stranger = await host.OpenAsync(Role.MerchantStaff);
        var agent = await host.OpenAsync(Role.Agent);

        Assert.Equal(new NotFound("Person"), (await host.SendAsync(new DeactivatePerson.Command(stranger.Id), owner)).Error);
        Assert.Equal(new NotFound("Person"), (await host.SendAsync(new IssuePasswordReset.Command(stranger.Id), owner)).Error);
        Assert.Equal(new NotFound("Person"), (await host.SendAsync(new ResetSecondFactor.Command(agent.Id), owner)).Error);
        Assert.IsType<NotPermitted>((await host.SendAsync(new ListStaff.Query(), owner)).Error);
        Assert.IsType<NotPermitted>((await host.SendAsync(new InviteStaff.Command("X", "x@example.cn", Role.Admin), owner)).Error);
    }

    [Fact]
    public async Task The_last_owner_stays_and_nobody_shuts_the_own_account()
    {
        var merchant = await host.AddMerchantAsync();
        var first = await host.OpenAsync(Role.MerchantOwner, merchant);
        var second = await host.OpenAsync(Role.MerchantOwner, merchant);
        var caller = await host.CallerOf(first);

        Assert.IsType<NotOneself>((await host.SendAsync(new DeactivatePerson.Command(first.Id), caller)).Error);
        Assert.True((await host.SendAsync(new DeactivatePerson.Command(second.Id), caller)).Succeeded);
        Assert.True((await host.SendAsync(new ReactivatePerson.Command(second.Id), caller)).Succeeded);
        Assert.True((await host.SendAsync(new ChangeRole.Command(second.Id, Role.MerchantStaff), caller)).Succeeded);
        Assert.IsType<Invalid>((await host.SendAsync(new ChangeRole.Command(second.Id, Role.Admin), caller)).Error);
    }

    [Fact]
    public async Task A_link_to_choose_a_new_password_works_once_and_ends_the_sessions()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        var staff = await host.OpenAsync(Role.MerchantStaff, owner.Merchant);
        var earlier = await host.CallerOf(staff);
        using var boss = new Visitor(host);
        using var visitor = new Visitor(host, "en");
        await boss.SignInAsync(owner.UserName);

        var issued = await boss.SubmitAsync("/my/merchant/users", "act", ("Act", $"password:{staff.Id.Value}"));
        var link = LinkIn(issued.Html);
        Assert.IsType<SignInNeeded>((await host.SendAsync(new ViewAccount.Query(), earlier)).Error);

        var common = await visitor.SubmitAsync(link, "reset", ("Input.Password", "password123"));
        Assert.Contains("widely known", common.Html, StringComparison.Ordinal);
        Assert.Equal("/account/sign-in?notice=password", (await visitor.SubmitAsync(link, "reset", ("Input.Password", "five words in a row"))).Location);
        Assert.Contains("no longer good", (await visitor.SubmitAsync(link, "reset", ("Input.Password", "six words in a row"))).Html, StringComparison.Ordinal);
        Assert.Equal("/my", (await visitor.SignInAsync(staff.UserName, "five words in a row")).Location);
    }

    [Fact]
    public async Task A_link_that_was_tampered_with_is_refused()
    {
        using var visitor = new Visitor(host, "en");

        Assert.Contains("no longer good", (await visitor.GetAsync("/account/accept?t=CfDJ8tampered")).Html, StringComparison.Ordinal);
        Assert.Contains("no longer good", (await visitor.GetAsync("/account/reset?t=CfDJ8tampered")).Html, StringComparison.Ordinal);
    }

    private async Task<Error?> AcceptAsync(InvitationId id) =>
        (await host.SendAsync(new AcceptInvitation.Command(id, "Guest", new Secret(AccountHost.Password), "zh-CN"), Caller.Anonymous)).Error;

    private static string LinkIn(string html) => Link().Match(html) is { Success: true } found ? found.Value : throw new InvalidOperationException("No link.");

    [GeneratedRegex("/account/(?:accept|reset)\\?t=[\\w-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
