using PosCases.Calendar;
using PosCases.Platform.Messages;
using PosCases.Web.Calendar;
using PosCases.Web.Shell;

namespace PosCases.ComponentTests.Calendar;

public sealed class CalendarPageTests : FeatureContext
{
    private static readonly ViewCalendarYear.Details Year = new(
        2026,
        new(Guid.NewGuid(), "来源", "A notice", Now),
        [new(new(2026, 10, 1), DayKind.Holiday, "国庆节", "National Day"), new(new(2026, 10, 10), DayKind.MakeUp, "国庆节", "National Day")],
        248,
        [new() { Year = 2026, Act = CalendarAct.HolidaysSet, From = new(2026, 10, 1), To = new(2026, 10, 1), Reason = "by the notice", ByName = "Zhao", At = Now }],
        [2025, 2026],
        MayManage: true);

    [Fact]
    public void A_year_shows_its_days_its_source_and_its_changes()
    {
        var page = Page(Year);

        Assert.Equal(12, page.FindAll(".calendar-month").Count);
        Assert.Contains("off", page.Find("td.calendar-holiday").TextContent, StringComparison.Ordinal);
        Assert.Contains("on", page.Find("td.calendar-makeup").TextContent, StringComparison.Ordinal);
        Assert.Contains("A notice", page.Markup, StringComparison.Ordinal);
        Assert.Contains("by the notice", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_that_is_not_announced_says_that_only_weekends_are_known()
    {
        Mediator.On<AnnounceYear.Command>(_ => Result.Ok);
        var page = Page(Year with { Year = 2027, Announced = null, Days = [], Changes = [] });

        page.FindAll("button").First(b => b.TextContent.Trim() == "Enter the announcement").Click();
        page.Find("dialog input").Change("Notice 9");
        page.Find("dialog form").Submit();

        Assert.Contains("Only weekends count for now", page.Markup, StringComparison.Ordinal);
        Assert.Equal((2027, "Notice 9"), (Mediator.Only<AnnounceYear.Command>().Year, Mediator.Only<AnnounceYear.Command>().Source));
    }

    [Fact]
    public void A_single_day_is_added_with_a_reason()
    {
        Mediator.On<SetDays.Command>(_ => Result.Ok);
        var page = Page(Year);

        page.FindAll("button").First(b => b.TextContent.Trim() == "Add days").Click();
        page.Find("dialog input[type=date]").Change("2026-12-16");
        page.FindAll("dialog input:not([type=date]):not([type=radio])")[0].Change("A day");
        page.FindAll("dialog input:not([type=date]):not([type=radio])")[1].Change("a notice");
        page.Find("dialog form").Submit();

        Assert.Equal(
            new SetDays.Command(Year.Announced!.Version, new(2026, 12, 16), new(2026, 12, 16), DayKind.Holiday, "A day", "a notice") { CommandId = default },
            Mediator.Only<SetDays.Command>() with { CommandId = default });
    }

    [Fact]
    public void Who_may_not_manage_gets_no_buttons() => Assert.Empty(Page(Year with { MayManage = false }).FindAll("button"));

    private IRenderedComponent<CalendarPage> Page(ViewCalendarYear.Details year)
    {
        Authorization.SetAuthorized("zhao").SetRoles(NavRoles.Supervisor);
        Mediator.On<ViewCalendarYear.Query>(_ => Answer(year));
        return Render<CalendarPage>();
    }
}
