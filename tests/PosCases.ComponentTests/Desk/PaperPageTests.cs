using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Judging;
using PosCases.Platform.Messages;
using PosCases.Web.Design;
using PosCases.Web.Desk.Judging;

namespace PosCases.ComponentTests.Desk;

public sealed class PaperPageTests : DeskContext
{
    private readonly Case found = CaseWorld.NewCase().TakenUpBy(Li).Understood(Li).Collecting(Li).Offered(Li).Offered(Li);

    public PaperPageTests()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Given(found, Li);
        Mediator.On<JudgeEvidence.Command>(command =>
        {
            var done = found.JudgeEvidence(command.ItemId, new Verdict(command.Accepted, command.Reason, command.Reason) { Checks = command.Checks }, Li, CaseWorld.Now);
            found.Version = Guid.NewGuid();
            return done;
        });
        Mediator.On<UndoJudgement.Command>(command => found.UndoJudgement(command.ItemId, Li, CaseWorld.Now).Error is { } error ? error : Result.Ok);
    }

    [Fact]
    public void The_paper_stands_beside_what_was_asked_and_the_facts_of_the_case()
    {
        var page = Open(found.Evidence[0]);

        Assert.Equal($"/evidence/{found.Evidence[0].Id.Value}/preview", page.Find("[data-viewer]").GetAttribute("data-viewer"));
        Assert.Contains("1 of 2", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Shows that you trade", page.Markup, StringComparison.Ordinal);
        Assert.Contains("¥48,200.00", page.Markup, StringComparison.Ordinal);
        Assert.Contains("91330106MA2", page.Find(".checks").TextContent, StringComparison.Ordinal);
        Assert.Contains("6789", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_review_is_done_by_keyboard()
    {
        var (first, second) = (found.Evidence[0].Id, found.Evidence[1].Id);
        var page = Open(found.Evidence[0]);
        var checks = Checklists.Of("BUSINESS_LICENSE");

        await PressAsync(page, "y");
        await PressAsync(page, "n");
        await PressAsync(page, "x");
        await PressAsync(page, "a");

        var judged = Mediator.Only<JudgeEvidence.Command>();
        Assert.Equal((first, true), (judged.ItemId, judged.Accepted));
        Assert.Equal(
            [new(checks[0].Code, CheckResult.Yes), new(checks[1].Code, CheckResult.No), new(checks[2].Code, CheckResult.NotApplicable)], judged.Checks);
        Assert.EndsWith($"item={second.Value}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_keys_go_to_the_next_paper_and_back_and_out()
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        var page = Open(found.Evidence[0]);

        await PressAsync(page, "j");
        Assert.EndsWith($"item={found.Evidence[1].Id.Value}", navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("2 of 2", page.Markup, StringComparison.Ordinal));
        await PressAsync(page, "ArrowUp");
        Assert.EndsWith($"item={found.Evidence[0].Id.Value}", navigation.Uri, StringComparison.Ordinal);
        await PressAsync(page, "?");
        Assert.Contains("Send back, choose reasons", page.Markup, StringComparison.Ordinal);
        await PressAsync(page, "Escape");
        Assert.EndsWith("?tab=evidence", navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_back_starts_with_the_reasons_that_follow_from_what_was_seen()
    {
        Mediator.On<ListSendBackReasons.Query>(_ => Answer(new ListSendBackReasons.Answer([Reason("blurred"), Reason("corners-cut"), Reason("reprint", "SALES_SLIP")], false)));
        var page = Open(found.Evidence[0]);
        await PressAsync(page, "n");

        await PressAsync(page, "r");
        page.WaitForElement("dialog input[value=blurred]");
        Assert.True(page.Find("dialog input[value=blurred]").HasAttribute("checked"));
        Assert.False(page.Find("dialog input[value=corners-cut]").HasAttribute("checked"));
        Assert.NotNull(page.Find("dialog details input[value=reprint]"));
        page.Find("dialog textarea").Change("the lower half");
        await page.Find("dialog form").SubmitAsync();

        var judged = Mediator.Only<JudgeEvidence.Command>();
        Assert.Equal((false, "the lower half"), (judged.Accepted, judged.Reason));
        Assert.Equal(["blurred"], judged.ReasonCodes);
        Assert.EndsWith($"item={found.Evidence[1].Id.Value}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_judgement_is_taken_back_from_the_next_paper_too()
    {
        var page = Open(found.Evidence[0]);
        await PressAsync(page, "a");
        page.WaitForAssertion(() => Assert.Contains("2 of 2", page.Markup, StringComparison.Ordinal));

        await PressAsync(page, "u");

        Assert.Equal(found.Evidence[0].Id, Mediator.Only<UndoJudgement.Command>().ItemId);
        Assert.Equal(EvidenceStatus.Submitted, found.Evidence[0].Status);
    }

    [Fact]
    public void A_supervisor_who_does_not_own_the_case_looks_and_does_not_judge()
    {
        Given(found, Wang);

        var page = Open(found.Evidence[0]);

        Assert.Empty(page.FindAll(".reviewer-verdict, .checks"));
        Assert.Contains("Only the owner", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_came_before_is_shown_with_a_link()
    {
        ViewJudging.Twin twin = new(EvidenceItemId.New(), "FZ-2026-000007", "INVOICE", "old.png", CaseWorld.Filed);
        Mediator.On<ViewJudging.Query>(_ => Answer(new ViewJudging.Answer(Facts, new[] { twin }.ToLookup(_ => found.Evidence[0].Id))));

        var page = Open(found.Evidence[0]);

        Assert.Equal($"/desk/cases/FZ-2026-000007/papers?item={twin.Id.Value}", page.Find(".reviewer-facts .note a").GetAttribute("href"));
    }

    private static SendBackReason Reason(string code, params string[] papers) => SendBackReason.Enter(code, new SendBackText(code, code, papers), 1);

    private static Task PressAsync(IRenderedComponent<PaperPage> page, string key) => page.InvokeAsync(() => page.FindComponent<Hotkeys>().Instance.PressedAsync(key));

    private IRenderedComponent<PaperPage> Open(EvidenceItem item)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/desk/cases/{found.Number}/papers?item={item.Id.Value}");
        return Render<PaperPage>(p => p.Add(x => x.Number, found.Number));
    }
}
