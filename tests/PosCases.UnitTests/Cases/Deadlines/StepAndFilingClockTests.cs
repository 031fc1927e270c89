using PosCases.Cases;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Plan;
using PosCases.Cases.Routes;
using PosCases.Platform;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Deadlines;

public sealed class StepAndFilingClockTests
{
    [Fact]
    public void A_limit_of_our_own_runs_from_where_it_says_and_is_told_and_escalated_when_nobody_takes_note()
    {
        var made = With(Limit(4, DeadlineUnit.Hours, DeadlineStart.StageStart));
        var step = made.Steps.Single(s => s.Code == "call");

        var clock = made.ClocksAt(Now, Clock).Single(c => c.Kind == ClockKind.Step);

        Assert.Equal(Clock.Working.Add(step.PlannedAt!.Value, TimeSpan.FromHours(4)), clock.DueAt);
        var late = clock.DueAt!.Value.AddDays(1);
        made.CheckClocks(PosCases.Platform.Security.Actor.System, late, Clock);
        Assert.Contains(made.Events, e => e.Kind == CaseEventKind.ClockBreached && e.Details["titleEn"] == "Call");
        made.CheckClocks(PosCases.Platform.Security.Actor.System, late.AddDays(7), Clock);
        Assert.NotNull(made.EscalatedAt);
    }

    [Fact]
    public void A_limit_from_the_begin_of_a_step_runs_only_once_it_is_begun_and_ends_with_it()
    {
        var made = With(Limit(2, DeadlineUnit.WorkingDays, DeadlineStart.StepStart));
        var step = made.Steps.Single(s => s.Code == "call");
        Assert.DoesNotContain(made.ClocksAt(Now, Clock), c => c.Kind == ClockKind.Step);

        Stage.Do(made.BeginStep(step.Id, Li, Now));
        Assert.Single(made.ClocksAt(Now, Clock), c => c.Kind == ClockKind.Step);
        Stage.Do(made.EndStep(step.Id, done: true, "called", Li, Now));

        Assert.DoesNotContain(made.ClocksAt(Now, Clock), c => c.Kind == ClockKind.Step);
    }

    [Fact]
    public void A_term_of_a_rule_is_no_clock_of_the_step_because_its_beginning_is_recorded_elsewhere()
    {
        var made = With(Limit(15, DeadlineUnit.Days, DeadlineStart.FilingReceived) with { Source = "AML-39", Label = SourceLabel.V });

        Assert.DoesNotContain(made.ClocksAt(Now, Clock), c => c.Kind == ClockKind.Step);
    }

    [Fact]
    public void An_open_filing_has_a_clock_that_the_merchant_is_told_of_and_that_ends_with_the_answer()
    {
        var made = Stage.Legal();
        var filing = made.FileRoute(
            new FilingRecord { Route = "RT7", Step = "report", Body = "Branch", FiledOn = Today, AnswerDueOn = Today.AddDays(15) }, Li, Now, Clock).Value;

        var clock = made.ClocksAt(Now, Clock).Single(c => c.Kind == ClockKind.Filing);

        Assert.Equal((ShanghaiTime.EndOf(Today.AddDays(15)), DeadlineState.Running), (clock.DueAt!.Value, clock.State));
        made.CheckClocks(PosCases.Platform.Security.Actor.System, Now.AddDays(20), Clock);
        Assert.Contains(made.Events, e => e is { Kind: CaseEventKind.ClockBreached, DeskOnly: false });
        Stage.Do(made.RecordRouteAnswer(filing, Today.AddDays(20), RouteResult.Refused, "no", Li, Now.AddDays(20), Clock));
        Assert.DoesNotContain(made.ClocksAt(Now.AddDays(20), Clock), c => c.Kind == ClockKind.Filing);
    }

    private static Case With(StepDeadline limit)
    {
        var made = Stage.Verification();
        made.Replan(
            [new PlannedStep("every-case", 1, "call", made.Status, true, StepRole.Agent, "\u8054\u7cfb", "Call", "\u8054\u7cfb", "Call", ["S27"]) { Deadline = limit }], Now);
        return made;
    }

    private static StepDeadline Limit(int amount, DeadlineUnit unit, DeadlineStart from) => new()
    {
        Amount = amount,
        Unit = unit,
        From = from,
        Basis = new Bilingual("\u6211\u4eec\u7684\u505a\u6cd5", "Our practice"),
        Source = StepDeadline.Ours,
        Label = SourceLabel.Ours,
    };
}
