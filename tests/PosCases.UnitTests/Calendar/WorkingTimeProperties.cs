using FsCheck;
using FsCheck.Fluent;
using PosCases.Calendar;
using PosCases.Platform;

namespace PosCases.UnitTests.Calendar;

/// <summary>What counting in office hours promises, whatever the moments and the holidays are.</summary>
public sealed class WorkingTimeProperties
{
    private static readonly TimeOnly Opens = new(9, 0);
    private static readonly TimeOnly Closes = new(18, 0);
    private static readonly WorkingTime Office = new(Shipped.Calendar, Opens, Closes);

    // Moments to the second within the shipped years, and spans of up to 30 working days.
    private static readonly Gen<DateTimeOffset> Moments =
        from second in Gen.Choose(0, 2 * 365 * 86_400)
        select new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(second);

    private static readonly Gen<TimeSpan> Spans = from second in Gen.Choose(1, 30 * 9 * 3_600) select TimeSpan.FromSeconds(second);

    private static readonly Arbitrary<(DateTimeOffset At, TimeSpan Span)> Added = (from at in Moments from span in Spans select (at, span)).ToArbitrary();

    private static readonly Arbitrary<(DateTimeOffset A, DateTimeOffset B, DateTimeOffset C)> Three =
        (from a in Moments from b in Moments from c in Moments let sorted = new[] { a, b, c }.Order().ToArray() select (sorted[0], sorted[1], sorted[2]))
        .ToArbitrary();

    [Fact]
    public void Adding_and_then_measuring_gives_back_what_was_added() =>
        Prop.ForAll(Added, x => Office.Between(x.At, Office.Add(x.At, x.Span)) == x.Span).QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_back_and_then_measuring_gives_back_what_was_taken() =>
        Prop.ForAll(Added, x => Office.Between(Office.Add(x.At, -x.Span), x.At) == x.Span).QuickCheckThrowOnFailure();

    [Fact]
    public void An_end_is_never_outside_office_hours() => Prop.ForAll(Added, x =>
    {
        var end = TimeZoneInfo.ConvertTime(Office.Add(x.At, x.Span), ShanghaiTime.Zone);
        var time = TimeOnly.FromDateTime(end.DateTime);
        return Shipped.Calendar.IsWorkingDay(DateOnly.FromDateTime(end.DateTime)) && time > Opens && time <= Closes;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_later_start_or_a_longer_span_never_ends_earlier() => Prop.ForAll(Three, Added, (x, y) =>
        Office.Add(x.A, y.Span) <= Office.Add(x.B, y.Span) && Office.Add(x.A, y.Span) <= Office.Add(x.A, y.Span + TimeSpan.FromMinutes(1)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_measured_in_two_parts_adds_up() =>
        Prop.ForAll(Three, x => Office.Between(x.A, x.B) + Office.Between(x.B, x.C) == Office.Between(x.A, x.C)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_pause_moves_the_end_by_exactly_the_working_time_that_was_paused() => Prop.ForAll(Three, Added, (x, y) =>
    {
        var due = Office.Add(x.A, y.Span);
        var left = Office.Between(x.B, due);
        var moved = Office.Add(x.C, left);

        return Office.Between(due, moved) == Office.Between(x.B, x.C);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_hour_before_closing_runs_on_the_next_working_morning()
    {
        // Wednesday 30 September 2026, 17:30 in Shanghai; National Day until 7 October.
        var end = Office.Add(ShanghaiTime.At(new(2026, 9, 30), new(17, 30)), TimeSpan.FromHours(1));

        Assert.Equal(ShanghaiTime.At(new(2026, 10, 8), new(9, 30)), end);
    }
}

/// <summary>The calendar that the product ships.</summary>
internal static class Shipped
{
    public static readonly WorkCalendar Calendar = new(
        CalendarLibrary.Load().SelectMany(y => y.Holidays)
            .SelectMany(h => Enumerable.Range(0, h.To.DayNumber - h.From.DayNumber + 1).Select(h.From.AddDays)),
        CalendarLibrary.Load().SelectMany(y => y.Holidays).SelectMany(h => h.Worked));
}
