using PosCases.Cases.Filing;
using PosCases.Cases.Triage;

namespace PosCases.UnitTests.Cases.Triage;

public sealed class FirstAidTests
{
    [Fact]
    public void The_card_has_twelve_checks_in_both_languages()
    {
        Assert.Equal(12, FirstAid.Checks.Count);
        Assert.Equal(12, FirstAid.Checks.Select(c => c.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(FirstAid.Checks.SelectMany(c => new[] { c.Title, c.Text }), ScamPatternsTests.AssertBoth);
        Assert.All(Enum.GetValues<CheckKind>(), kind => Assert.Contains(FirstAid.Checks, c => c.Kind == kind));
    }

    [Fact]
    public void Every_demand_is_answered_by_a_check() =>
        Assert.All(Enum.GetValues<Demand>(), demand => Assert.NotEmpty(FirstAid.ChecksFor([demand])));

    [Fact]
    public void Whoever_gave_something_away_freezes_the_cards_and_reports_and_does_what_fits_it()
    {
        Assert.All(FirstAid.Emergency.SelectMany(s => new[] { s.Title, s.Text }), ScamPatternsTests.AssertBoth);
        Assert.All(Enum.GetValues<GivenAway>(), given => Assert.True(FirstAid.EmergencyFor([given]).Count >= 3));
        Assert.Contains(FirstAid.EmergencyFor([GivenAway.Code]), s => s.Title.En == "Change your passwords");
        Assert.DoesNotContain(FirstAid.EmergencyFor([GivenAway.Money]), s => s.For.Contains(GivenAway.Terminal));
    }

    [Fact]
    public void When_it_is_not_known_what_was_given_every_step_is_said() =>
        Assert.Equal(FirstAid.Emergency.Count, FirstAid.EmergencyFor([]).Count);
}
