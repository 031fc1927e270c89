using PosCases.People;
using PosCases.People.Tokens;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.Account.Tokens;

namespace PosCases.ComponentTests.Account;

public sealed class TokensPageTests : AccountContext
{
    private static readonly AccessTokenId Id = new(Guid.Parse("1f0c1c36-58a4-4c39-b9a2-0c9d7a0f3b11"));

    public TokensPageTests()
    {
        Speak("en");
        List(Row(AccessTokenState.Usable));
    }

    [Theory]
    [InlineData("zh-CN", "\u8bbf\u95ee\u4ee4\u724c")]
    [InlineData("en", "Access tokens")]
    public void It_speaks_both_languages(string culture, string title)
    {
        Speak(culture);

        Assert.Equal(title, Render<TokensPage>().Find("h1").TextContent.Trim());
    }

    [Fact]
    public async Task A_new_token_is_shown_once_with_a_button_that_copies_it_and_the_password_is_not()
    {
        Mediator.Answer<MakeToken.Command>((Result<MakeToken.Made>)new MakeToken.Made(Id, new Secret("pcs_the_token")));
        var page = Render<TokensPage>();
        (page.Instance.Input!.Name, page.Instance.Input.Scopes, page.Instance.Input.Days, page.Instance.Input.Current) = ("report", ["Read", "Evidence"], 30, "my password");

        await page.FindAll("form")[0].SubmitAsync();

        var sent = Assert.Single(Mediator.Sent.OfType<MakeToken.Command>());
        Assert.Equal(("report", TokenScopes.Read | TokenScopes.Evidence, 30, "my password"), (sent.Name, sent.Scopes, sent.Days, sent.Current.Reveal()));
        Assert.Equal("pcs_the_token", page.Find("#new-token").GetAttribute("value"));
        Assert.Equal("new-token", page.Find("[data-copy]").GetAttribute("data-copy"));
        Assert.DoesNotContain("my password", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_sent_twice_says_that_the_token_cannot_be_shown_again()
    {
        Mediator.Answer<MakeToken.Command>((Result<MakeToken.Made>)new MakeToken.Made(Id, default));
        var page = Render<TokensPage>();

        await page.FindAll("form")[0].SubmitAsync();

        Assert.Contains("sent twice", page.Find("[role=status], [role=alert], .alert").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#new-token"));
    }

    [Fact]
    public async Task A_wrong_password_is_said_at_its_field()
    {
        Mediator.Answer<MakeToken.Command>((Result<MakeToken.Made>)new SignInRefused(null));
        var page = Render<TokensPage>();

        await page.FindAll("form")[0].SubmitAsync();

        Assert.NotEmpty(page.FindAll(".field-wrong input[type=password]"));
    }

    [Theory]
    [InlineData(AccessTokenState.Usable, 1)]
    [InlineData(AccessTokenState.Expired, 0)]
    [InlineData(AccessTokenState.Revoked, 0)]
    [InlineData(AccessTokenState.Ended, 0)]
    public void Only_what_can_be_used_can_be_revoked(AccessTokenState state, int buttons)
    {
        List(Row(state));

        var page = Render<TokensPage>();

        Assert.Equal(buttons, page.FindAll($"button[name=Revoke][value='{Id.Value}']").Count);
        Assert.Contains("nightly", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_token_it_says_what_one_is_for()
    {
        List();

        Assert.Contains("No token yet", Render<TokensPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_looks_after_people_sees_whose_token_it_is()
    {
        Mediator.Answer<ListTokens.OthersQuery>(Rows(Row(AccessTokenState.Usable)));

        var panel = Render<TokensOfOthers>();

        Assert.Contains("Li Ming", panel.Markup, StringComparison.Ordinal);
        Assert.Single(panel.FindAll("button[name=Revoke]"));
    }

    private void List(params ListTokens.Row[] rows) => Mediator.Answer<ListTokens.Query>(Rows(rows));

    private static Result<IReadOnlyList<ListTokens.Row>> Rows(params ListTokens.Row[] rows) => rows.ToList();

    private static ListTokens.Row Row(AccessTokenState state) => new(
        Id, "Li Ming", "nightly", TokenScopes.Read, new(2026, 11, 1, 1, 0, 0, TimeSpan.Zero), new(2027, 1, 1, 1, 0, 0, TimeSpan.Zero), null, null, state);
}
