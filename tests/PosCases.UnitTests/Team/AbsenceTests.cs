using PosCases.Team;
using PosCases.Team.Cover;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Team;

/// <summary>Days away, and what a cover is not versed in.</summary>
public sealed class AbsenceTests
{
    [Theory]
    [InlineData(1, 3, true)]
    [InlineData(3, 5, true)]
    [InlineData(5, 9, true)]
    [InlineData(6, 9, false)]
    [InlineData(-4, -1, false)]
    public void Absences_meet_when_they_share_a_day(int from, int to, bool meets) =>
        Assert.Equal(meets, Made().Meets(Today.AddDays(from), Today.AddDays(to)));

    [Fact]
    public void What_is_over_meets_nothing_and_ends_once()
    {
        var absence = Made();
        absence.Begin();
        Assert.True(absence.End(Now).Succeeded);

        Assert.Equal((AbsenceState.Over, false), (absence.State, absence.Meets(Today, Today)));
        Assert.False(absence.End(Now).Succeeded);
    }

    [Fact]
    public void A_cover_versed_in_everything_lacks_nothing_and_one_versed_in_some_lacks_the_rest()
    {
        Assert.Empty(SetAbsence.Lacking([], []));
        Assert.Empty(SetAbsence.Lacking([Skill.Banks], [Skill.Banks, Skill.Authorities]));
        Assert.Equal([Skill.Authorities], SetAbsence.Lacking([Skill.Banks, Skill.Authorities], [Skill.Banks]));
        Assert.Equal([Skill.PaymentInstitutions, Skill.Authorities], SetAbsence.Lacking([], [Skill.Banks]));
    }

    private static Absence Made() => Absence.Of((Li.Id, Li.Name), (Wang.Id, Wang.Name), Today, Today.AddDays(5), null, Zhao.Name, Now);
}
