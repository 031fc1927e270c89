using PosCases.Calendar;
using PosCases.Insight;
using PosCases.Insight.Reports;
using PosCases.Platform;
using PosCases.Platform.Security;

namespace PosCases.UnitTests.Insight;

public sealed class ReportScheduleTests
{
    private static readonly Actor Zhao = new(Guid.NewGuid(), "Zhao", Role.Supervisor, null);

    // The first week of October is off.
    private static readonly WorkCalendar Calendar = new(Enumerable.Range(1, 7).Select(d => new DateOnly(2026, 10, d)), [new DateOnly(2026, 10, 10)]);

    [Fact]
    public void The_next_sending_is_always_later_never_more_than_two_weeks_and_never_on_a_day_off()
    {
        var random = new Random(3);
        for (var n = 0; n < 2000; n++)
        {
            var after = new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(60 * 24 * 90));
            var (weekday, hour) = ((DayOfWeek)random.Next(7), random.Next(24));

            var next = ReportSchedule.NextAfter(after, weekday, hour, Calendar);

            Assert.True(next > after && next < after.AddDays(15), $"{after:O} {weekday} {hour}: {next:O}");
            Assert.True(Calendar.IsWorkingDay(ShanghaiTime.DateOf(next)));
            Assert.Equal(hour, next.ToOffset(TimeSpan.FromHours(8)).Hour);
        }
    }

    [Fact]
    public void A_day_off_is_made_up_for_on_the_next_working_day()
    {
        var next = ReportSchedule.NextAfter(new DateTimeOffset(2026, 9, 30, 4, 0, 0, TimeSpan.Zero), DayOfWeek.Thursday, 9, Calendar);

        Assert.Equal(ShanghaiTime.At(new DateOnly(2026, 10, 8), new TimeOnly(9, 0)), next);
    }

    [Fact]
    public void One_week_is_reported_once_however_often_it_is_tried()
    {
        var at = new DateTimeOffset(2026, 11, 9, 0, 0, 0, TimeSpan.Zero);
        var schedule = ReportSchedule.Of(Board.Flow, DayOfWeek.Monday, 9, [Guid.NewGuid()], Calendar, Zhao, at);

        var first = schedule.Send(Calendar, schedule.NextAt);
        var again = schedule.Send(Calendar, at.AddDays(2));
        var later = schedule.Send(Calendar, schedule.NextAt);
        schedule.End(schedule.NextAt);

        Assert.Equal(new DaySpan(new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 8)), first);
        Assert.Null(again);
        Assert.Equal(new DaySpan(new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 15)), later);
        Assert.Null(schedule.Send(Calendar, schedule.NextAt));
    }
}
