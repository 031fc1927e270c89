using PosCases.AfterCare;
using PosCases.Calendar;

namespace PosCases.UnitTests.AfterCare;

public sealed class CareDaysTests
{
    private static readonly DateOnly Closed = new(2026, 11, 2);

    [Fact]
    public void One_is_reminded_a_week_before_on_the_day_and_weekly_four_times_after_and_then_no_more()
    {
        var due = Closed.AddDays(30);
        List<int> days = [];
        for (var day = CareDays.NextReminder(due, Closed); day is { } reminded; day = CareDays.NextReminder(due, reminded))
        {
            days.Add(reminded.DayNumber - due.DayNumber);
        }

        Assert.Equal([-7, 0, 7, 14, 21, 28], days);
    }

    [Fact]
    public void What_is_handed_over_late_is_not_reminded_of_at_once_and_missed_reminders_are_not_made_up()
    {
        Assert.Equal(Closed.AddDays(3), CareDays.NextReminder(Closed.AddDays(3), Closed));
        Assert.Equal(Closed.AddDays(21), CareDays.NextReminder(Closed, Closed.AddDays(20)));
        Assert.Null(CareDays.NextReminder(Closed, Closed.AddDays(28)));
    }

    [Fact]
    public void A_recurring_task_counts_from_the_day_on_which_it_was_done()
    {
        Assert.Equal(new DateOnly(2027, 2, 28), CareDays.NextOccurrence(new DateOnly(2026, 11, 30), 3));
        Assert.Equal(new DateOnly(2027, 5, 2), CareDays.NextOccurrence(Closed, 6));
    }

    [Fact]
    public void The_self_inspection_comes_again_after_thirty_and_ninety_days_and_then_every_year()
    {
        Assert.Equal(Closed.AddDays(30), CareDays.NextInspection(Closed, Closed.AddDays(3)));
        Assert.Equal(Closed.AddDays(90), CareDays.NextInspection(Closed, Closed.AddDays(24)));
        Assert.Equal(Closed.AddDays(90).AddYears(1), CareDays.NextInspection(Closed, Closed.AddDays(90)));
    }

    [Fact]
    public void A_look_back_begins_on_a_working_day_and_leaves_the_merchant_five_of_them()
    {
        var opens = CareDays.LookBackOn(new DateOnly(2026, 11, 5), 30, WorkCalendar.WeekendsOnly);

        Assert.Equal(new DateOnly(2026, 12, 7), opens);
        Assert.Equal(new DateOnly(2026, 12, 14), CareDays.LookBackDue(opens, WorkCalendar.WeekendsOnly));
    }

    [Fact]
    public void However_late_a_task_is_handed_over_there_is_a_week_for_it()
    {
        Assert.Equal(Closed.AddDays(7), CareDays.NotBefore(Closed.AddDays(-20), Closed));
        Assert.Equal(Closed.AddDays(20), CareDays.NotBefore(Closed.AddDays(20), Closed));
    }
}
