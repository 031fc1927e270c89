using Microsoft.Extensions.DependencyInjection;
using PosCases.Calendar;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Calendar;

public sealed class CalendarMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task The_shipped_years_are_there_from_the_start_and_stay_as_people_edited_them()
    {
        var before = await YearAsync(2025);
        await app.As("zhao").Send(new RemoveDay.Command(before.Announced!.Version, new(2025, 1, 1), "a test"));

        var imported = (await app.As(Caller.System).Send(new ImportCalendar.Command())).Value;

        Assert.Contains(new DateOnly(2025, 1, 1), before.Days.Select(d => d.Date));
        Assert.Equal(0, imported);
        Assert.DoesNotContain(new DateOnly(2025, 1, 1), (await YearAsync(2025)).Days.Select(d => d.Date));
    }

    [Fact]
    public async Task Whoever_asks_for_the_calendar_gets_the_change_at_once()
    {
        var day = new DateOnly(2026, 12, 16);
        var before = Calendar().IsWorkingDay(day);

        Assert.Null((await SetAsync(day, DayKind.Holiday)).Error);
        var holiday = Calendar().IsWorkingDay(day);
        Assert.Null((await app.As("zhao").Send(new RemoveDay.Command((await YearAsync(2026)).Announced!.Version, day, "a mistake"))).Error);

        Assert.Equal((true, false, true), (before, holiday, Calendar().IsWorkingDay(day)));
        Assert.Equal(
            [(CalendarAct.DayRemoved, "a mistake"), (CalendarAct.HolidaysSet, "a notice")],
            (await YearAsync(2026)).Changes.Where(c => c.From == day).Select(c => (c.Act, c.Reason)));
    }

    [Fact]
    public async Task A_year_is_weekends_only_until_it_is_announced()
    {
        var before = await YearAsync(2031);
        var early = await app.As("admin").Send(new SetDays.Command(Guid.NewGuid(), new(2031, 1, 1), new(2031, 1, 1), DayKind.Holiday, "n", "r"));

        Assert.Null((await app.As("admin").Send(new AnnounceYear.Command(2031, "Notice 7"))).Error);

        Assert.Null(before.Announced);
        Assert.Equal(new YearNotAnnounced(2031), early.Error);
        Assert.Equal("Notice 7", (await YearAsync(2031)).Announced!.SourceEn);
        Assert.IsType<Conflict>((await app.As("admin").Send(new AnnounceYear.Command(2031, "again"))).Error);
    }

    [Fact]
    public async Task An_outdated_version_changes_nothing()
    {
        var seen = (await YearAsync(2024)).Announced!.Version;
        Assert.Null((await app.As("sun").Send(new SetDays.Command(seen, new(2024, 3, 1), new(2024, 3, 1), DayKind.Holiday, "n", "r"))).Error);

        var late = await app.As("zhao").Send(new SetDays.Command(seen, new(2024, 3, 4), new(2024, 3, 4), DayKind.Holiday, "n", "r"));

        Assert.IsType<Conflict>(late.Error);
        Assert.DoesNotContain(new DateOnly(2024, 3, 4), (await YearAsync(2024)).Days.Select(d => d.Date));
    }

    [Fact]
    public async Task Agents_look_and_merchants_do_not_even_look()
    {
        Assert.False((await app.As("li").Send(new ViewCalendarYear.Query(2026))).Value.MayManage);
        Assert.IsType<NotPermitted>((await app.As("li").Send(new AnnounceYear.Command(2032, "n"))).Error);
        Assert.IsType<NotPermitted>((await app.As("huanan").Send(new ViewCalendarYear.Query(2026))).Error);
    }

    private WorkCalendar Calendar() => app.Services.GetRequiredService<WorkCalendar>();

    private async Task<ViewCalendarYear.Details> YearAsync(int year) => (await app.As("zhao").Send(new ViewCalendarYear.Query(year))).Value;

    private async Task<Result> SetAsync(DateOnly day, DayKind kind) => await app.As("zhao").Send(
        new SetDays.Command((await YearAsync(day.Year)).Announced!.Version, day, day, kind, "a day", "a notice"));
}
