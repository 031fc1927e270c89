using Microsoft.Extensions.DependencyInjection;
using PosCases.Web.Design;

namespace PosCases.ComponentTests.Design;

public sealed class ToastsTests : DesignContext
{
    [Fact]
    public void Messages_are_announced_and_can_be_closed()
    {
        var toasts = Services.GetRequiredService<Toasts>();
        var host = Render<ToastHost>();

        toasts.Success("saved");
        toasts.Error("not saved", "4f2a");

        host.WaitForAssertion(() => Assert.Equal(2, host.FindAll(".toast-note").Count));
        Assert.Equal("polite", host.Find(".toasts").GetAttribute("aria-live"));
        Assert.Contains("4f2a", host.Markup, StringComparison.Ordinal);

        host.Find("button").Click();

        host.WaitForAssertion(() => Assert.Single(toasts.Shown, t => t.Text == "not saved"));
    }
}
