using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases.Triage;
using PosCases.Institutions;
using PosCases.Web.Cases;
using PosCases.Web.Triage;

namespace PosCases.ComponentTests.Triage;

public sealed class TriagePagesTests : FeatureContext
{
    public TriagePagesTests()
        : base(isInteractive: false, services => services.AddCaseScreens())
    {
        Mediator.On<ListHotlines.Query>(_ => Answer<IReadOnlyList<ListHotlines.Line>>(
        [
            new("Example Police", "P", InstitutionKind.Police, null, "000-1", new DateOnly(2026, 11, 1), SourceConfidence.Secondary),
            new("Example Acquirer", "A", InstitutionKind.Acquirer, "North", "000-2", new DateOnly(2026, 11, 2), SourceConfidence.RuleText),
        ]));
    }

    [Fact]
    public void One_question_stands_on_a_screen_and_its_form_needs_nothing_but_html()
    {
        var page = Ask("/triage", null);

        Assert.Equal(["told", "ask", "given"], Names(page).Distinct());
        Assert.Equal(("get", "/triage/2"), (page.Find("form").GetAttribute("method"), page.Find("form").GetAttribute("action")));
        Assert.All(page.FindAll("[name=told]"), radio => Assert.True(radio.HasAttribute("required")));
        Assert.Single(page.FindAll(".btn-primary"));
    }

    [Fact]
    public void Earlier_answers_travel_hidden_and_going_back_keeps_them()
    {
        var page = Ask("/triage/2?told=Phone&ask=Fee&ask=Link&terminal=AllWorks", 2);

        Assert.Equal(["Phone", "Fee", "Link"], page.FindAll("input[type=hidden]").Select(i => i.GetAttribute("value")));
        Assert.True(page.Find("[name=terminal][value=AllWorks]").HasAttribute("checked"));
        Assert.Equal("/triage?told=Phone&ask=Fee&ask=Link&terminal=AllWorks", page.Find(".sticky-bar a").GetAttribute("href"));
    }

    [Theory]
    [InlineData("/triage/2", 2, "told")]
    [InlineData("/triage/3?told=App", 3, "terminal")]
    public void A_skipped_question_is_asked_first_and_it_is_said(string address, int step, string asked)
    {
        var page = Ask(address, step);

        Assert.Contains(asked, Names(page));
        Assert.NotEmpty(page.Find(".field-error").TextContent);
    }

    [Fact]
    public void What_is_no_answer_counts_as_open() =>
        Assert.Empty(Ask("/triage?told=7&ask=<script>&given=Everything&until=soon", 1).FindAll("[checked]"));

    [Fact]
    public void Whoever_gave_something_away_is_led_on_without_another_question()
    {
        Ask("/triage/2?told=Phone&given=Code", 2);

        Assert.EndsWith("/triage/result?told=Phone&given=Code", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void The_emergency_steps_come_before_everything_else_with_the_polices_line_from_the_directory()
    {
        var page = Result("told=Phone&ask=SmsCode&given=Code");

        var text = page.Markup;
        Assert.True(text.IndexOf("class=\"emergency", StringComparison.Ordinal) < text.IndexOf("class=\"note", StringComparison.Ordinal));
        Assert.Equal("tel:000-1", page.Find(".emergency .hotlines a").GetAttribute("href"));
        Assert.Contains("Freeze your own cards", page.Find(".emergency").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("told=Phone&ask=Fee&terminal=AllWorks&official=NotLooked", "This looks like a scam", "/triage/file")]
    [InlineData("told=NoNotice&terminal=NoNetwork&official=NothingUnusual", "the device or the network", "/device-check")]
    [InlineData("told=App&terminal=SalesRefused&official=MeasureNotice", "shows a measure", "/triage/file")]
    [InlineData("told=NoNotice&terminal=PayoutMissing&official=NotLooked", "must be asked", "/triage/file")]
    public void A_result_says_what_it_means_what_to_do_and_offers_one_thing_that_takes_the_answers_along(string answers, string says, string leads)
    {
        var page = Result(answers);

        Assert.Contains(says, page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.True(page.FindAll(".do-steps li").Count >= 3);
        Assert.Equal($"{leads}?{answers}", Assert.Single(page.FindAll(".btn-primary")).GetAttribute("href"));
    }

    [Fact]
    public void A_scam_shows_the_pattern_the_twelve_checks_and_the_polices_line()
    {
        var page = Result("told=Phone&ask=Fee&terminal=AllWorks&official=NotLooked");

        Assert.Contains("A fee to unfreeze", page.Find(".scam-reasons").TextContent, StringComparison.Ordinal);
        Assert.Equal(12, page.FindAll(".check-list li").Count);
        Assert.Contains(page.FindAll(".hotlines a"), line => line.GetAttribute("href") == "tel:000-1");
    }

    [Fact]
    public void Who_must_be_asked_is_shown_with_the_day_of_the_last_check()
    {
        var lines = Result("told=NoNotice&terminal=PayoutMissing&official=NotLooked").Find(".hotlines");

        Assert.Contains("Example Acquirer", lines.TextContent, StringComparison.Ordinal);
        Assert.Contains("Last checked", lines.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Maintenance_asks_until_when_and_offers_to_wait_or_a_reminder()
    {
        var page = Result("told=App&terminal=SalesRefused&official=MaintenanceNotice");

        Assert.Equal("/triage/file", page.Find("form").GetAttribute("action"));
        Assert.True(page.Find("[name=until]").HasAttribute("required"));
        Assert.Equal("/triage/reminder.ics", page.Find("[formaction]").GetAttribute("formaction"));
    }

    [Fact]
    public void Without_answers_the_result_leads_to_the_open_question()
    {
        Result("told=App");

        Assert.EndsWith("/triage/2?told=App", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_pattern_of_the_library_is_on_its_page_with_flags_advice_and_source()
    {
        var page = Render<ScamsPage>();

        Assert.All(ScamPatterns.All, pattern =>
        {
            var card = page.Find($"#{pattern.Code}").TextContent;
            Assert.Contains(pattern.Title.En, card, StringComparison.Ordinal);
            Assert.Contains(pattern.Do[0].En, card, StringComparison.Ordinal);
            Assert.Contains(pattern.Source.En, card, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_self_check_goes_step_by_step_and_can_end_at_each_of_them()
    {
        Navigation.NavigateTo("/device-check/2?power=Fine&case=FZ-2026-000007");
        var page = Render<DeviceCheckPage>(p => p.Add(c => c.Step, 2));

        Assert.Equal("/device-check/3", page.Find("form").GetAttribute("action"));
        Assert.Equal(["Fine", "FZ-2026-000007"], page.FindAll("input[type=hidden]").Select(i => i.GetAttribute("value")));
        var works = page.Find("button[name=works]");
        Assert.Equal("/device-check/result", works.GetAttribute("formaction"));
        Assert.True(works.HasAttribute("formnovalidate"));
    }

    [Fact]
    public void When_it_works_again_no_case_is_needed_and_otherwise_the_findings_go_into_one()
    {
        Assert.Equal("/", Device("power=Fine&works=1").Find(".btn-primary").GetAttribute("href"));
        Assert.Equal("/triage/file?power=Fault", Device("power=Fault").Find(".btn-primary").GetAttribute("href"));
    }

    IRenderedComponent<TriagePage> Ask(string address, int? step)
    {
        Navigation.NavigateTo(address);
        return Render<TriagePage>(p => p.Add(c => c.Step, step));
    }

    IRenderedComponent<TriageResultPage> Result(string answers)
    {
        Navigation.NavigateTo("/triage/result?" + answers);
        return Render<TriageResultPage>();
    }

    IRenderedComponent<DeviceResultPage> Device(string found)
    {
        Navigation.NavigateTo("/device-check/result?" + found);
        return Render<DeviceResultPage>();
    }

    static IEnumerable<string> Names(IRenderedComponent<TriagePage> page) => page.FindAll(".field [name]").Select(e => e.GetAttribute("name")!);

    NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();
}
