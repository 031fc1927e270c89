using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases.Communication;
using PosCases.Cases.Packs;
using PosCases.Letters;
using PosCases.Web.Desk;

namespace PosCases.ComponentTests.Desk;

/// <summary>A letter of the case as the cover of a pack, on the desk.</summary>
public sealed class CoverLetterTests : DeskContext
{
    private static readonly ListCoverLetters.Row Final = new(new LetterId(Guid.NewGuid()), "Request to lift", LetterLanguage.English, 3, null);

    private static readonly ListCoverLetters.Row[] Others =
    [
        new(new LetterId(Guid.NewGuid()), "Statement", LetterLanguage.English, null, new LetterIncomplete([new MissingField("Address", FieldPlace.Merchant)])),
        new(new LetterId(Guid.NewGuid()), "Reply", LetterLanguage.English, null, new LetterRefused(LetterRefusal.WaitsForApproval)),
    ];

    [Fact]
    public void A_final_letter_is_chosen_instead_of_words_and_the_others_stand_beside_with_their_reason()
    {
        Mediator.On<ListCoverLetters.Query>(_ => Answer<IReadOnlyList<ListCoverLetters.Row>>([Final, .. Others]));
        Mediator.On<MakePack.Command>(_ => Answer(Guid.NewGuid()));
        var page = Open();
        page.FindAll("button").Single(b => b.TextContent.Trim() == "Make a pack").Click();

        Assert.Equal(["", Final.Id.Value.ToString()], page.FindAll("select[name=Letter] option").Select(o => o.GetAttribute("value")));
        var refused = page.Find(".cover-refusals").TextContent;
        Assert.Contains("1 missing, such as “Address”", refused, StringComparison.Ordinal);
        Assert.Contains("waits for a supervisor", refused, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("dialog textarea"));
        page.Find("select[name=Letter]").Change(Final.Id.Value.ToString());
        Assert.Empty(page.FindAll("dialog textarea"));
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<MakePack.Command>();
        Assert.Equal((Final.Id.Value, null), (sent.Letter!.Value, sent.CoverNote));
    }

    [Fact]
    public void Without_a_final_letter_the_words_are_written()
    {
        Mediator.On<ListCoverLetters.Query>(_ => Answer<IReadOnlyList<ListCoverLetters.Row>>(Others));
        var page = Open();
        page.FindAll("button").Single(b => b.TextContent.Trim() == "Make a pack").Click();

        Assert.Empty(page.FindAll("select[name=Letter]"));
        Assert.NotEmpty(page.FindAll("dialog textarea"));
    }

    [Fact]
    public void The_round_tells_which_version_of_the_letter_went_out()
    {
        var found = CaseWorld.NewCase().TakenUpBy(Li).Understood(Li).Collecting(Li);
        Assert.True(found.WaiveEvidence(found.Requirements[0].Id, "seen", Wang, CaseWorld.Filed).Succeeded);
        var letter = new PackLetter(Final.Id.Value, "Request to lift", 3, new string('e', 64));
        Assert.True(found.Submit(
            new SubmitToInstitution.Command(found.Id, default, found.Parties[0].Id, Medium.Portal, "R-1", "", null) { PackId = Guid.NewGuid() },
            "Example Bank", Li, CaseWorld.Filed.AddHours(4), CaseWorld.Clock, null, letter).Succeeded);
        Given(found, Li);

        var round = Render("?tab=communication").Find(".round");

        Assert.Contains("Request to lift, version 3", round.TextContent, StringComparison.Ordinal);
        Assert.Contains(letter.Sha256!, round.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/desk/letters/{letter.Id}", round.QuerySelector("a[href^='/desk/letters/']")!.GetAttribute("href"));
    }

    private IRenderedComponent<CasePage> Open()
    {
        Given(CaseWorld.NewCase().TakenUpBy(Li).Understood(Li).Collecting(Li), Li);
        return Render("?tab=communication");
    }

    private IRenderedComponent<CasePage> Render(string query)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/desk/cases/FZ-2026-000123{query}");
        return Render<CasePage>(p => p.Add(c => c.Number, "FZ-2026-000123"));
    }
}
