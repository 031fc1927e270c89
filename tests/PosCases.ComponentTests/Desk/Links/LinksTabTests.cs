using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Links;
using PosCases.Platform.Messages;
using PosCases.Web.Desk;

namespace PosCases.ComponentTests.Desk.Links;

public sealed class LinksTabTests : DeskContext
{
    private readonly Case own = CaseWorld.NewCase();

    [Fact]
    public void A_similar_case_says_why_and_can_be_linked_closed_as_duplicate_or_merged()
    {
        var other = CaseWorld.NewCase(77);
        Given(own, Li);
        Mediator.On<ListSimilar.Query>(_ => Answer<IReadOnlyList<ListSimilar.Row>>([new(CaseWorld.ViewOf(other, Li).Summary, LikenessOf(own, other))]));
        Mediator.On<MergeCases.Command>(_ => Result.Ok);
        var page = Open();

        Assert.Contains("FZ-2026-000077", page.Markup, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll(".link-reasons > *").Count);
        var buttons = page.FindAll("[role=group][aria-label*='FZ-2026-000077'] button");
        Assert.Equal(3, buttons.Count);
        buttons[2].Click();
        page.Find("dialog textarea").Change("one freeze");
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<MergeCases.Command>();
        Assert.Equal((own.Id, "FZ-2026-000077", "one freeze"), (sent.Id, sent.SurvivorNumber, sent.Reason));
    }

    [Fact]
    public void A_link_is_shown_with_who_and_why_and_can_be_ended_unless_it_closed_the_case()
    {
        var (made, survivor) = (CaseWorld.NewCase(78), CaseWorld.NewCase(79));
        Assert.True(made.LinkTo(survivor, LinkKind.SameCause, "one notice for both", Li, CaseWorld.Now).Succeeded);
        Assert.True(made.MergeInto(survivor, "one freeze", Li, CaseWorld.Now, CaseWorld.Clock).Succeeded);
        Given(own, Li);
        Mediator.On<ViewLinks.Query>(_ => Answer<IReadOnlyList<ViewLinks.Row>>(
            [.. made.Links.Select(l => new ViewLinks.Row(l, CaseWorld.ViewOf(survivor, Li).Summary, IsFrom: true))]));
        Mediator.On<EndLink.Command>(_ => Result.Ok);
        var page = Open();

        Assert.Contains("one notice for both", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Li", page.Find(".link-list").TextContent, StringComparison.Ordinal);
        page.FindAll(".link-list button").Single().Click();
        page.Find("dialog textarea").Change("another notice");
        page.Find("dialog form").Submit();

        Assert.Equal(made.Links[0].Id, Mediator.Only<EndLink.Command>().Link);
    }

    [Fact]
    public void What_a_merged_case_holds_is_shown_under_its_number()
    {
        SignIn(Li);
        Mediator.On<ViewCase.Query>(_ => Answer(CaseWorld.ViewOf(own, Li) with { MergedIn = ["FZ-2026-000090"] }));
        Mediator.On<ViewMerged.Query>(_ => Answer<IReadOnlyList<ViewMerged.Part>>([new(CaseId.New(), "FZ-2026-000090", CaseWorld.Filed, [], [], [])]));

        var page = Open();

        Assert.Contains("FZ-2026-000090", page.Find(".merged-part .card-title").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<CasePage> Open()
    {
        Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo("/desk/cases/FZ-2026-000123?tab=links");
        return Render<CasePage>(page => page.Add(p => p.Number, "FZ-2026-000123"));
    }

    private static CaseLikeness LikenessOf(Case one, Case other) => CaseLikeness.Of(
        new CaseTraits { Merchant = one.MerchantId, AccountTails = new HashSet<string> { "6789" }, FiledAt = one.FiledAt },
        new CaseTraits { Merchant = other.MerchantId, AccountTails = new HashSet<string> { "6789" }, FiledAt = other.FiledAt });
}
