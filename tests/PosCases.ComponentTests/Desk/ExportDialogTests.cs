using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.Web.Desk.Export;
using PosCases.Web.Desk.Worklist;

namespace PosCases.ComponentTests.Desk;

public sealed class ExportDialogTests : DeskContext
{
    private static readonly WorklistAddress List = new() { View = WorkView.All, Filter = new CaseFilter { Statuses = [CaseStatus.Filed] } };

    public ExportDialogTests()
        : base(services => services.AddSingleton<ExportRuns>())
    {
        Mediator.On<ExportCases.CountQuery>(_ => Answer(1234));
        SignIn(Wang);
        Authorization.SetClaims(new Claim(ClaimTypes.NameIdentifier, $"{Wang.Id}"));
    }

    [Fact]
    public void Only_a_supervisor_has_the_button()
    {
        Assert.NotEmpty(Render<ExportButton>(p => p.Add(b => b.List, List)).FindAll("button"));

        SignIn(Li);
        Assert.Empty(Render<ExportButton>(p => p.Add(b => b.List, List)).FindAll("button"));
    }

    [Fact]
    public void It_says_how_many_rows_and_leads_to_the_list_as_it_is_filtered()
    {
        var dialog = Render<ExportDialog>(p => p.Add(d => d.List, List));

        Assert.Contains("1234", dialog.Markup, StringComparison.Ordinal);
        Assert.Equal(List.Filter, Mediator.Only<ExportCases.CountQuery>().Filter);
        Assert.All(dialog.FindAll("a[download]"), a => Assert.StartsWith("/desk/export?view=all&status=filed&format=", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal(2, dialog.FindAll("a[download]").Count);
    }

    [Fact]
    public async Task It_shows_how_far_the_file_is_and_stops_it()
    {
        var dialog = Render<ExportDialog>(p => p.Add(d => d.List, List));
        var href = dialog.Find("a[download]").GetAttribute("href")!;
        var run = Services.GetRequiredService<ExportRuns>().Find(Guid.Parse(href[(href.IndexOf("run=", StringComparison.Ordinal) + 4)..]), Wang.Id);

        await dialog.Find("a[download]").ClickAsync();
        run.Rows = 617;
        dialog.WaitForAssertion(() => Assert.Equal("617", dialog.Find("progress").GetAttribute("value")), TimeSpan.FromSeconds(5));
        await dialog.Find("button.btn-danger").ClickAsync();

        Assert.True(run.Stopped.IsCancellationRequested);
        run.IsOver = true;
        dialog.WaitForAssertion(() => Assert.Empty(dialog.FindAll("progress")), TimeSpan.FromSeconds(5));
        Assert.Contains("617", dialog.Find("[aria-live]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_somebody_else_is_not_found_by_its_id()
    {
        var runs = Services.GetRequiredService<ExportRuns>();
        var (id, run) = runs.Begin(Wang.Id);

        Assert.Same(run, runs.Find(id, Wang.Id));
        Assert.NotSame(run, runs.Find(id, Li.Id));
        runs.Forget(id, Wang.Id);
        Assert.NotSame(run, runs.Find(id, Wang.Id));
    }
}
