using PosCases.Cases;
using PosCases.Cases.Import;
using PosCases.Cases.Resolution;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Import;

/// <summary>A case that was taken over is there as the old records have it.</summary>
public sealed class ImportedCaseTests
{
    private static readonly DateTimeOffset Filed = new(2024, 3, 1, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Closed = new(2024, 4, 1, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_closed_one_keeps_its_dates_waits_for_nobody_and_its_ledger_agrees_with_its_outcome()
    {
        var made = Import(Old with { ClosedAt = Closed, Outcome = Outcome.FullyUnfrozen, Amount = 900m, Cause = "WRONGLY_FLAGGED" });

        Assert.Equal((CaseStatus.Closed, Filed, Closed, Closed, Now), (made.Status, made.FiledAt, made.ClosedAt, made.UpdatedAt, made.ImportedAt));
        Assert.Equal((Case.Never, Case.Never), (made.DueAt, made.ClockCheckAt));
        Assert.Equal(new Balance(900m, 900m, 0m, 0m), made.Balance);
        Assert.All(made.Measures, m => Assert.Equal(Closed, m.LiftedAt));
        Assert.All(made.Ledger, e => Assert.Equal("OLD-7", e.Proof));
        Assert.Equal("WRONGLY_FLAGGED", Assert.Single(made.Causes).Code);
        Assert.StartsWith("FZ-2024-", made.Number, StringComparison.Ordinal);
        Assert.DoesNotContain(made.ClocksAt(Now, Clock), c => c.DueAt is not null);
    }

    [Fact]
    public void An_open_one_is_being_verified_by_its_owner_and_its_clock_runs_from_now()
    {
        var made = Import(Old with { Amount = 900m });

        Assert.Equal((CaseStatus.Verification, Li.Id, Now), (made.Status, made.OwnerId, made.StageSince));
        Assert.Equal(Clock.DueOf(CaseStatus.Verification, Now), made.StageDueAt);
        Assert.Equal(made.StageDueAt, made.DueAt);
        Assert.Equal(900m, made.Amount);
        Assert.Empty(made.Ledger);
    }

    [Fact]
    public void Its_only_event_says_where_it_came_from()
    {
        var happened = Assert.Single(Import(Old with { ClosedAt = Closed, Outcome = Outcome.Refused }).Events);

        Assert.Equal((CaseEventKind.Imported, Now, Zhao.Id), (happened.Kind, happened.At, happened.ActorId));
        Assert.Equal(("OLD-7", "2024-03-01", "Refused"), (happened.Details["number"], happened.Details["due"], happened.Details["outcome"]));
    }

    [Fact]
    public void A_fake_notice_froze_nothing_whatever_was_claimed() =>
        Assert.Empty(Import(Old with { ClosedAt = Closed, Outcome = Outcome.FakeNotice, Amount = 900m }).Ledger);

    private static OldCase Old => new() { Row = 2, Number = "OLD-7", Merchant = "M", FiledAt = Filed };

    private static Case Import(OldCase old) => Case.Import(7, Shop, old, Li.Id, Zhao, Now, Clock);
}
