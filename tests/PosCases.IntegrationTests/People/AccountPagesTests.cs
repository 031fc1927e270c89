using System.Net;
using Microsoft.EntityFrameworkCore;
using PosCases.Audit;
using PosCases.People;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.People;

public sealed class AccountPagesTests(AccountHost host) : IClassFixture<AccountHost>
{
    public static readonly TheoryData<string, string> PublicPages = InBothLanguages(
        "/account/sign-in", "/account/register", "/account/two-factor", "/account/recovery-code", "/account/accept", "/account/reset");

    public static readonly TheoryData<string, string> OwnPages = InBothLanguages(
        "/account", "/account/password", "/account/second-factor", "/my/merchant/users");

    [Theory]
    [MemberData(nameof(PublicPages))]
    public async Task The_pages_before_the_sign_in_answer_in_both_languages(string path, string language)
    {
        using var visitor = new Visitor(host, language);

        var page = await visitor.GetAsync(path);

        AssertPage(page, language);
    }

    [Theory]
    [MemberData(nameof(OwnPages))]
    public async Task The_pages_of_ones_account_answer_in_both_languages(string path, string language)
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        await host.SendAsync(new SetCulture.Command(language), await host.CallerOf(owner));
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(owner.UserName);

        var page = await visitor.GetAsync(path);

        AssertPage(page, language);
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/password")]
    [InlineData("/account/second-factor")]
    [InlineData("/my/merchant/users")]
    [InlineData("/admin/people")]
    public async Task Nobody_is_led_to_the_sign_in_and_back(string path)
    {
        using var visitor = new Visitor(host);

        var page = await visitor.GetAsync(path);

        Assert.Equal($"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}", page.Location);
    }

    [Fact]
    public async Task Chinese_is_spoken_to_who_asks_for_no_language_of_ours()
    {
        using var visitor = new Visitor(host, "fr-FR");

        Assert.Contains("lang=\"zh-CN\"", (await visitor.GetAsync("/account/sign-in")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chosen_language_follows_the_person_to_another_browser()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        using var phone = new Visitor(host);
        using var desk = new Visitor(host);
        await phone.SignInAsync(owner.UserName);

        var changed = await phone.PostFromAsync("/account", "/culture", ("culture", "en"), ("returnUrl", "/account/password"));

        Assert.Equal("/account/password", changed.Location);
        Assert.Contains("lang=\"en\"", (await phone.GetAsync("/account")).Html, StringComparison.Ordinal);
        await desk.SignInAsync(owner.UserName);
        Assert.Contains("lang=\"en\"", (await desk.GetAsync("/account")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_without_an_account_keeps_language_and_look_in_the_browser()
    {
        using var visitor = new Visitor(host);

        await visitor.PostFromAsync("/account/sign-in", "/culture", ("culture", "en"), ("returnUrl", "/account/sign-in"));
        await visitor.PostFromAsync("/account/sign-in", "/theme", ("theme", "dark"), ("returnUrl", "/account/sign-in"));

        var page = await visitor.GetAsync("/account/sign-in");
        Assert.Contains("lang=\"en\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("data-theme-choice=\"dark\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/culture", "culture", "en")]
    [InlineData("/theme", "theme", "dark")]
    [InlineData("/account/sign-out", "returnUrl", "/")]
    [InlineData("/account/sign-in", "_handler", "sign-in")]
    public async Task A_form_without_our_token_is_refused_and_the_page_says_what_to_do(string path, string name, string value)
    {
        using var visitor = new Visitor(host);

        var answer = await visitor.PostAsync(path, (name, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("这张表单没有收下", WebUtility.HtmlDecode(answer.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_address_is_not_followed_after_a_change_of_language()
    {
        using var visitor = new Visitor(host);

        var changed = await visitor.PostFromAsync("/account/sign-in", "/culture", ("culture", "en"), ("returnUrl", "https://evil.example/"));

        Assert.Equal("/", changed.Location);
    }

    [Fact]
    public async Task A_merchant_registers_and_is_in()
    {
        using var visitor = new Visitor(host, "en");

        var wrong = await visitor.SubmitAsync("/account/register", "register",
            ("Input.MerchantName", "Noodle House"), ("Input.Kind", "Micro"), ("Input.DisplayName", "Li"), ("Input.UserName", "13900001111"), ("Input.Password", "1234567890"));
        Assert.Contains("widely known", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"Noodle House\"", wrong.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("1234567890\"", wrong.Html, StringComparison.Ordinal);

        var done = await visitor.SubmitAsync("/account/register", "register",
            ("Input.MerchantName", "Noodle House"), ("Input.Kind", "Micro"), ("Input.DisplayName", "Li"), ("Input.UserName", "139 0000 1111"), ("Input.Password", AccountHost.Password));
        Assert.Equal("/my", done.Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/my/merchant/users")).Status);
    }

    [Fact]
    public async Task Signing_out_closes_the_account()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        using var visitor = new Visitor(host);
        await visitor.SignInAsync(owner.UserName);

        await visitor.PostFromAsync("/account", "/account/sign-out");

        Assert.StartsWith("/account/sign-in", (await visitor.GetAsync("/account")).Location, StringComparison.Ordinal);
        var entries = await host.AskAsync(db => db.Set<AuditEntry>().Where(e => e.ActorId == owner.Id.Value && e.Message == "SignOut").ToListAsync());
        Assert.Equal(AuditEntry.Done, Assert.Single(entries).Outcome);
    }

    [Fact]
    public async Task A_changed_password_keeps_this_session_and_no_other()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        using var here = new Visitor(host, "en");
        using var there = new Visitor(host);
        await here.SignInAsync(owner.UserName);
        await there.SignInAsync(owner.UserName);

        var wrong = await here.SubmitAsync("/account/password", "password", ("Input.Current", "not the password"), ("Input.Password", "five words in a row"));
        Assert.Contains("aria-invalid", wrong.Html, StringComparison.Ordinal);
        var done = await here.SubmitAsync("/account/password", "password", ("Input.Current", AccountHost.Password), ("Input.Password", "five words in a row"));

        Assert.Equal("/account?notice=password", done.Location);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account")).Status);
        Assert.StartsWith("/account/sign-in", (await there.GetAsync("/account")).Location, StringComparison.Ordinal);
    }

    private static TheoryData<string, string> InBothLanguages(params string[] pages) =>
        [.. pages.SelectMany(page => Languages.All.Select(language => (page, language)))];

    private static void AssertPage(Visitor.Answer page, string language)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"lang=\"{language}\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
    }
}
