using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.CardSearch;
using PosCases.Cases.Evidence.Custody;
using PosCases.Cases.Packs;
using PosCases.Platform.Messages;
using PosCases.Platform.Previews;
using PosCases.Platform.Storage;
using PosCases.Web.Desk;
using PosCases.Web.Desk.Judging;

namespace PosCases.ComponentTests.Desk;

public sealed class CardDataTests : DeskContext
{
    private readonly Case found = CaseWorld.NewCase().TakenUpBy(Li).Understood(Li).Collecting(Li).Offered(Li).Offered(Li);

    public CardDataTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Given(found, Li);
        Mediator.On<ViewCustody.Query>(query => Answer(new CustodyView(
            found.Evidence.Single(i => i.Id == query.ItemId),
            VaultFile.Of(new Vault.Kept("key", 1, new string('a', 64), found.Id.Value, null), Scanned.Not, CaseWorld.Now),
            [CustodyEntry.Of(query.ItemId, CustodyKind.CardsFound, Li, CaseWorld.Now, "2")])));
    }

    [Fact]
    public void The_reviewer_sees_how_many_numbers_a_paper_shows_and_the_way_to_cover_them()
    {
        found.Evidence[0].TakeCardCheck(new CardFinding(CardCheck.Found, 2, Secrets: true));

        var page = Open(found.Evidence[0]);

        Assert.Contains("holds 2 full card numbers", page.Markup, StringComparison.Ordinal);
        Assert.Contains("stripe data", page.Markup, StringComparison.Ordinal);
        Assert.Equal(
            Services.GetRequiredService<Blackening>().Can("image/jpeg"),
            page.FindAll($".note a[href='{CaseAddress.OfRedaction(found.Number, found.Evidence[0].Id.Value)}']").Count == 1);
    }

    [Theory]
    [InlineData(CardCheck.Waiting, "has not been looked through yet")]
    [InlineData(CardCheck.NoTool, "no program that reads the text of PDF")]
    [InlineData(CardCheck.NoText, "Please look yourself")]
    public void A_paper_that_was_not_looked_through_is_not_called_clear(CardCheck state, string text)
    {
        found.Evidence[0].TakeCardCheck(new CardFinding(state));

        Assert.Contains(text, Open(found.Evidence[0]).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_warns_of_such_papers_and_takes_them_only_with_a_tick()
    {
        found.Evidence[1].TakeCardCheck(new CardFinding(CardCheck.Found, 1));
        Mediator.On<MakePack.Command>(command => command.ShowsCards ? Answer(Guid.NewGuid()) : Refuse<Guid>(new Invalid([new FieldError("ShowsCards", "ShowsCards", [1])])));
        var page = Render<CasePage>(p => p.Add(x => x.Number, found.Number));
        Services.GetRequiredService<NavigationManager>().NavigateTo(CaseAddress.Of(found.Number, CaseTab.Communication));
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), b => b.TextContent.Trim() == "Make a pack"));
        page.FindAll("button").First(b => b.TextContent.Trim() == "Make a pack").Click();
        Assert.DoesNotContain("Chosen papers show full card data", page.Find("dialog").TextContent, StringComparison.Ordinal);

        page.Find($"dialog input[value='{found.Evidence[1].Id.Value}']").Change(true);
        Assert.Contains("Chosen papers show full card data", page.Find("dialog").TextContent, StringComparison.Ordinal);
        page.Find("dialog form").Submit();
        Assert.Contains("1 of the chosen papers", page.Find("dialog").TextContent, StringComparison.Ordinal);

        page.Find("dialog input[name='ShowsCards']").Change(true);
        page.Find("dialog form").Submit();

        Assert.Equal([false, true], Mediator.Sent.OfType<MakePack.Command>().Select(c => c.ShowsCards));
    }

    [Fact]
    public void The_redacted_variant_needs_no_tick()
    {
        found.Evidence[1].TakeCardCheck(new CardFinding(CardCheck.Found, 1));
        var page = Render<CasePage>(p => p.Add(x => x.Number, found.Number));
        Services.GetRequiredService<NavigationManager>().NavigateTo(CaseAddress.Of(found.Number, CaseTab.Communication));
        page.WaitForAssertion(() => Assert.Contains(page.FindAll("button"), b => b.TextContent.Trim() == "Make a pack"));
        page.FindAll("button").First(b => b.TextContent.Trim() == "Make a pack").Click();
        page.Find($"dialog input[value='{found.Evidence[1].Id.Value}']").Change(true);

        page.Find("dialog input[value='Redacted']").Change("Redacted");

        Assert.Empty(page.FindAll("dialog input[name='ShowsCards']"));
    }

    private IRenderedComponent<PaperPage> Open(EvidenceItem item)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/desk/cases/{found.Number}/papers?item={item.Id.Value}");
        return Render<PaperPage>(p => p.Add(x => x.Number, found.Number));
    }
}
