using FsCheck;
using FsCheck.Fluent;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Measures;
using PosCases.Cases.Verification;
using PosCases.Platform;
using PosCases.Platform.Security;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Measures;

/// <summary>What holds of every freeze, whenever it starts and however often it is renewed.</summary>
public sealed class FreezeTermProperties
{
    private static readonly Arbitrary<(DateOnly Start, int Months)> Freezes =
        (from day in Gen.Choose(0, 3650) from months in Gen.Choose(1, 24) select (new DateOnly(2020, 1, 1).AddDays(day), months)).ToArbitrary();

    private static readonly Arbitrary<(DateOnly Start, int[] Renewals)> Renewed =
        (from day in Gen.Choose(0, 3650) from renewals in Gen.Choose(1, 12).ArrayOf(4) select (new DateOnly(2020, 1, 1).AddDays(day), renewals)).ToArbitrary();

    private static readonly Arbitrary<(DateTimeOffset Start, int Hours)> Stops =
        (from minute in Gen.Choose(0, 5_000_000) from hours in Gen.Choose(1, 200) select (new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute), hours)).ToArbitrary();

    [Fact]
    public void Months_end_on_the_corresponding_day_or_the_end_of_the_month_and_are_never_rolled() => Prop.ForAll(Freezes, freeze =>
    {
        var day = End(freeze.Start, freeze.Months).Day;
        var month = freeze.Start.AddMonths(freeze.Months);
        return (day.Year, day.Month) == (month.Year, month.Month)
            && (day.Day == freeze.Start.Day || (day.Day < freeze.Start.Day && day.Day == DateTime.DaysInMonth(day.Year, day.Month)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Hours_run_from_the_moment_itself() => Prop.ForAll(Stops, stop =>
        FreezeTerms.End(stop.Start, null, null, new Term(stop.Hours, TermUnit.Hours), null) is { IsMoment: true } expiry
        && expiry.At - stop.Start == TimeSpan.FromHours(stop.Hours)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_longer_term_never_ends_earlier() => Prop.ForAll(Freezes, freeze =>
        End(freeze.Start, freeze.Months + 1).At > End(freeze.Start, freeze.Months).At).QuickCheckThrowOnFailure();

    [Fact]
    public void A_day_that_the_document_names_wins_over_every_count() => Prop.ForAll(Freezes, freeze =>
        FreezeTerms.End(null, freeze.Start, freeze.Start.AddDays(freeze.Months), new Term(freeze.Months, TermUnit.Months), null)
            is { Basis: ExpiryBasis.DocumentEnd } expiry && expiry.Day == freeze.Start.AddDays(freeze.Months)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_renewal_starts_the_day_after_the_earlier_term_ends_and_ends_later() => Prop.ForAll(Renewed, freeze =>
    {
        var (made, measure) = Police(freeze.Start);
        foreach (var months in freeze.Renewals)
        {
            var before = measure.Expiry!;
            Stage.Do(made.RecordRenewal(measure.Id, new RenewalRecord { Term = new Term(months, TermUnit.Months) }, Li, Now));
            var renewal = measure.Renewals[^1];
            if (renewal.StartsOn != before.Day.AddDays(1) || measure.Expiry!.Day != renewal.StartsOn.AddMonths(months) || measure.Expiry.At <= before.At)
            {
                return false;
            }
        }

        return measure.Renewals.Select(r => r.Number).SequenceEqual(Enumerable.Range(1, freeze.Renewals.Length));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_stop_that_is_repeated_without_a_moment_runs_on_from_the_earlier_end() => Prop.ForAll(Stops, stop =>
    {
        var (made, measure) = Made(new MeasureRecord
        {
            Kind = MeasureKind.EmergencyStopPayment,
            ImposedBy = ImposedBy.Police,
            DocumentNumber = "1",
            StartsAt = stop.Start,
        });
        Stage.Do(made.RecordRenewal(measure.Id, new RenewalRecord(), Li, Now));
        Stage.Do(made.RecordRenewal(measure.Id, new RenewalRecord(), Li, Now));
        return measure.Expiry!.At == stop.Start.AddHours(3 * 48) && MeasureDoubt.Of(measure).Count == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_watch_asks_ten_days_before_and_on_the_day_after() => Prop.ForAll(Freezes, freeze =>
    {
        var (made, measure) = Police(freeze.Start);
        var expiry = measure.Expiry!.Day;
        var early = measure.WatchAt == ShanghaiTime.StartOf(expiry.AddDays(-10));
        Stage.Do(made.RaiseRenewalAsks(Actor.System, measure.WatchAt!.Value.AddSeconds(-1)));
        var none = made.RenewalAsks.Count == 0;
        Stage.Do(made.RaiseRenewalAsks(Actor.System, ShanghaiTime.StartOf(expiry.AddDays(-10))));
        var late = measure.WatchAt == ShanghaiTime.StartOf(expiry.AddDays(1));
        Stage.Do(made.RaiseRenewalAsks(Actor.System, ShanghaiTime.StartOf(expiry.AddDays(1))));
        return early && none && late && measure.WatchAt is null
            && made.RenewalAsks.Select(a => a.Kind).SequenceEqual([RenewalAskKind.BeforeExpiry, RenewalAskKind.AfterExpiry])
            && made.RenewalAsks.Count(a => a.Answer is null) == 1;
    }).QuickCheckThrowOnFailure();

    internal static (Case Made, Measure Measure) Made(MeasureRecord record)
    {
        var made = Stage.Verification();
        Stage.Do(made.RecordMeasure(made.Measures[0].Id, record, Li, Now));
        return (made, made.Measures[0]);
    }

    internal static (Case Made, Measure Measure) Police(DateOnly start) => Made(new MeasureRecord
    {
        Kind = MeasureKind.JudicialFreeze,
        ImposedBy = ImposedBy.Police,
        DocumentNumber = "1",
        Since = start,
        Term = new Term(6, TermUnit.Months),
    });

    private static Expiry End(DateOnly start, int months) => FreezeTerms.End(null, start, null, new Term(months, TermUnit.Months), null)!;
}
