using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Papers;
using PosCases.Merchants;
using PosCases.Web.Cases.Papers;
using PosCases.Web.Cases.Previews;
using PosCases.Web.Desk;

namespace PosCases.ComponentTests.Desk;

/// <summary>What the merchant keeps, beside what is asked for.</summary>
public sealed class KeptPaperTests : DeskContext
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    // No bytes are reached here: the message that asks first is refused.
    public KeptPaperTests()
        : base(services => services.AddScoped(provider => new PaperShelf(
            provider.GetRequiredService<IMediator>(), new PaperBytes(new(null!, null!), new(null!, null!, null!, new EvidenceLimits()), new EvidenceLimits()))))
    {
    }

    [Fact]
    public void A_valid_one_can_be_used_an_expired_one_says_why_not_and_another_kind_is_not_shown()
    {
        Mediator.On<ListMerchantPapers.Query>(_ => Answer(new ListMerchantPapers.Answer(
            [Kept("BUSINESS_LICENSE", "new.png", Today.AddDays(20)), Kept("BUSINESS_LICENSE", "old.png", Today.AddDays(-1)), Kept("LEASE_CONTRACT", "lease.png", null)], Today)));

        var offered = Open().FindAll(".kept-for li");

        Assert.Equal(2, offered.Count);
        Assert.Contains("20 days left", offered[0].TextContent, StringComparison.Ordinal);
        Assert.NotNull(offered[0].QuerySelector("button"));
        Assert.Contains("ask for a new one", offered[1].TextContent, StringComparison.Ordinal);
        Assert.Null(offered[1].QuerySelector("button"));
    }

    [Fact]
    public void It_is_used_only_once_the_agent_says_that_the_merchant_agreed()
    {
        var paper = Kept("BUSINESS_LICENSE", "new.png", null);
        Mediator.On<ListMerchantPapers.Query>(_ => Answer(new ListMerchantPapers.Answer([paper], Today)));
        Mediator.On<UsePaper.MayQuery>(_ => Refuse<bool>(new PaperExpired(Today)));
        var page = Open();
        page.Find(".kept-for button").Click();

        page.Find("dialog form").Submit();
        Assert.Contains("Get the merchant", page.Find("dialog").TextContent, StringComparison.Ordinal);
        Assert.Empty(Mediator.Sent.OfType<UsePaper.MayQuery>());
        page.Find("dialog input[type=checkbox]").Change(true);
        page.Find("dialog form").Submit();

        Assert.Equal(paper.Id, Mediator.Only<UsePaper.MayQuery>().PaperId);
        Assert.Contains("no longer valid", page.Find("dialog").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Once_a_paper_is_there_nothing_kept_is_offered()
    {
        Mediator.On<ListMerchantPapers.Query>(_ => Answer(new ListMerchantPapers.Answer([Kept("BUSINESS_LICENSE", "new.png", null)], Today)));

        Assert.Empty(Open(CaseWorld.NewCase().TakenUpBy(Li).Understood(Li).Collecting(Li).Offered(Li)).FindAll(".kept-for"));
    }

    private static MerchantPaper Kept(string code, string name, DateOnly? end) => MerchantPaper.Keep(
        MerchantId.New(), new PaperForm(code, null, end), new StoredFile($"k{Guid.NewGuid():N}", name, "image/png", 10, new string('a', 64)), null, Li, CaseWorld.Filed);

    private IRenderedComponent<CasePage> Open(Case? found = null)
    {
        Given(found ?? CaseWorld.NewCase().TakenUpBy(Li).Understood(Li).Collecting(Li), Li);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/desk/cases/FZ-2026-000123?tab=evidence");
        return Render<CasePage>(p => p.Add(c => c.Number, "FZ-2026-000123"));
    }
}
