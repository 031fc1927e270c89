using PosCases.Cases;
using PosCases.Cases.Resolution;
using PosCases.Merchants;
using PosCases.Platform;

namespace PosCases.Incidents;

/// <summary>What the report reads of a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Merchant">The merchant.</param>
/// <param name="MerchantName">Its name.</param>
/// <param name="Status">Work status.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="FiledAt">Handed in at.</param>
/// <param name="ClosedAt">Closed at.</param>
/// <param name="Told">What the merchant said was frozen, in yuan; counts while the ledger is empty.</param>
/// <param name="Ledger">The ledger, in the order of entering.</param>
public sealed record ReportInput(
    CaseId Case, string Number, MerchantId Merchant, string MerchantName, CaseStatus Status, Outcome? Outcome, DateTimeOffset FiledAt, DateTimeOffset? ClosedAt,
    decimal? Told, IReadOnlyList<ReportEntry> Ledger);

/// <summary>An entry of a ledger.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="On">When; Shanghai date.</param>
public sealed record ReportEntry(LedgerKind Kind, decimal Amount, DateOnly On);

/// <summary>One case in the report.</summary>
/// <param name="Case">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="MerchantName">The merchant.</param>
/// <param name="Status">Work status.</param>
/// <param name="Outcome">Outcome.</param>
/// <param name="Frozen">Yuan frozen: by the ledger, until there is one as the merchant said; none when unknown.</param>
/// <param name="Released">Yuan released by the ledger.</param>
/// <param name="Days">Days from filing until everything was free; none while it is not.</param>
public sealed record ReportLine(CaseId Case, string Number, string MerchantName, CaseStatus Status, Outcome? Outcome, decimal? Frozen, decimal Released, int? Days);

/// <summary>Cases at one stage, and of closed ones with one outcome.</summary>
/// <param name="Status">Work status.</param>
/// <param name="Outcome">Outcome of closed ones.</param>
/// <param name="Cases">How many.</param>
/// <param name="Frozen">Yuan frozen.</param>
/// <param name="Released">Yuan released.</param>
public sealed record ReportGroup(CaseStatus Status, Outcome? Outcome, int Cases, decimal Frozen, decimal Released);

/// <summary>How long it took until everything was free, in days from filing.</summary>
/// <param name="Count">Cases that are free.</param>
/// <param name="Median">Half took no longer.</param>
/// <param name="Lower">A quarter took no longer.</param>
/// <param name="Upper">Three quarters took no longer.</param>
/// <param name="Shortest">The shortest.</param>
/// <param name="Longest">The longest.</param>
public sealed record ReleaseTimes(int Count, double Median, double Lower, double Upper, int Shortest, int Longest);

/// <summary>What an incident adds up to. Pure: cases in, sums out.</summary>
/// <param name="Lines">The cases, the oldest first.</param>
/// <param name="Groups">By stage and outcome.</param>
/// <param name="Merchants">How many merchants.</param>
/// <param name="Unknown">Cases of which nobody knows how much is frozen.</param>
/// <param name="Times">How long it took; none while nothing is free.</param>
public sealed record IncidentReport(IReadOnlyList<ReportLine> Lines, IReadOnlyList<ReportGroup> Groups, int Merchants, int Unknown, ReleaseTimes? Times)
{
    /// <summary>Yuan frozen in all.</summary>
    public decimal Frozen => Lines.Sum(l => l.Frozen ?? 0m);

    /// <summary>Yuan released in all.</summary>
    public decimal Released => Lines.Sum(l => l.Released);

    /// <summary>Adds up.</summary>
    public static IncidentReport Of(IReadOnlyList<ReportInput> cases)
    {
        List<ReportLine> lines = [.. cases.Select(LineOf)];
        List<int> days = [.. lines.Select(l => l.Days).OfType<int>().Order()];
        return new IncidentReport(
            lines,
            [
                .. lines.GroupBy(l => (l.Status, l.Outcome)).OrderBy(g => g.Key.Status).ThenBy(g => g.Key.Outcome)
                    .Select(g => new ReportGroup(g.Key.Status, g.Key.Outcome, g.Count(), g.Sum(l => l.Frozen ?? 0m), g.Sum(l => l.Released))),
            ],
            cases.Select(c => c.Merchant).Distinct().Count(),
            lines.Count(l => l.Frozen is null),
            days.Count == 0 ? null : new ReleaseTimes(days.Count, At(days, 0.5), At(days, 0.25), At(days, 0.75), days[0], days[^1]));
    }

    private static ReportLine LineOf(ReportInput input)
    {
        var balance = Balance.Of(input.Ledger.Select(e => (e.Kind, e.Amount)));
        var frozen = balance.Frozen > 0 ? balance.Frozen : input.Told;
        return new ReportLine(
            input.Case, input.Number, input.MerchantName, input.Status, input.Outcome, frozen, balance.Released,
            FreeOn(input, balance) is { } day ? Math.Max(0, day.DayNumber - ShanghaiTime.DateOf(input.FiledAt).DayNumber) : null);
    }

    // Free is what the ledger shows released in full; where no money was frozen, what was closed as free.
    private static DateOnly? FreeOn(ReportInput input, Balance balance)
    {
        if (balance.Frozen > 0)
        {
            return balance.Remaining == 0 && balance.Released == balance.Frozen ? input.Ledger.Where(e => e.Kind == LedgerKind.Released).Max(e => e.On) : null;
        }

        return input is { Outcome: Outcome.FullyUnfrozen or Outcome.ExpiredByLaw, ClosedAt: { } closed } ? ShanghaiTime.DateOf(closed) : null;
    }

    // Between two cases it lies in between, as spreadsheets reckon it.
    private static double At(List<int> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var (low, high) = ((int)Math.Floor(place), (int)Math.Ceiling(place));
        return sorted[low] + ((sorted[high] - sorted[low]) * (place - low));
    }
}
