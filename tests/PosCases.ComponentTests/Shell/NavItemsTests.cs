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
    public void The_link_of_the_section_in_which_one_is_stands_out_and_no_other(string address, string link)
    {
        Authorization.SetAuthorized("Zhao").SetRoles(NavRoles.Supervisor);
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        var nav = Render<NavItems>(p => p.Add(x => x.Label, "Sections"));

        Assert.Equal(link, Assert.Single(nav.FindAll("a.active")).GetAttribute("href"));
    }
}
