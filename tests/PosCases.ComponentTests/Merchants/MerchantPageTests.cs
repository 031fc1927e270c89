using PosCases.Cases.Papers;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Prevention.Readiness;
using PosCases.Web.Cases;
using PosCases.Web.Merchants;

namespace PosCases.ComponentTests.Merchants;

public sealed class MerchantPageTests : FeatureContext
{
    private readonly MerchantDetails merchant = MerchantSamples.NoodleHouse;

    public MerchantPageTests() : base(addServices: services => services.AddCaseScreens())
    {
        Mediator.On<ListMerchantPapers.Query>(_ => Answer(new ListMerchantPapers.Answer([], new DateOnly(2026, 11, 24))));
        Mediator.On<ViewReadiness.Query>(_ => Answer(new ViewReadiness.View(
            merchant.Id, "Noodle House", new ReadinessState(ReadinessLevel.NotReady, [ReadinessGap.NoChannel, ReadinessGap.NoPlan], []), [], null, [], [], new DateOnly(2026, 11, 24))));
        Mediator.On<ViewMerchant.Query>(_ => Answer(merchant));
        Mediator.On<ListInstitutions.Query>(_ => Answer(MerchantSamples.Institutions));
    }

    [Fact]
    public void It_shows_the_profile_the_parts_and_the_change_log()
    {
        var page = Page();

        Assert.Equal("Noodle House", page.Find("h1").ChildNodes[0].TextContent.Trim());
        Assert.Contains("898210154110002", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Example Acquirer", page.Markup, StringComparison.Ordinal);
        Assert.Contains("****6789", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Changed: telephone", page.Markup, StringComparison.Ordinal);
        Assert.Contains("told by the owner", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void How_prepared_the_merchant_is_stands_there_in_words_with_what_is_missing()
    {
        var page = Page();

        Assert.Contains("Not ready", page.Find(".mark.tone-warn").TextContent, StringComparison.Ordinal);
        Assert.Contains("There is no back-up way to be paid", page.Markup, StringComparison.Ordinal);
        Assert.Contains($"/merchants/{merchant.Id.Value}/readiness", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_ended_is_kept_behind_a_summary() =>
        Assert.Contains("Old Market", Page().Find("details").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Telephone_and_mail_address_are_masked()
    {
        var page = Page();

        Assert.Contains("138****5678", page.Markup, StringComparison.Ordinal);
        Assert.Contains("w***@shop.example", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("13900001234", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contact_is_shown_in_full_after_a_reason_was_given()
    {
        Mediator.On<RevealContact.Command>(_ => Result.Ok);
        var page = Page();

        page.FindAll(".list-group .masked button")[0].Click();
        page.Find("[name='Reason']").Change("call about the case");
        page.Find("form").Submit();

        var sent = Mediator.Only<RevealContact.Command>();
        Assert.Equal((merchant.Id, merchant.Contacts[0].Id, "call about the case"), (sent.Id, sent.Contact!.Value, sent.Reason));
        Assert.Contains("13900001234", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_a_store_sends_what_was_typed_with_the_version_that_was_seen()
    {
        Mediator.On<AddStore.Command>(_ => Answer(StoreId.New()));
        var page = Page();

        Press(page, "Add a store");
        page.Find("[name='Store.Name']").Change("West Gate");
        page.Find("form").Submit();

        var sent = Mediator.Only<AddStore.Command>();
        Assert.Equal((merchant.Id, merchant.Version, new StoreForm("West Gate")), (sent.Id, sent.Version, sent.Store));
        Assert.Equal(2, Mediator.Sent.OfType<ViewMerchant.Query>().Count());
        Assert.Empty(page.FindAll(".dialog-body"));
    }

    [Fact]
    public void A_refused_field_is_said_beside_the_field_and_the_text_is_kept()
    {
        Mediator.On<AddTerminal.Command>(_ => Refuse<TerminalId>(new Invalid("Terminal.Number", "Terminal.NumberNeeded")));
        var page = Page();

        Press(page, "Add a terminal");
        page.Find("[name='Terminal.Brand']").Change("Brand");
        page.Find("form").Submit();

        Assert.Contains("Give the terminal number or the serial number", page.Find(".field-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("Brand", page.Find("[name='Terminal.Brand']").GetAttribute("value"));
    }

    [Fact]
    public void An_odd_number_asks_for_a_reason_and_goes_with_it_under_the_same_command_id()
    {
        Mediator.On<AddMerchantNumber.Command>(c => c.WarningReason is null
            ? Refuse<MerchantNumberId>(new WarningsToConfirm([new FieldError("Number.Value", "MerchantNumber.Shape", [])]))
            : Answer(MerchantNumberId.New()));
        var page = Page();

        Press(page, "Add a merchant number");
        Assert.Empty(page.FindAll("[name='WarningReason']"));
        page.Find("[name='Number.Acquirer']").Change($"{MerchantSamples.Acquirer.Value}");
        page.Find("[name='Number.Value']").Change("123");
        page.Find("form").Submit();
        Assert.Contains("Correct them, or say why", page.Find(".form-errors").TextContent, StringComparison.Ordinal);
        page.Find("[name='WarningReason']").Change("seen on the slip");
        page.Find("form").Submit();

        var sent = Mediator.Sent.OfType<AddMerchantNumber.Command>().ToList();
        Assert.Equal([null, "seen on the slip"], sent.Select(c => c.WarningReason));
        Assert.Equal(sent[0].CommandId, sent[1].CommandId);
        Assert.Equal(new MerchantNumberForm("123", MerchantSamples.Acquirer), sent[1].Number);
    }

    [Fact]
    public void A_conflict_offers_the_newer_record_and_keeps_the_text()
    {
        Mediator.On<ReviseMerchant.Command>(_ => (Result)new Conflict());
        var page = Page();

        Press(page, "Edit");
        page.Find("[name='Profile.Name']").Change("Noodle Palace");
        page.Find("form").Submit();
        Assert.True(page.Find("button[type=submit]").HasAttribute("disabled"));
        Press(page, "Load the newest version");

        Assert.Equal("Noodle Palace", page.Find("[name='Profile.Name']").GetAttribute("value"));
        Assert.False(page.Find("button[type=submit]").HasAttribute("disabled"));
        Assert.Equal(2, Mediator.Sent.OfType<ViewMerchant.Query>().Count());
    }

    [Fact]
    public void Ending_a_terminal_asks_first()
    {
        Mediator.On<EndTerminal.Command>(_ => Result.Ok);
        var page = Page();
        var row = page.FindAll(".list-group-item").Single(li => li.TextContent.Contains("12345678", StringComparison.Ordinal));

        row.QuerySelector("button")!.Click();
        Assert.Empty(Mediator.Sent.OfType<EndTerminal.Command>());
        page.Find(".dialog-footer .btn-primary").Click();

        Assert.Equal((merchant.Version, merchant.Terminals[0].Id), (Mediator.Only<EndTerminal.Command>().Version, Mediator.Only<EndTerminal.Command>().Terminal));
    }

    [Fact]
    public void What_one_may_not_see_is_refused_and_what_does_not_exist_is_not_found()
    {
        Mediator.On<ViewMerchant.Query>(_ => Refuse<MerchantDetails>(new NotPermitted()));
        Assert.Contains("You do not have access to this", Page().Markup, StringComparison.Ordinal);

        Mediator.On<ViewMerchant.Query>(_ => Refuse<MerchantDetails>(new NotFound("Merchant")));
        Assert.Contains("Not found", Page().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void It_speaks_chinese()
    {
        Speak("zh-CN");

        Assert.Contains("\u5546\u6237\u53F7", Page().Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<MerchantPage> Page() => Render<MerchantPage>(p => p.Add(page => page.Id, merchant.Id.Value));

    private static void Press(IRenderedComponent<MerchantPage> page, string text) =>
        page.FindAll("button").First(b => b.TextContent.Trim() == text).Click();
}
