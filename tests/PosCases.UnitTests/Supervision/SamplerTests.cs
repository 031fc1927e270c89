using PosCases.Cases;
using PosCases.Supervision;
using static PosCases.UnitTests.Cases.Cast;
using Outcome = PosCases.Cases.Outcome;

namespace PosCases.UnitTests.Supervision;

/// <summary>A draw can be told again, takes its share of each group and leaves nothing out that is always looked at.</summary>
public sealed class SamplerTests
{
    private static readonly DateOnly Week = new(2026, 11, 16);
    private static readonly SampleRule Plain = new(SampleBy.Agent, 10, 2, false, null, false, false);
    private static readonly SampleCandidate[] Many = [.. Enumerable.Range(0, 60).Select(i => Made(i < 50 ? Li.Id : Wang.Id))];

    [Fact]
    public void The_same_cases_in_whatever_order_give_the_same_sample_and_another_week_gives_another()
    {
        var drawn = Sampler.Draw(Many, Plain, Week);

        Assert.Equal(drawn, Sampler.Draw([.. Many.Reverse()], Plain, Week));
        Assert.NotEqual(drawn, Sampler.Draw(Many, Plain, Week.AddDays(7)));
    }

    [Fact]
    public void Each_group_gives_its_share_and_at_least_so_many()
    {
        var drawn = Sampler.Draw(Many, Plain, Week).Select(d => Many.Single(m => m.Id == d.Id).Agent).ToLookup(a => a);

        Assert.Equal((5, 2), (drawn[Li.Id].Count(), drawn[Wang.Id].Count()));
        Assert.Single(Sampler.Draw([Made(Li.Id)], Plain, Week));
        Assert.Empty(Sampler.Draw([], Plain, Week));
    }

    [Fact]
    public void One_more_case_moves_no_other_out_of_a_draw_by_number()
    {
        var rule = Plain with { Percent = 0, AtLeast = 5 };
        var before = Sampler.Draw(Many, rule, Week).Select(d => d.Id).ToHashSet();
        var after = Sampler.Draw([.. Many, Made(Li.Id)], rule, Week).Select(d => d.Id).ToHashSet();

        Assert.True(before.Except(after).Count() <= 1);
    }

    [Fact]
    public void What_is_always_looked_at_is_in_with_its_reason_and_counts_towards_the_share()
    {
        var rule = new SampleRule(SampleBy.Agent, 0, 2, true, 1000m, true, true);
        SampleCandidate[] cases = [Made(Li.Id) with { Overturned = true }, Made(Li.Id) with { Amount = 1000m }, Made(Li.Id) with { Outcome = Outcome.FakeNotice }, Made(Li.Id) with { Rating = 2 }, Made(Li.Id)];

        Assert.Equal(
            [(cases[0].Id, SampleReason.Overturned), (cases[1].Id, SampleReason.LargeAmount), (cases[2].Id, SampleReason.FakeNotice), (cases[3].Id, SampleReason.Complaint)],
            Sampler.Draw(cases, rule, Week).OrderBy(d => Array.FindIndex(cases, c => c.Id == d.Id)));
    }

    [Fact]
    public void The_score_counts_only_what_applied()
    {
        Assert.Equal(67, QualityChecklist.ScoreOf([Mark(QualityAnswer.Yes), Mark(QualityAnswer.Yes), Mark(QualityAnswer.No), Mark(QualityAnswer.NotApplicable)]));
        Assert.Null(QualityChecklist.ScoreOf([Mark(QualityAnswer.NotApplicable)]));
    }

    [Fact]
    public void Nobody_checks_what_he_worked_proposed_or_approved()
    {
        var check = QualityCheck.Of(Week, CaseId.New(), SampleReason.Drawn, Li.Id, Wang.Id, Zhao.Id);

        Assert.Equal([false, false, false, true], new[] { Li, Wang, Zhao, Sun }.Select(p => check.MayBeCheckedBy(p.Id)));
        Assert.IsType<CheckOfOwnWork>(check.Check([], Zhao, Now).Error);
        Assert.IsType<QualityNotAt>(check.Close(null, Sun, Now).Error);
    }

    [Fact]
    public void The_agent_answers_once_and_then_the_points_stand()
    {
        var check = QualityCheck.Of(Week, CaseId.New(), SampleReason.Drawn, Li.Id, Li.Id, Zhao.Id);
        Assert.True(check.Check([Mark(QualityAnswer.Yes)], Sun, Now).Succeeded);

        Assert.True(check.Answer("so it was", Li, Now).Succeeded);
        Assert.IsType<QualityNotAt>(check.Answer("again", Li, Now).Error);
        Assert.IsType<QualityNotAt>(check.Check([Mark(QualityAnswer.No)], Sun, Now).Error);
        Assert.True(check.Close("Ask sooner.", Sun, Now).Succeeded);
        Assert.Equal((100, QualityState.Closed), (check.Score, check.State));
    }

    [Fact]
    public void The_checklist_has_every_point_once_in_both_languages()
    {
        Assert.InRange(QualityChecklist.Points.Count, 12, 15);
        Assert.Equal(QualityChecklist.Points.Count, QualityChecklist.Points.Select(p => p.Code).Distinct().Count());
        Assert.All(QualityChecklist.Points, p => Assert.False(string.IsNullOrWhiteSpace(p.Zh) || string.IsNullOrWhiteSpace(p.En)));
        Assert.Equal(new DateOnly(2026, 11, 23), DrawSample.WeekOf(new DateOnly(2026, 11, 29)));
    }

    private static SampleCandidate Made(Guid agent) => new(CaseId.New(), agent, Outcome.Refused, null, 10m, false, null);

    private static QualityMark Mark(QualityAnswer answer) => new("TONE", answer, null);
}
