using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Web.Merchants;

namespace PosCases.ComponentTests.Merchants;

public sealed class OwnMerchantPageTests : FeatureContext
{
    private readonly MerchantDetails merchant = MerchantSamples.NoodleHouse;

    public OwnMerchantPageTests() : base(isInteractive: false)
    {
        Mediator.On<ViewOwnMerchant.Query>(_ => Answer(merchant));
        Mediator.On<ListInstitutions.Query>(_ => Answer(MerchantSamples.Institutions));
    }

    [Fact]
    public void It_shows_the_record_with_the_reminder_to_tell_the_acquirer()
    {
        var page = Render<OwnMerchantPage>();

        Assert.Contains("When it changes, tell your acquirer", page.Markup, StringComparison.Ordinal);
        Assert.Contains("East Gate", page.Markup, StringComparison.Ordinal);
        Assert.Contains("139****1234", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("13900001234", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_is_ended_by_a_posted_button_that_asks_first()
    {
        var page = Render<OwnMerchantPage>();

        var button = page.Find($"button[name='End'][value='terminal:{merchant.Terminals[0].Id.Value}']");

        Assert.NotNull(button.Closest("dialog"));
        Assert.Equal($"{merchant.Version}", page.Find("input[name='Version']").GetAttribute("value"));
    }

    [Theory]
    [InlineData("number")]
    [InlineData("terminal")]
    [InlineData("store")]
    [InlineData("contact")]
    [InlineData("account")]
    public void Ending_sends_the_command_of_the_part_and_returns_to_the_record(string kind)
    {
        Mediator.On<EndMerchantNumber.Command>(_ => Result.Ok).On<EndTerminal.Command>(_ => Result.Ok).On<EndStore.Command>(_ => Result.Ok)
            .On<EndContact.Command>(_ => Result.Ok).On<EndSettlementAccount.Command>(_ => Result.Ok);
        Guid part = Guid.NewGuid();
        var page = Render<OwnMerchantPage>();
        (page.Instance.End, page.Instance.Version) = ($"{kind}:{part}", merchant.Version);

        page.Find("form").Submit();

        (MerchantId, Guid, Guid) expected = (merchant.Id, merchant.Version, part);
        Assert.Equal(expected, Mediator.Sent[^1] switch
        {
            EndMerchantNumber.Command c => (c.Id, c.Version, c.Number.Value),
            EndTerminal.Command c => (c.Id, c.Version, c.Terminal.Value),
            EndStore.Command c => (c.Id, c.Version, c.Store.Value),
            EndContact.Command c => (c.Id, c.Version, c.Contact.Value),
            EndSettlementAccount.Command c => (c.Id, c.Version, c.Account.Value),
            _ => default,
        });
        Assert.EndsWith("/my/merchant?done=end", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tampered_button_does_nothing()
    {
        var page = Render<OwnMerchantPage>();
        page.Instance.End = "merchant:everything";

        page.Find("form").Submit();

        Assert.Single(Mediator.Sent);
    }

    [Fact]
    public void A_posted_store_is_added_with_the_version_and_the_command_id_of_the_form()
    {
        Mediator.On<AddStore.Command>(_ => Answer(StoreId.New()));
        var page = Render<OwnStorePage>();
        var intent = Guid.Parse(page.Find("input[name='CommandId']").GetAttribute("value")!);
        (page.Instance.Store!.Name, page.Instance.Version) = ("West Gate", merchant.Version);

        page.Find("form").Submit();

        var sent = Mediator.Only<AddStore.Command>();
        Assert.Equal((merchant.Id, merchant.Version, intent, new StoreForm("West Gate")), (sent.Id, sent.Version, sent.CommandId, sent.Store));
        Assert.EndsWith("/my/merchant?done=store", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_posted_is_kept_when_it_is_refused()
    {
        Mediator.On<AddContact.Command>(_ => Refuse<ContactId>(new Invalid("Contact.Phone", "Contact.PhoneOrEmail")));
        var page = Render<OwnContactPage>();
        page.Instance.Contact!.Name = "Wang Fang";

        page.Find("form").Submit();

        Assert.Equal("Wang Fang", page.Find("[name='Contact.Name']").GetAttribute("value"));
        Assert.Contains("Give a telephone number or a mail address", page.Find(".field-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_odd_code_asks_for_a_reason_before_it_is_kept()
    {
        Mediator.On<ReviseMerchant.Command>(_ => (Result)new WarningsToConfirm([new FieldError("Profile.UnifiedCreditCode", "UnifiedCreditCode.CheckDigit", [])]));
        var page = Render<OwnProfilePage>();
        Assert.Equal("Noodle House", page.Find("[name='Profile.Name']").GetAttribute("value"));

        page.Find("form").Submit();

        Assert.NotNull(page.Find("[name='WarningReason']"));
        Assert.Contains("The check digit of the credit code does not fit", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conflict_keeps_the_text_and_asks_to_save_again()
    {
        Mediator.On<ReviseMerchant.Command>(_ => (Result)new Conflict());
        var page = Render<OwnProfilePage>();
        page.Instance.Profile!.Name = "Noodle Palace";

        page.Find("form").Submit();

        Assert.Contains("check what is below and save again", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Noodle Palace", page.Find("[name='Profile.Name']").GetAttribute("value"));
    }

    [Fact]
    public void The_other_forms_post_the_names_that_their_commands_know()
    {
        Assert.NotNull(Render<OwnTerminalPage>().Find("[name='Terminal.SerialNumber']"));
        Assert.NotNull(Render<OwnAccountPage>().Find("[name='Account.LastFour'][maxlength='4']"));
        Assert.Equal(MerchantSamples.Acquirer.Value.ToString(), Render<OwnNumberPage>().Find("select[name='Number.Acquirer'] option:last-child").GetAttribute("value"));
    }

    [Fact]
    public void Somebody_without_a_merchant_is_refused()
    {
        Mediator.On<ViewOwnMerchant.Query>(_ => Refuse<MerchantDetails>(new NotPermitted()));

        Assert.Contains("You do not have access to this", Render<OwnMerchantPage>().Markup, StringComparison.Ordinal);
    }
}
