using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Letters;
using PosCases.Platform;
using PosCases.Web.Desk;
using PosCases.Web.Desk.Letters;

namespace PosCases.ComponentTests.Desk.Letters;

public sealed class LettersTabTests : DeskContext
{
    private static readonly ListLetters.Row Notice = new(
        new LetterId(Guid.NewGuid()), "customer-notice", "Notice to customers", LetterLanguage.English, LetterState.Final, false, true, 2, 2, "Li", Now, null, Now);

    private static readonly ListLetters.Offer[] Offers =
    [
        new("statement-of-facts", new Bilingual("情况说明", "Statement of facts"), new Bilingual("说明", "Tells what happened."), LetterAudience.Institution, true, true),
        new("police-request", new Bilingual("致公安", "Request to the police"), new Bilingual("说明", "Asks the police unit."), LetterAudience.Authority, true, false),
    ];

    [Fact]
    public void The_letters_stand_with_state_version_and_copies()
    {
        var page = Page(new ListLetters.Answer([Notice], Offers, true, true));

        var row = page.Find("tbody tr").TextContent;
        Assert.Contains("Notice to customers", row, StringComparison.Ordinal);
        Assert.Contains("Final", row, StringComparison.Ordinal);
        Assert.Contains("For the merchant", row, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll("tbody .letter-copies a").Count);
    }

    [Fact]
    public void A_new_letter_offers_those_that_suit_the_case_first_and_opens_the_editor()
    {
        var made = Guid.NewGuid();
        Mediator.On<MakeLetter.Command>(_ => Answer(made));
        var page = Page(new ListLetters.Answer([], Offers, true, true));
        page.FindAll("button").Single(b => b.TextContent.Trim() == "New letter").Click();

        var dialog = page.Find("dialog");
        Assert.Contains("Needs a supervisor's approval", dialog.TextContent, StringComparison.Ordinal);
        Assert.Equal("Request to the police", dialog.QuerySelector("details .choice-text")!.ChildNodes[0].TextContent.Trim());
        page.Find("dialog input[value='statement-of-facts']").Change("statement-of-facts");
        page.Find("dialog input[value='English']").Change("English");
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<MakeLetter.Command>();
        Assert.Equal(("statement-of-facts", LetterLanguage.English), (sent.Template, sent.Language));
        Assert.EndsWith($"/desk/letters/{made}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_write_is_offered_none_and_told_where_PDF_is_missing()
    {
        var page = Page(new ListLetters.Answer([], [], false, false));

        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Trim() == "New letter");
        Assert.Contains("open the print page", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_merchant_finds_his_letters_or_nothing()
    {
        Mediator.On<ListLetters.Query>(_ => Answer(new ListLetters.Answer([Notice], [], false, true)));
        var page = Render<MyLetters>(p => p.Add(x => x.Id, default));

        Assert.Contains("Notice to customers", page.Markup, StringComparison.Ordinal);
        Assert.Contains("None of them asks for a password", page.Markup, StringComparison.Ordinal);
        Mediator.On<ListLetters.Query>(_ => Answer(new ListLetters.Answer([], [], false, true)));
        Assert.Equal("", Render<MyLetters>(p => p.Add(x => x.Id, default)).Markup.Trim());
    }

    [Fact]
    public void Lines_that_went_and_came_are_told_apart()
    {
        LetterContent before = new("t", "", [new LetterSection("", SectionKind.Text, "a\nb\nc")], []);
        LetterContent after = new("t", "", [new LetterSection("", SectionKind.Text, "a\nx\nc\nd")], []);

        Assert.Equal(
            [(LetterDiff.Change.Gone, "b"), (LetterDiff.Change.Added, "x"), (LetterDiff.Change.Added, "d")],
            LetterDiff.Of(before, after).Where(l => l.Change != LetterDiff.Change.Same));
    }

    private IRenderedComponent<CasePage> Page(ListLetters.Answer answer)
    {
        Given(CaseWorld.NewCase().TakenUpBy(Li).Understood(Li), Li);
        Mediator.On<ListLetters.Query>(_ => Answer(answer));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/desk/cases/FZ-2026-000123?tab=letters");
        return Render<CasePage>(p => p.Add(x => x.Number, "FZ-2026-000123"));
    }
}
