using PosCases.Cases.Reminders;

namespace PosCases.UnitTests.Cases.Reminders;

public sealed class ReminderDaysTests
{
    private static readonly int[] Steps = [-7, 0, 7, 28];
    private static readonly DateOnly Due = new(2026, 5, 20);

    [Theory]
    [InlineData(-8, null, -7)]
    [InlineData(-7, -7, 0)]
    [InlineData(-1, -7, 0)]
    [InlineData(0, 0, 7)]
    [InlineData(9, 7, 28)]
    [InlineData(28, 28, null)]
    [InlineData(200, 28, null)]
    public void The_last_reminder_whose_day_has_come_is_given_and_those_missed_are_not(int day, int? step, int? next)
    {
        var today = Due.AddDays(day);

        Assert.Equal(step, ReminderDays.StepOn(Steps, Due, today));
        Assert.Equal(next is { } days ? Due.AddDays(days) : null, ReminderDays.NextOn(Steps, Due, today));
    }

    [Fact]
    public void Whoever_looks_every_day_or_now_and_then_never_gives_a_reminder_twice_and_always_the_last()
    {
        var random = new Random(7);
        for (var run = 0; run < 200; run++)
        {
            List<int> given = [];
            DateOnly? next = null;
            for (var day = -20; day < 120; day += random.Next(1, 40))
            {
                var today = Due.AddDays(day);
                if ((given.Count == 0 && next is null) || next <= today)
                {
                    given.AddRange(ReminderDays.StepOn(Steps, Due, today) is { } step ? [step] : []);
                    next = ReminderDays.NextOn(Steps, Due, today);
                }
            }

            Assert.Equal(given.Distinct().Order(), given);
            Assert.Equal(28, given[^1]);
        }
    }

    [Theory]
    [InlineData(-1, ReminderStage.Soon)]
    [InlineData(0, ReminderStage.Due)]
    [InlineData(6, ReminderStage.Due)]
    [InlineData(7, ReminderStage.Late)]
    public void It_says_soon_before_the_day_due_within_a_week_and_late_after(int step, ReminderStage stage) => Assert.Equal(stage, ReminderDays.StageOf(step));

    [Theory]
    [InlineData("2026-05-20T07:59:00+08:00", false, false)]
    [InlineData("2026-05-20T08:00:00+08:00", true, false)]
    [InlineData("2026-05-20T09:00:00+08:00", true, true)]
    [InlineData("2026-05-20T20:59:00+08:00", true, true)]
    [InlineData("2026-05-20T21:00:00+08:00", false, false)]
    public void Nothing_is_sent_at_night(string at, bool reminds, bool mails) =>
        Assert.Equal((reminds, mails), (ReminderDays.IsDaytime(Moment(at)), ReminderDays.IsMailTime(Moment(at))));

    [Fact]
    public void What_is_found_before_nine_goes_with_the_mail_of_the_day_and_the_rest_with_the_next()
    {
        Assert.Equal(Due, ReminderDays.MailOn(Moment("2026-05-20T08:30:00+08:00")));
        Assert.Equal(Due.AddDays(1), ReminderDays.MailOn(Moment("2026-05-20T09:00:00+08:00")));
    }

    private static DateTimeOffset Moment(string at) => DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
}
