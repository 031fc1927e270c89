using PosCases.Calendar;
using PosCases.Cases.Deadlines;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Deadlines;

public sealed class DeadlineStateTests
{
    private static readonly DateTimeOffset Due = Now.AddHours(10);
    private static readonly DateTimeOffset Warn = Now.AddHours(4);

    [Theory]
    [InlineData(0, DeadlineState.Running)]
    [InlineData(4, DeadlineState.Warning)]
    [InlineData(10, DeadlineState.Warning)] // its last moment still belongs to it
    [InlineData(11, DeadlineState.Breached)]
    public void A_clock_runs_warns_and_is_past(int hours, DeadlineState state) =>
        Assert.Equal(state, DeadlineStates.Of(Due, Warn, null, isPaused: false, Now.AddHours(hours)));

    [Fact]
    public void What_is_over_is_over_however_late_it_was() =>
        Assert.Equal(DeadlineState.Met, DeadlineStates.Of(Due, Warn, Now.AddHours(20), isPaused: false, Now.AddHours(30)));

    [Fact]
    public void What_stands_still_is_never_late() => Assert.Equal(DeadlineState.Paused, DeadlineStates.Of(Due, Warn, null, isPaused: true, Now.AddHours(30)));

    [Fact]
    public void Without_a_date_it_runs() => Assert.Equal(DeadlineState.Running, DeadlineStates.Of(null, null, null, isPaused: false, Now.AddDays(90)));

    [Theory]
    [InlineData(ClockKind.Legal, 30 * 24, 30 * 24 - 72)]
    [InlineData(ClockKind.Answer, 5 * 24, 4 * 24)]
    [InlineData(ClockKind.Promise, 5 * 24, 5 * 24 - 12)]
    [InlineData(ClockKind.Legal, 48, 24)] // never before half of its time is over
    public void One_is_warned_a_set_time_before_the_end(ClockKind kind, int length, int warned) =>
        Assert.Equal(Now.AddHours(warned), new WarningOptions().WarnOutside(kind, Now, Now.AddHours(length)));

    [Fact]
    public void Of_a_stage_one_is_warned_in_its_last_quarter_of_working_time()
    {
        // Nine working hours from Tuesday noon end on Wednesday noon; the last quarter begins 2 hours 15 minutes earlier.
        WorkingTime office = new(WorkCalendar.WeekendsOnly, new(9, 0), new(18, 0));

        Assert.Equal(Now.AddDays(1).AddMinutes(-135), new WarningOptions().WarnStage(TimeSpan.FromHours(9), Now.AddDays(1), office));
    }
}
