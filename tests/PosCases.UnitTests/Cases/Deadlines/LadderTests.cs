using System.Globalization;
using PosCases.Cases;
using PosCases.Cases.Deadlines;
using PosCases.Platform.Security;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Deadlines;

/// <summary>How a breach that nobody takes note of rises: whoever works the case after 4 working hours, the supervisors after 9 and again after 27.</summary>
public sealed class LadderTests
{
    [Fact]
    public void A_breach_climbs_level_by_level_each_told_once_at_its_time()
    {
        var made = Late(out var breached);

        Climb(made, At(breached, 4).AddSeconds(-1));
        var before = (made.EscalationLevel, Told(made));
        Climb(made, At(breached, 4));
        var owner = (made.EscalationLevel, made.EscalatedAt, Told(made));
        Climb(made, At(breached, 9));
        Climb(made, At(breached, 10));
        var supervisors = (made.EscalationLevel, made.EscalatedAt, Told(made));
        Climb(made, At(breached, 27));
        Climb(made, At(breached, 90));

        Assert.Equal((0, ""), before);
        Assert.Equal((1, null, "EscalationReminded 1"), owner);
        Assert.Equal((2, At(breached, 9), "EscalationReminded 1, Escalated 2"), supervisors);
        Assert.Equal((3, "EscalationReminded 1, Escalated 2, Escalated 3"), (made.EscalationLevel, Told(made)));
        Assert.Equal(At(breached, 9), made.EscalatedAt);
    }

    [Fact]
    public void The_job_looks_again_when_the_next_level_is_due()
    {
        var made = Late(out var breached);

        Assert.Equal(At(breached, 4), Climb(made, breached.AddMinutes(1)));
        Assert.Equal(At(breached, 9), Climb(made, At(breached, 4)));
    }

    [Fact]
    public void After_a_standstill_only_the_highest_level_is_told()
    {
        var made = Late(out var breached);

        Climb(made, At(breached, 60));

        Assert.Equal("Escalated 3", Told(made));
    }

    [Fact]
    public void A_case_that_nobody_works_calls_the_supervisors_on_the_first_level()
    {
        var made = Stage.Filed();
        var breached = made.StageDueAt.AddMinutes(1);
        Climb(made, breached);

        Climb(made, At(breached, 4));

        Assert.Equal(("Escalated 1", At(breached, 4)), (Told(made), made.EscalatedAt));
    }

    [Fact]
    public void Whoever_takes_note_on_the_first_level_ends_it()
    {
        var made = Late(out var breached);
        Climb(made, At(breached, 4));
        var clock = made.ClocksAt(At(breached, 4), Clock).Single(c => c.NeedsNote);

        Stage.Do(made.AcknowledgeBreach(clock.Key, clock.DueAt!.Value, "today", Li, At(breached, 5)));
        Climb(made, At(breached, 60));

        Assert.Equal((0, "EscalationReminded 1, EscalationEnded"), (made.EscalationLevel, Told(made)));
    }

    [Fact]
    public void A_note_of_the_owner_does_not_take_from_the_supervisors_what_went_to_them()
    {
        var made = Late(out var breached);
        Climb(made, At(breached, 9));
        var clock = made.ClocksAt(At(breached, 9), Clock).Single(c => c.NeedsNote);

        Stage.Do(made.AcknowledgeBreach(clock.Key, clock.DueAt!.Value, "today", Li, At(breached, 10)));
        Climb(made, At(breached, 11));
        var noted = made.EscalationLevel;
        Stage.Do(made.SettleEscalation("talked to Li", Zhao, At(breached, 12)));

        Assert.Equal((2, 0, null), (noted, made.EscalationLevel, made.EscalatedAt));
    }

    [Fact]
    public void A_case_given_to_somebody_else_leaves_the_ladder_and_does_not_call_the_supervisors_again()
    {
        var made = Late(out var breached);
        Climb(made, At(breached, 9));

        Stage.Do(made.AssignTo(Wang.Id, Wang.Name, Zhao, At(breached, 10)));
        Climb(made, At(breached, 90));

        Assert.Equal((0, null, "Escalated 2"), (made.EscalationLevel, made.EscalatedAt, Told(made)));
    }

    [Fact]
    public void A_ladder_of_one_level_calls_the_supervisors_at_once_where_it_says_so()
    {
        var made = Late(out var breached);

        made.CheckClocks(Actor.System, At(breached, 1), Clock, new Ladder([new(1, LadderTo.Supervisors)]));

        Assert.Equal(("Escalated 1", 1), (Told(made), made.EscalationLevel));
    }

    [Theory]
    [InlineData(true, "4 Owner, 9 Supervisors")]
    [InlineData(true, "1 Supervisors")]
    [InlineData(false, "")]
    [InlineData(false, "4 Owner")]
    [InlineData(false, "9 Supervisors, 4 Owner")]
    [InlineData(false, "4 Owner, 4 Supervisors")]
    [InlineData(false, "1 Owner, 2 Owner, 3 Owner, 4 Owner, 5 Owner, 6 Owner, 7 Supervisors")]
    public void A_ladder_rises_and_ends_with_the_supervisors(bool sound, string rungs) => Assert.Equal(sound, new Ladder(
        [.. rungs.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(r => new Rung(int.Parse(r.Split(' ')[0], CultureInfo.InvariantCulture), Enum.Parse<LadderTo>(r.Split(' ')[1])))]).IsSound);

    private static Case Late(out DateTimeOffset breached)
    {
        var made = Stage.Verification();
        breached = made.StageDueAt.AddMinutes(1);
        Climb(made, breached);
        return made;
    }

    private static DateTimeOffset Climb(Case made, DateTimeOffset at) => made.CheckClocks(Actor.System, at, Clock);

    private static DateTimeOffset At(DateTimeOffset breached, int hours) => Clock.Working.Add(breached, TimeSpan.FromHours(hours));

    private static string Told(Case made) => string.Join(", ", made.Events
        .Where(e => e.Kind is CaseEventKind.Escalated or CaseEventKind.EscalationReminded or CaseEventKind.EscalationEnded)
        .Select(e => e.Details.TryGetValue("level", out var level) ? $"{e.Kind} {level}" : $"{e.Kind}"));
}
