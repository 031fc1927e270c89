using PosCases.People;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.Account;

namespace PosCases.ComponentTests.Account;

public sealed class SignInPageTests : AccountContext
{
    public SignInPageTests() => Demo();

    [Theory]
    [InlineData("zh-CN", "\u767b\u5f55")]
    [InlineData("en", "Sign in")]
    public void It_speaks_both_languages(string culture, string title)
    {
        Speak(culture);

        var page = Render<SignInPage>();

        Assert.Equal(title, page.Find("h1").TextContent);
    }

    [Fact]
    public async Task It_sends_what_was_typed_and_says_the_refusal_without_the_password()
    {
        Speak("en");
        Mediator.Answer<SignIn.Command>((Result<SignIn.Answer>)new SignInRefused(null));
        var page = Render<SignInPage>();
        page.Instance.Posted!.UserName = "li@example.cn";
        page.Instance.Posted!.Password = "four words in a row";

        await page.Find("form").SubmitAsync();

        Assert.Contains(new SignIn.Command("li@example.cn", new Secret("four words in a row")) with { CommandId = default },
            Mediator.Sent.OfType<SignIn.Command>().Select(c => c with { CommandId = default }));
        Assert.Contains("What you entered is not right.", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("li@example.cn", page.Find("input[autocomplete=username]").GetAttribute("value"));
        Assert.DoesNotContain("four words", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_accounts_are_buttons()
    {
        Demo(new ListDemoSignIns.Row("boss@demo.cn", "Wang", Role.MerchantOwner));

        var page = Render<SignInPage>();

        Assert.Equal("boss@demo.cn", page.Find("button[name=DemoName]").GetAttribute("value"));
    }

    private void Demo(params ListDemoSignIns.Row[] people) => Mediator.Answer<ListDemoSignIns.Query>(DemoAnswer([.. people]));

    private static Result<IReadOnlyList<ListDemoSignIns.Row>> DemoAnswer(List<ListDemoSignIns.Row> people) => people;
}
