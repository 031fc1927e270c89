using PosCases.Cases;
using PosCases.Cases.Resolution;
using PosCases.Incidents;
using PosCases.Merchants;

namespace PosCases.UnitTests.Incidents;

public sealed class IncidentReportTests
{
    private static readonly DateTimeOffset Filed = new(2026, 11, 1, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2026, 11, 1);

    [Fact]
    public void Amounts_are_the_ledgers_and_until_there_is_one_what_was_told()
    {
        var report = IncidentReport.Of(
        [
            Input(CaseStatus.BankCommunication) with { Told = 500m, Ledger = [Frozen(400m), Released(150m, 3)] },
            Input(CaseStatus.BankCommunication) with { Told = 80m },
            Input(CaseStatus.Verification) with { Told = null },
        ]);

        Assert.Equal((480m, 150m, 1, 3), (report.Frozen, report.Released, report.Unknown, report.Merchants));
        Assert.Equal(
            [new ReportGroup(CaseStatus.Verification, null, 1, 0m, 0m), new ReportGroup(CaseStatus.BankCommunication, null, 2, 480m, 150m)], report.Groups);
        Assert.Null(report.Times);
    }

    [Fact]
    public void The_time_runs_to_the_day_on_which_everything_was_free()
    {
        var report = IncidentReport.Of(
        [
            .. new[] { 2, 4, 10 }.Select(days => Input(CaseStatus.Closed, Outcome.FullyUnfrozen) with { Ledger = [Frozen(100m), Released(40m, 1), Released(60m, days)] }),
            Input(CaseStatus.Closed, Outcome.FullyUnfrozen) with { ClosedAt = Filed.AddDays(6) },
            Input(CaseStatus.Closed, Outcome.PartlyUnfrozen) with { ClosedAt = Filed.AddDays(1), Ledger = [Frozen(100m), Released(40m, 1)] },
            Input(CaseStatus.Closed, Outcome.Deducted) with { ClosedAt = Filed.AddDays(1), Ledger = [Frozen(100m), new ReportEntry(LedgerKind.Deducted, 100m, Day)] },
        ]);

        Assert.Equal(new ReleaseTimes(4, 5, 3.5, 7, 2, 10), report.Times);
        Assert.Equal([2, 4, 10, 6, null, null], report.Lines.Select(l => l.Days));
    }

    private static ReportInput Input(CaseStatus status, Outcome? outcome = null) =>
        new(CaseId.New(), "FZ-2026-000001", MerchantId.New(), "Shop", status, outcome, Filed, null, null, []);

    private static ReportEntry Frozen(decimal amount) => new(LedgerKind.Frozen, amount, Day);

    private static ReportEntry Released(decimal amount, int days) => new(LedgerKind.Released, amount, Day.AddDays(days));
}
