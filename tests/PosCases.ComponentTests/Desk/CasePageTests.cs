using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Resolution;
using PosCases.Cases.Verification;
using PosCases.Platform.Messages;
using PosCases.Playbooks;
using PosCases.Web.Desk;

namespace PosCases.ComponentTests.Desk;

public sealed class CasePageTests : DeskContext
{
    [Fact]
    public void The_five_answers_open_the_case()
    {
        Given(CaseWorld.NewCase(), Li);

        var page = Open();

        Assert.Contains("FZ-2026-000123", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.FindAll(".five > div").Count);
        Assert.NotEmpty(page.FindAll(".clocks"));
    }

    [Fact]
    public void A_case_that_is_not_there_or_not_for_him_is_not_found()
    {
        SignIn(Li);
        Mediator.On<ViewCase.Query>(_ => Refuse<CaseView>(new NotFound("Case")));

        Assert.Contains("/desk", Open().Find(".state a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Taking_up_is_the_primary_action_of_a_filed_case()
    {
        var filed = CaseWorld.NewCase();
        Given(filed, Li);
        Mediator.On<StartVerification.Command>(_ => Result.Ok);
        var page = Open();

        Primary(page).Click();
        page.Find("dialog form").Submit();

        Assert.Equal(filed.Version, Mediator.Only<StartVerification.Command>().Version);
        Assert.Empty(page.FindAll("dialog[open], dialog .dialog-body"));
        Assert.Equal(2, Mediator.Sent.OfType<ViewCase.Query>().Count());
    }

    [Fact]
    public void An_action_that_lacks_something_says_what_and_offers_the_remedy()
    {
        Given(CaseWorld.NewCase().TakenUpBy(Li), Li);

        var page = Open();

        Assert.NotEmpty(page.Find(".lack").TextContent);
        Assert.Equal("Confirm genuine", page.Find(".sticky-actions > .btn[disabled]").TextContent.Trim());
        Assert.Equal("Record a check", Primary(page).TextContent.Trim());
    }

    [Fact]
    public void A_ready_case_is_confirmed()
    {
        var ready = CaseWorld.NewCase().TakenUpBy(Li).Understood(Li);
        Given(ready, Li);
        Mediator.On<ConfirmGenuine.Command>(_ => Result.Ok);
        var page = Open();

        Primary(page).Click();
        page.Find("dialog form").Submit();

        Assert.Equal((ready.Id, ready.Version), (Mediator.Only<ConfirmGenuine.Command>().Id, Mediator.Only<ConfirmGenuine.Command>().Version));
    }

    [Fact]
    public void A_fake_notice_has_its_own_way_out_with_the_red_flags_ticked()
    {
        Given(CaseWorld.NewCase(123, Demand.Fee, Demand.SmsCode).TakenUpBy(Li).Checked(Li, CheckAnswer.Denies).Judged(Li, Authenticity.Fake), Li);
        Mediator.On<ConfirmFake.Command>(_ => Result.Ok);
        var page = Open();

        Assert.Equal("Confirm a fake notice", Primary(page).TextContent.Trim());
        Primary(page).Click();
        page.Find("dialog form").Submit();

        Assert.Equal([Demand.SmsCode, Demand.Fee], Mediator.Only<ConfirmFake.Command>().Flags.Order());
        Assert.NotEmpty(Mediator.Only<ConfirmFake.Command>().Advice);
    }

    [Fact]
    public void A_fake_notice_that_was_returned_starts_from_what_was_said_last_time()
    {
        var returned = CaseWorld.NewCase(123, Demand.Fee, Demand.SmsCode).TakenUpBy(Li).Checked(Li, CheckAnswer.Denies).Judged(Li, Authenticity.Fake)
            .FakeReturned(Li, Wang, [Demand.ScreenShare], "Hang up and call 110");
        Given(returned, Li);
        Mediator.On<ConfirmFake.Command>(_ => Result.Ok);
        var page = Open();

        Primary(page).Click();
        page.Find("dialog form").Submit();

        Assert.Equal([Demand.ScreenShare], Mediator.Only<ConfirmFake.Command>().Flags);
        Assert.Equal("Hang up and call 110", Mediator.Only<ConfirmFake.Command>().Advice);
    }

    [Fact]
    public void Who_does_not_own_the_case_may_only_read_it()
    {
        Given(CaseWorld.NewCase().TakenUpBy(Wang), Li);

        var page = Open();

        Assert.Empty(page.FindAll(".sticky-bar"));
        Assert.Empty(page.FindAll(".case-body button"));
    }

    [Fact]
    public void A_closed_case_is_locked_and_a_supervisor_may_reopen_it()
    {
        var closed = CaseWorld.InReview(Li, Wang).Closed(Wang);
        Given(closed, Wang);
        Mediator.On<ReopenCase.Command>(_ => Result.Ok);
        var page = Open();

        Assert.Contains("closed and locked", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".case-body button"));
        MenuItem(page, "Reopen").Click();
        page.Find("dialog textarea").Change("new facts");
        page.Find("dialog form").Submit();

        Assert.Equal("new facts", Mediator.Only<ReopenCase.Command>().Reason);
    }

    [Fact]
    public void An_agent_cannot_reopen_a_closed_case()
    {
        Given(CaseWorld.InReview(Li, Wang).Closed(Wang), Li);

        Assert.Empty(Open().FindAll(".sticky-bar"));
    }

    [Fact]
    public void What_a_field_lacks_stands_beside_it_and_the_text_stays()
    {
        Given(CaseWorld.NewCase().TakenUpBy(Li), Li);
        WaitCase.Validator rules = new(Services.GetRequiredService<TimeProvider>());
        Mediator.On<WaitCase.Command>(c => rules.Validate(c).Errors is { Count: > 0 } wrong
            ? new Invalid([.. wrong.Select(w => new FieldError(w.PropertyName, w.ErrorCode, []))])
            : Result.Ok);
        var page = Open();

        MenuItem(page, "Wait").Click();
        page.Find("dialog textarea").Change("the bank's letter");
        page.Find("dialog form").Submit();

        Assert.Contains("Please fill this in", page.Find("#f-Until-error").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.Find("#f-For-error").TextContent);
        page.Find("dialog input[type=date]").Change("2026-11-24");
        page.Find("dialog form").Submit();
        Assert.Contains("after today", page.Find("#f-Until-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-11-24", page.Find("dialog input[type=date]").GetAttribute("value"));
        Assert.Equal("the bank's letter", page.Find("dialog textarea").GetAttribute("value"));
    }

    [Fact]
    public void A_second_try_has_the_same_command_id()
    {
        Given(CaseWorld.NewCase().TakenUpBy(Li), Li);
        Mediator.On<WaitCase.Command>(_ => throw new TimeoutException());
        var page = Open();
        MenuItem(page, "Wait").Click();

        page.Find("dialog form").Submit();
        Assert.Contains("it will not take effect twice", page.Markup, StringComparison.Ordinal);
        Mediator.On<WaitCase.Command>(_ => Result.Ok);
        page.Find("dialog form").Submit();

        Assert.Single(Mediator.Sent.OfType<WaitCase.Command>().Select(c => c.CommandId).Distinct());
        Assert.Empty(page.FindAll("dialog .dialog-body"));
    }

    [Fact]
    public void After_a_conflict_the_text_stays_and_the_case_can_be_read_anew()
    {
        var found = CaseWorld.NewCase().TakenUpBy(Li);
        Given(found, Li);
        Mediator.On<WaitCase.Command>(c => c.Version == found.Version ? Result.Ok : new Conflict());
        var page = Open();
        MenuItem(page, "Wait").Click();
        page.Find("dialog textarea").Change("the bank's letter");

        var seen = found.Version;
        found.Checked(Li);
        Mediator.On<WaitCase.Command>(c => c.Version == seen ? new Conflict() : Result.Ok);
        page.Find("dialog form").Submit();
        Assert.Equal("the bank's letter", page.Find("dialog textarea").GetAttribute("value"));
        page.Find("dialog .note-actions button").Click();
        page.Find("dialog form").Submit();

        Assert.Equal([seen, found.Version], Mediator.Sent.OfType<WaitCase.Command>().Select(c => c.Version));
        Assert.Equal("the bank's letter", Mediator.Sent.OfType<WaitCase.Command>().Last().Reason);
    }

    [Fact]
    public void A_colleagues_change_shows_at_once_when_no_dialog_is_open()
    {
        var found = CaseWorld.NewCase().TakenUpBy(Li);
        Given(found, Li);
        var page = Open();

        found.Checked(Li);
        Announce(found);

        page.WaitForAssertion(() => Assert.Contains("95500", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_colleagues_change_is_only_announced_while_a_dialog_is_open()
    {
        var found = CaseWorld.NewCase().TakenUpBy(Li);
        Given(found, Li);
        var page = Open();
        MenuItem(page, "Wait").Click();

        found.Checked(Li);
        Announce(found);

        page.WaitForAssertion(() => Assert.Contains("Someone else has just changed this", page.Find("dialog").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
        Assert.NotEmpty(page.FindAll("dialog textarea"));
    }

    [Fact]
    public void Papers_owed_lock_the_submission()
    {
        Given(CaseWorld.NewCase().TakenUpBy(Li).Understood(Li).Collecting(Li), Li);

        var page = Open("?tab=evidence");

        Assert.Equal("Submit to institution", page.Find(".sticky-actions > .btn[disabled]").TextContent.Trim());
        Assert.Single(page.FindAll(".paper"));
    }

    [Fact]
    public void Only_a_supervisor_may_waive_a_paper()
    {
        var collecting = CaseWorld.NewCase().TakenUpBy(Li).Understood(Li).Collecting(Li);
        Mediator.On<WaiveEvidence.Command>(_ => Result.Ok);
        Given(collecting, Li);
        Assert.DoesNotContain(Open("?tab=evidence").FindAll(".paper-actions button"), b => b.TextContent.Contains("Waive", StringComparison.Ordinal));

        Given(collecting, Wang);
        var page = Open("?tab=evidence");
        page.FindAll(".paper-actions button").Single(b => b.TextContent.Contains("Waive", StringComparison.Ordinal)).Click();
        page.Find("dialog textarea").Change("seen at the counter");
        page.Find("dialog form").Submit();

        Assert.Equal("seen at the counter", Mediator.Only<WaiveEvidence.Command>().Reason);
    }

    [Fact]
    public void An_institutions_answer_is_the_primary_action_while_it_is_owed()
    {
        Given(CaseWorld.NewCase().TakenUpBy(Li).Understood(Li).Collecting(Li).Submitted(Li, Wang), Li);
        Mediator.On<RecordAnswer.Command>(_ => Result.Ok);
        var page = Open("?tab=communication");

        Assert.Contains("Please review", page.Markup, StringComparison.Ordinal);
        Primary(page).Click();
        page.FindAll("dialog input[type=radio]")[1].Change(true);
        page.Find("dialog form").Submit();

        Assert.Equal(InstitutionAnswer.Lifted, Mediator.Only<RecordAnswer.Command>().Answer);
    }

    [Fact]
    public void A_message_goes_out_and_the_box_is_empty_again()
    {
        Given(CaseWorld.NewCase(), Li);
        Mediator.On<PosCases.Cases.Conversation.PostMessage.Command>(_ => Result.Ok);
        var page = Open();

        page.Find("#f-Message").Input("We are on it");
        page.FindAll(".compose")[0].Submit();

        Assert.Equal("We are on it", Mediator.Only<PosCases.Cases.Conversation.PostMessage.Command>().Text);
        Assert.True(string.IsNullOrEmpty(page.Find("#f-Message").GetAttribute("value")));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_tab_is_written_in_both_languages(string culture)
    {
        Speak(culture);
        Given(CaseWorld.InReview(Li, Wang), Wang);
        Mediator.On<ViewTimeline.Query>(_ => Answer<IReadOnlyList<CaseEvent>>([]));

        foreach (var tab in Enum.GetValues<CaseTab>())
        {
            Assert.DoesNotContain(Open($"?tab={tab}").FindAll("h1, h2, h3, dt, button, label, summary, p, li"), e => LooksLikeAKey(e.TextContent.Trim()));
        }
    }

    IRenderedComponent<CasePage> Open(string query = "")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/desk/cases/FZ-2026-000123{query}");
        return Render<CasePage>(p => p.Add(c => c.Number, "FZ-2026-000123"));
    }

    static AngleSharp.Dom.IElement Primary(IRenderedComponent<CasePage> page) => page.Find(".sticky-actions > .btn-primary");

    static AngleSharp.Dom.IElement MenuItem(IRenderedComponent<CasePage> page, string verb) =>
        page.FindAll(".menu-item").Single(item => item.QuerySelector("span")!.TextContent.StartsWith(verb, StringComparison.Ordinal));

    static bool LooksLikeAKey(string text) => text.Contains('.', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal) && char.IsAsciiLetterUpper(text[0])
        && text.All(c => char.IsAsciiLetter(c) || c == '.') && text.IndexOf('.', StringComparison.Ordinal) < text.Length - 1;
}
