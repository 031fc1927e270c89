using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Web.Shell;

namespace PosCases.ComponentTests.Shell;

public sealed class NavItemsTests : FeatureContext
{
    [Theory]
    [InlineData("/desk", "/desk")]
    [InlineData("/desk/overdue?q=1", "/desk")]
    [InlineData("/desk/cases/FZ-2026-000001", "/desk")]
    [InlineData("/desk/review/FZ-2026-000001", "/desk/review")]
    [InlineData("/institutions/1", "/institutions")]
    [InlineData("/desk/load", "/desk/load")]
    [InlineData("/desk/quality/1", "/desk/load")]
    [InlineData("/desk/consistency?days=30", "/desk/load")]
    [InlineData("/desk/escalations?level=2", "/desk/load")]
    public void The_link_of_the_section_in_which_one_is_stands_out_and_no_other(string address, string link)
    {
        Authorization.SetAuthorized("Zhao").SetRoles(NavRoles.Supervisor);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        var nav = Render<NavItems>(p => p.Add(x => x.Label, "Sections"));

        Assert.Equal(link, Assert.Single(nav.FindAll("a.active")).GetAttribute("href"));
    }

    [Theory]
    [InlineData(NavRoles.Supervisor, true)]
    [InlineData(NavRoles.Agent, false)]
    public void The_pages_of_the_team_are_one_entry_for_supervisors_and_agents_have_their_own_two(string role, bool isOne)
    {
        Authorization.SetAuthorized("Zhao").SetRoles(role);

        var links = Render<NavItems>(p => p.Add(x => x.Label, "Sections")).FindAll("a").Select(a => a.GetAttribute("href")).ToList();

        Assert.Equal(isOne, links.Contains("/desk/load"));
        Assert.Equal(!isOne, links.Contains("/desk/cover"));
        Assert.Equal(!isOne, links.Contains("/desk/quality"));
        Assert.DoesNotContain("/desk/team", links);
    }
}
