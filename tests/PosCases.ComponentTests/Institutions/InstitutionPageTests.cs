using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Web.Institutions;
using PosCases.Web.Shell;

namespace PosCases.ComponentTests.Institutions;

public sealed class InstitutionPageTests : FeatureContext
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly ViewInstitution.Details Bank = new(
        InstitutionId.New(),
        Guid.NewGuid(),
        new InstitutionProfile("Example Bank", InstitutionKind.Bank, null, "East", "An example."),
        IsDemo: true,
        MayManage: true,
        [
            new(InstitutionChannelId.New(), ChannelKind.Hotline, "000-5550-0001", new ChannelSource("agreement", "https://bank.example/", Today), null),
            new(InstitutionChannelId.New(), ChannelKind.Site, "javascript:alert(1)", new ChannelSource("seen", null, Today.AddDays(-181), SourceConfidence.Secondary), null),
            new(InstitutionChannelId.New(), ChannelKind.App, "Old app", new ChannelSource("seen", null, Today), Now),
        ]);

    [Fact]
    public void A_channel_shows_its_source_and_its_last_check_and_an_old_one_says_so()
    {
        var items = Page(Bank).FindAll(".list-group-item");

        Assert.Equal("tel:000-5550-0001", items[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("agreement", items[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Check it again", items[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Check it again", items[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Secondary source", items[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Ended", items[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_no_site_is_no_link() =>
        Assert.DoesNotContain(Page(Bank).FindAll("a"), a => a.GetAttribute("href")!.StartsWith("javascript", StringComparison.Ordinal));

    [Fact]
    public void Who_may_not_manage_gets_no_buttons() => Assert.Empty(Page(Bank with { MayManage = false }).FindAll("main button, .card button, .page-head button"));

    [Fact]
    public void A_check_takes_todays_date_and_the_known_source()
    {
        Mediator.On<CheckChannel.Command>(_ => Result.Ok);
        var page = Page(Bank);

        page.FindAll(".list-group-item")[0].QuerySelector("button")!.Click();
        page.Find("form").Submit();

        var sent = Mediator.Only<CheckChannel.Command>();
        Assert.Equal((Bank.Version, Bank.Channels[0].Id, new ChannelSource("agreement", "https://bank.example/", Today)), (sent.Version, sent.Channel, sent.Source));
    }

    [Fact]
    public void A_new_channel_is_sent_with_its_source()
    {
        Mediator.On<AddChannel.Command>(_ => Answer(InstitutionChannelId.New()));
        var page = Page(Bank);

        page.FindAll(".page-head button")[1].Click();
        page.Find("[name='Channel.Kind']").Change("Mail");
        page.Find("[name='Channel.Value']").Change("help@bank.example");
        page.Find("[name='Channel.Source.Text']").Change("its site");
        page.Find("[name='Channel.Source.Confidence']").Change("RuleText");
        page.Find("form").Submit();

        Assert.Equal(
            new ChannelForm(ChannelKind.Mail, "help@bank.example", new ChannelSource("its site", null, Today)), Mediator.Only<AddChannel.Command>().Channel);
    }

    [Fact]
    public void Ending_a_channel_asks_first()
    {
        Mediator.On<EndChannel.Command>(_ => Result.Ok);
        var page = Page(Bank);

        page.FindAll(".list-group-item")[0].QuerySelectorAll("button")[1].Click();
        Assert.Empty(Mediator.Sent.OfType<EndChannel.Command>());
        page.Find(".dialog-footer .btn-primary").Click();

        Assert.Equal(Bank.Channels[0].Id, Mediator.Only<EndChannel.Command>().Channel);
    }

    [Fact]
    public void The_list_filters_by_the_address_and_offers_to_add_only_to_those_who_keep_it()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/institutions?q=example&kind=Bank");
        Mediator.On<ListInstitutions.Query>(_ => Answer(new Page<ListInstitutions.Row>(
            [new(Bank.Id, "Example Bank", InstitutionKind.Bank, "East", true, null, "000-5550-0001", Today)], 1, 1, 50)));
        Authorization.SetAuthorized("Li").SetRoles(NavRoles.Agent);

        var page = Render<InstitutionListPage>();

        var query = Mediator.Only<ListInstitutions.Query>();
        Assert.Equal("example", query.Search);
        Assert.Equal([InstitutionKind.Bank], query.Kinds);
        Assert.Contains("000-5550-0001", page.Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".page-head button"));
        Authorization.SetRoles(NavRoles.Supervisor);
        Assert.Single(Render<InstitutionListPage>().FindAll(".page-head button"));
    }

    [Fact]
    public void An_institution_without_a_kind_is_refused_at_the_field()
    {
        Mediator.On<ListInstitutions.Query>(_ => Answer(new Page<ListInstitutions.Row>([], 0, 1, 50)));
        Mediator.On<CreateInstitution.Command>(_ => Refuse<InstitutionId>(new Invalid("Profile.Kind", "EnumValidator")));
        Authorization.SetAuthorized("Zhao").SetRoles(NavRoles.Supervisor);
        var page = Render<InstitutionListPage>();

        page.Find(".page-head button").Click();
        page.Find("dialog form").Submit();

        Assert.False(Enum.IsDefined(Mediator.Only<CreateInstitution.Command>().Profile.Kind));
        Assert.Equal("Please choose one", page.Find(".field-error").TextContent.Trim());
    }

    private IRenderedComponent<InstitutionPage> Page(ViewInstitution.Details institution)
    {
        Mediator.On<ViewInstitution.Query>(_ => Answer(institution));
        return Render<InstitutionPage>(p => p.Add(page => page.Id, institution.Id.Value));
    }
}
