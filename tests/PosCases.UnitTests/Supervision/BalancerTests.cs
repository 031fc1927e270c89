using PosCases.Cases;
using PosCases.Supervision;
using PosCases.Team;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Supervision;

/// <summary>Cases go from people over their limit to those versed who have room, and only as many as needed.</summary>
public sealed class BalancerTests
{
    private static readonly Carrier Full = new(Li.Id, [], 2, 4, true);
    private static readonly Carrier Free = new(Wang.Id, [], 10, 1, true);

    [Fact]
    public void As_many_go_as_are_over_the_limit_and_those_first_that_were_touched_least()
    {
        Movable[] cases = [Made(1, touches: 9), Made(2, touches: 0), Made(3, touches: 3)];

        Assert.Equal([new(cases[1].Id, Li.Id, Wang.Id), new Move(cases[2].Id, Li.Id, Wang.Id)], Balancer.Propose([Full, Free], [Li.Id], cases));
    }

    [Fact]
    public void Whoever_has_most_room_gets_the_next_one_and_nobody_more_than_he_can_carry()
    {
        var other = new Carrier(Sun.Id, [], 3, 2, true);
        Carrier[] people = [Full with { Open = 20 }, Free with { MostOpen = 3 }, other];

        var moves = Balancer.Propose(people, [Li.Id], [.. Enumerable.Range(1, 9).Select(i => Made(i))]);

        Assert.Equal((2, 1), (moves.Count(m => m.To == Wang.Id), moves.Count(m => m.To == Sun.Id)));
        Assert.Equal(Wang.Id, moves[0].To);
    }

    [Fact]
    public void A_case_goes_only_to_somebody_versed_in_it_and_never_to_one_who_is_away_or_gives_himself()
    {
        Movable[] cases = [Made(1, Skill.Authorities)];

        Assert.Empty(Balancer.Propose([Full, Free with { Skills = [Skill.Banks] }], [Li.Id], cases));
        Assert.Empty(Balancer.Propose([Full, Free with { MayTake = false }], [Li.Id], cases));
        Assert.Empty(Balancer.Propose([Full, Free], [Li.Id, Wang.Id], cases));
        Assert.Single(Balancer.Propose([Full, Free with { Skills = [Skill.Authorities] }], [Li.Id], cases));
    }

    [Fact]
    public void Nobody_who_was_not_chosen_or_is_within_his_limit_gives_anything()
    {
        Assert.Empty(Balancer.Propose([Full, Free], [Sun.Id], [Made(1)]));
        Assert.Empty(Balancer.Propose([Full with { Open = 2 }, Free], [Li.Id], [Made(1)]));
    }

    [Fact]
    public void An_urgent_case_weighs_twice_an_ordinary_one_and_a_waiting_one_a_quarter()
    {
        Assert.Equal((2m, 1m, 0.25m, 0m), (
            LoadWeight.Of(CaseStatus.Verification, Priority.Urgent), LoadWeight.Of(CaseStatus.LegalRoute, Priority.Normal),
            LoadWeight.Of(CaseStatus.Waiting, Priority.Normal), LoadWeight.Of(CaseStatus.Closed, Priority.Urgent)));
        Assert.Equal(TimeSpan.FromSeconds(25), ViewAgentTimes.Median([10, 20, 30, 40]));
        Assert.Equal(TimeSpan.FromSeconds(20), ViewAgentTimes.Median([40, 10, 20]));
    }

    private static Movable Made(long serial, Skill? skill = null, int touches = 0) => new(CaseId.New(), Li.Id, skill, touches, serial);
}
