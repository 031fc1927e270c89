using FsCheck;
using FsCheck.Fluent;
using PosCases.Calendar;
using PosCases.Platform;

namespace PosCases.UnitTests.Calendar;

/// <summary>What the arithmetic of terms promises, whatever the day and the length are.</summary>
public sealed class TermProperties
{
    private static readonly Arbitrary<(DateOnly Day, int Amount)> Terms =
        (from day in Gen.Choose(0, 700) from amount in Gen.Choose(1, 90) select (new DateOnly(2024, 1, 1).AddDays(day), amount)).ToArbitrary();

    [Fact]
    public void A_term_that_rolls_over_never_ends_on_a_day_off() => Prop.ForAll(Terms, t =>
        new[] { TermUnit.Days, TermUnit.WorkingDays, TermUnit.Months }
            .All(unit => Shipped.Calendar.IsWorkingDay(new Term(t.Amount, unit).LastDay(t.Day, Shipped.Calendar)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Rolling_over_never_passes_a_working_day() => Prop.ForAll(Terms, t =>
    {
        var term = new Term(t.Amount, TermUnit.Days);
        var (plain, rolled) = (term.LastDay(t.Day, Shipped.Calendar, Rollover.None), term.LastDay(t.Day, Shipped.Calendar));
        return rolled >= plain && Enumerable.Range(0, rolled.DayNumber - plain.DayNumber).All(i => !Shipped.Calendar.IsWorkingDay(plain.AddDays(i)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_day_of_the_start_is_not_counted() => Prop.ForAll(Terms, t =>
    {
        var last = new Term(t.Amount, TermUnit.WorkingDays).LastDay(t.Day, Shipped.Calendar);
        return new Term(t.Amount, TermUnit.Days).LastDay(t.Day, Shipped.Calendar, Rollover.None).DayNumber - t.Day.DayNumber == t.Amount
            && Enumerable.Range(1, last.DayNumber - t.Day.DayNumber).Count(i => Shipped.Calendar.IsWorkingDay(t.Day.AddDays(i))) == t.Amount;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Months_end_on_the_corresponding_day_or_at_the_end_of_the_month() => Prop.ForAll(Terms, t =>
    {
        var last = new Term(t.Amount, TermUnit.Months).LastDay(t.Day, Shipped.Calendar, Rollover.None);
        var months = ((last.Year - t.Day.Year) * 12) + last.Month - t.Day.Month;
        return months == t.Amount && last.Day == Math.Min(t.Day.Day, DateTime.DaysInMonth(last.Year, last.Month));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hours_are_exact_whatever_the_day() => Prop.ForAll(Terms, t =>
    {
        var start = ShanghaiTime.At(t.Day, new TimeOnly(23, 17));
        return new Term(t.Amount, TermUnit.Hours).EndOf(start, Shipped.Calendar) - start == TimeSpan.FromHours(t.Amount);
    }).QuickCheckThrowOnFailure();
}
