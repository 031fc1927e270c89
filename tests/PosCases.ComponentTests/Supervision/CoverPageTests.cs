using PosCases.ComponentTests.Desk;
using PosCases.Platform.Messages;
using PosCases.Team;
using PosCases.Team.Cover;
using PosCases.Web.Supervision;

namespace PosCases.ComponentTests.Supervision;

public sealed class CoverPageTests : DeskContext
{
    readonly Absence away = Absence.Of((Li.Id, Li.Name), (Wang.Id, Wang.Name), new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 30), "in Hainan", "Wang", Now);

    public CoverPageTests()
    {
        SignIn(Wang);
        Mediator.On<ListAbsences.Query>(_ => Answer(new ListAbsences.Answer([new(away, 7, 1, true)], [], [new(Li.Id, Li.Name), new(Wang.Id, Wang.Name)], true, Wang.Id)));
    }

    [Fact]
    public void It_says_who_is_away_who_covers_how_many_cases_and_which_stay()
    {
        var row = Render<CoverPage>().Find("tbody tr").TextContent;

        Assert.Contains("in Hainan", row, StringComparison.Ordinal);
        Assert.Contains("7", row, StringComparison.Ordinal);
        Assert.Contains("1 restricted ones stay", row, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cover_without_the_skills_is_named_and_may_be_confirmed()
    {
        Mediator.On<SetAbsence.Command>(c => c.DespiteSkills ? Answer(Guid.NewGuid()) : (Result<Guid>)new CoverLacksSkills(Li.Name, [Skill.Authorities]));
        var page = Render<CoverPage>();
        page.Find(".page-head-actions button").Click();
        page.Find("select[name=CoverId]").Change($"{Li.Id}");
        page.Find("form").Submit();

        Assert.Contains("is not versed in: Authorities", page.Markup, StringComparison.Ordinal);
        page.Find("dialog input[type=checkbox]").Change(true);
        page.Find("form").Submit();
        Assert.Equal([false, true], Mediator.Sent.OfType<SetAbsence.Command>().Select(c => c.DespiteSkills));
    }
}
