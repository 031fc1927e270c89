using PosCases.Cases;
using PosCases.ComponentTests.Desk;
using PosCases.Supervision;
using PosCases.Web.Supervision;

namespace PosCases.ComponentTests.Supervision;

public sealed class LoadPageTests : DeskContext
{
    public LoadPageTests()
    {
        SignIn(Wang);
        Mediator.On<ViewTeamLoad.Query>(_ => Answer<IReadOnlyList<ViewTeamLoad.Row>>(
        [
            new(Li.Id, "Li", 10, [], null, new Dictionary<CaseStatus, int> { [CaseStatus.Verification] = 12, [CaseStatus.Waiting] = 3 }, 13.5m, 2, 4, 5, 1, 6, 20, 3, 15),
            new(Wang.Id, "Wang", 40, [], new DateOnly(2026, 11, 30), new Dictionary<CaseStatus, int>(), 0m, 0, 0, 0, 0, 0, 0, 0, 0),
        ]));
    }

    [Fact]
    public void Every_number_of_open_cases_leads_to_them()
    {
        var page = Render<LoadPage>();

        var links = page.FindAll("tbody tr")[0].QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.All(links, link => Assert.Contains($"owner={Li.Id}", link, StringComparison.Ordinal));
        Assert.Contains(links, l => l.Contains("view=overdue", StringComparison.Ordinal));
        Assert.Contains(links, l => l.Contains("status=verification", StringComparison.Ordinal) && !l.Contains("status=waiting", StringComparison.Ordinal));
        Assert.Contains(links, l => l.Contains("age=90", StringComparison.Ordinal));
        Assert.Contains("Away until 2026-11-30", page.FindAll("tbody tr")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Moves_are_shown_unticked_ones_stay_and_one_confirmation_sends_a_command_for_each()
    {
        var cases = new[] { CaseWorld.NewCase(1).TakenUpBy(Li), CaseWorld.NewCase(2).TakenUpBy(Li) }.Select(c => CaseWorld.ViewOf(c, Wang).Summary).ToList();
        Mediator.On<ProposeMoves.Query>(_ => Answer<IReadOnlyList<ProposeMoves.Row>>([.. cases.Select(c => new ProposeMoves.Row(c, Wang.Id, "Wang", null))]));
        Mediator.On<AssignCases.Command>(_ => Answer(1));
        var page = Render<LoadPage>();
        page.Find("tbody input[type=checkbox]").Change(true);
        page.Find(".page-head-actions button").Click();

        Assert.Equal([Li.Id], Mediator.Only<ProposeMoves.Query>().From);
        page.Find("dialog tbody input[type=checkbox]").Change(false);
        page.Find("dialog .btn-primary").Click();

        Assert.Equal((cases[1].Id, Wang.Id), (Mediator.Only<AssignCases.Command>().Ids.Single(), Mediator.Only<AssignCases.Command>().To));
    }
}
