using Microsoft.AspNetCore.Components;
using PosCases.Web.Design;

namespace PosCases.ComponentTests.Design;

public sealed class DialogTests : DesignContext
{
    readonly BunitJSModuleInterop script;

    public DialogTests()
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        script = JSInterop.SetupModule("./js/dialog.js");
        script.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void A_closed_dialog_holds_nothing_that_could_be_reached() =>
        Assert.Empty(Render<Dialog>(p => p.Add(d => d.Title, "Close case").AddChildContent("body")).FindAll(".dialog-body"));

    [Fact]
    public void Opening_shows_it_modally_and_names_it()
    {
        var dialog = Render<Dialog>(p => p.Add(d => d.Title, "Close case").Add(d => d.Open, true).AddChildContent("body"));

        script.VerifyInvoke("show");
        Assert.Equal("Close case", dialog.Find($"#{dialog.Find("dialog").GetAttribute("aria-labelledby")}").TextContent);
        Assert.Equal("body", dialog.Find(".dialog-body").TextContent);
    }

    [Fact]
    public void Escape_closes_it_and_tells_once()
    {
        bool open = true;
        int closed = 0;
        var dialog = Render<Dialog>(p => p.Add(d => d.Title, "Close case").Bind(d => d.Open, open, value => open = value).Add(d => d.OnClose, () => closed++));

        dialog.Find("dialog").TriggerEvent("onclose", EventArgs.Empty);
        dialog.Find("dialog").TriggerEvent("onclose", EventArgs.Empty);

        Assert.False(open);
        Assert.Equal(1, closed);
    }

    [Fact]
    public void A_dangerous_button_asks_before_it_acts()
    {
        int done = 0;
        var button = Render<ConfirmButton>(p => p.Add(c => c.Text, "Withdraw").Add(c => c.Title, "Withdraw the case?").Add(c => c.Danger, true)
            .Add(c => c.OnConfirm, () => done++));

        button.Find("button").Click();
        Assert.Equal(0, done);
        button.Find(".btn-danger").Click();

        Assert.Equal(1, done);
        Assert.Empty(button.FindAll(".dialog-body"));
    }
}
