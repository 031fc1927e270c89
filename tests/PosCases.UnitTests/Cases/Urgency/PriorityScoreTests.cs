using PosCases.Cases;
using PosCases.Cases.Impact;
using PosCases.Cases.Urgency;
using PosCases.Platform.Security;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Urgency;

public sealed class PriorityScoreTests
{
    public static TheoryData<PriorityFacts, Priority, PriorityReasonKind[]> Table => new()
    {
        { new(), Priority.Normal, [] },
        { new() { CashDays = 0 }, Priority.Urgent, [PriorityReasonKind.CashShort] },
        { new() { CashDays = 3 }, Priority.Urgent, [PriorityReasonKind.CashShort] },
        { new() { CashDays = 4 }, Priority.High, [PriorityReasonKind.CashShort] },
        { new() { CashDays = 14 }, Priority.High, [PriorityReasonKind.CashShort] },
        { new() { CashDays = 15 }, Priority.Normal, [] },
        { new() { Survival = true }, Priority.Urgent, [PriorityReasonKind.Survival] },
        { new() { Hardship = true }, Priority.High, [PriorityReasonKind.Hardship] },
        { new() { DataGiven = true }, Priority.Urgent, [PriorityReasonKind.DataGiven] },
        { new() { Hardship = true, CashDays = 14 }, Priority.Urgent, [PriorityReasonKind.CashShort, PriorityReasonKind.Hardship] },
        { new() { Amount = 99_999.99m }, Priority.Normal, [] },
        { new() { Amount = 100_000m }, Priority.High, [PriorityReasonKind.LargeAmount] },
        { new() { Amount = 100_000m, DailyTakings = 50_000m }, Priority.Normal, [] },
        { new() { Amount = 9_000m, DailyTakings = 300m }, Priority.High, [PriorityReasonKind.DaysOfTakings] },
        { new() { Amount = 3_000m, DailyTakings = 300m }, Priority.Normal, [PriorityReasonKind.DaysOfTakings] },
        { new() { Amount = 5_000m, DailyTakings = 0m }, Priority.Normal, [] },
        { new() { WaitingDays = 13 }, Priority.Normal, [] },
        { new() { WaitingDays = 30 }, Priority.Normal, [PriorityReasonKind.LongWait] },
        { new() { WaitingDays = 60 }, Priority.High, [PriorityReasonKind.LongWait] },
        { new() { DaysToDeadline = 3, Alike = 5 }, Priority.High, [PriorityReasonKind.DeadlineNear, PriorityReasonKind.Mass] },
        { new() { DaysToDeadline = 4, Alike = 4 }, Priority.Normal, [] },
        { new() { DaysToDeadline = -1 }, Priority.Normal, [] },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Facts_lead_to_a_priority_and_each_point_has_its_reason(PriorityFacts facts, Priority level, PriorityReasonKind[] reasons)
    {
        var score = PriorityScore.Of(facts);

        Assert.Equal(level, score.Level);
        Assert.Equal(reasons, score.Reasons.Select(r => r.Kind));
        Assert.Equal(score.Points, score.Reasons.Sum(r => r.Points));
    }

    [Fact]
    public void The_heaviest_reason_stands_first_with_its_number()
    {
        var score = PriorityScore.Of(new PriorityFacts { Amount = 9_000m, DailyTakings = 300m, CashDays = 2, WaitingDays = 14 });

        Assert.Equal(
            [(PriorityReasonKind.CashShort, 2), (PriorityReasonKind.DaysOfTakings, 30), (PriorityReasonKind.LongWait, 14)],
            score.Reasons.Select(r => (r.Kind, r.Number!.Value)));
    }

    [Fact]
    public void A_score_that_says_the_same_changes_nothing()
    {
        var made = Stage.Filed();
        var (events, updated) = (made.Events.Count, made.UpdatedAt);

        Assert.False(made.TakeScore(PriorityScore.Of(new PriorityFacts { WaitingDays = 20 }), Actor.System, Now.AddDays(20)));

        Assert.Equal((events, updated), (made.Events.Count, made.UpdatedAt));
    }

    [Fact]
    public void A_supervisors_decision_stands_against_the_score_until_it_is_cleared()
    {
        var made = Stage.Filed();
        var urgent = PriorityScore.Of(new PriorityFacts { Survival = true });
        Stage.Do(made.OverridePriority(Priority.High, "he has other shops", Zhao, Now));

        Assert.False(made.TakeScore(urgent, Actor.System, Now));
        Assert.Equal((Priority.High, "he has other shops", "Zhao"), (made.Priority, made.PriorityOverrideReason, made.PriorityOverrideBy));
        Stage.Do(made.ClearPriority(urgent, "they closed", Zhao, Now));

        Assert.Equal((Priority.Urgent, null), (made.Priority, made.PriorityOverride));
        Assert.All(made.Events.Where(e => e.Kind == CaseEventKind.PriorityOverridden), e => Assert.True(e.DeskOnly));
        Assert.Equal(new CaseLocked(), Stage.Closed().OverridePriority(Priority.High, "r", Zhao, Now).Error);
    }

    [Fact]
    public void What_the_merchant_says_of_the_impact_counts_in_the_score()
    {
        var made = Stage.Filed();
        Stage.Do(made.RecordImpact(new ImpactForm { Effects = [ImpactEffect.Survival], DailyTakings = 10m }, 0, Owner, Now));

        var score = PriorityInputs.Of(made, Now).ScoreAt(alike: 0, Now);

        Assert.Equal((Priority.Urgent, PriorityReasonKind.Survival), (score.Level, score.Reasons[0].Kind));
    }
}
