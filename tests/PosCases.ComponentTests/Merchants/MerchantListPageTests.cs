using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Web.Merchants;

namespace PosCases.ComponentTests.Merchants;

public sealed class MerchantListPageTests : FeatureContext
{
    private static readonly ListMerchants.Row Row =
        new(MerchantId.New(), "Noodle House", MerchantKind.Company, "91110000101623741K", "East", "898210154110002", "Example Acquirer", 2);

    [Fact]
    public void It_lists_merchants_and_links_to_them()
    {
        Mediator.On<ListMerchants.Query>(_ => Answer(new Page<ListMerchants.Row>([Row], 1, 1, 50)));

        var page = Render<MerchantListPage>();

        Assert.Equal($"/merchants/{Row.Id.Value}", page.Find("tbody a").GetAttribute("href"));
        Assert.Contains("Example Acquirer", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_goes_into_the_address_and_from_there_into_the_query()
    {
        Mediator.On<ListMerchants.Query>(_ => Answer(new Page<ListMerchants.Row>([], 0, 1, 50)));
        var page = Render<MerchantListPage>();

        page.Find("input[type=search]").Change("tea & more");
        page.Find("form").Submit();

        Assert.EndsWith("/merchants?q=tea%20%26%20more", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("tea & more", ((ListMerchants.Query)Mediator.Sent[^1]).Search));
        Assert.Contains("No merchant fits", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_on_record_says_what_would_be_here()
    {
        Mediator.On<ListMerchants.Query>(_ => Answer(new Page<ListMerchants.Row>([], 0, 1, 50)));

        Assert.Contains("No merchant yet", Render<MerchantListPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Further_pages_are_deep_links()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/merchants?q=tea&page=2");
        Mediator.On<ListMerchants.Query>(q => Answer(new Page<ListMerchants.Row>([Row], 120, q.Page, 50)));

        var page = Render<MerchantListPage>();

        Assert.Equal(2, Mediator.Only<ListMerchants.Query>().Page);
        Assert.EndsWith("q=tea&page=1", page.Find("a[rel=prev]").GetAttribute("href"), StringComparison.Ordinal);
        Assert.EndsWith("q=tea&page=3", page.Find("a[rel=next]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_merchant_is_opened_once_it_is_made()
    {
        Mediator.On<ListMerchants.Query>(_ => Answer(new Page<ListMerchants.Row>([], 0, 1, 50)));
        Mediator.On<CreateMerchant.Command>(_ => Answer(Row.Id));
        var page = Render<MerchantListPage>();

        page.Find(".page-head button").Click();
        page.Find("[name='Profile.Name']").Change("Noodle House");
        page.FindAll("[name='Profile.Kind']")[1].Change("IndividualBusiness");
        page.Find("[name='Phone']").Change("13812345678");
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<CreateMerchant.Command>();
        Assert.Equal((new MerchantProfile("Noodle House", MerchantKind.IndividualBusiness), "13812345678"), (sent.Profile, sent.Phone));
        Assert.EndsWith($"/merchants/{Row.Id.Value}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_is_shown_as_such()
    {
        Mediator.On<ListMerchants.Query>(_ => Refuse<Page<ListMerchants.Row>>(new NotPermitted()));

        Assert.Contains("You do not have access to this", Render<MerchantListPage>().Markup, StringComparison.Ordinal);
    }
}
