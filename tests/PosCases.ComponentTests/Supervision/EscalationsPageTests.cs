using PosCases.Cases;
using PosCases.Cases.Deadlines;
using PosCases.ComponentTests.Desk;
using PosCases.Platform.Messages;
using PosCases.Web.Supervision;

namespace PosCases.ComponentTests.Supervision;

public sealed class EscalationsPageTests : DeskContext
{
    readonly ViewLadder.Row row = new(CaseId.New(), Guid.NewGuid(), "FZ-2026-000007", "Noodle House", null, 2, true, Now, Now);

    public EscalationsPageTests() => SignIn(Wang);

    [Fact]
    public void The_ladder_and_who_stands_on_it_are_shown_with_what_the_queue_says()
    {
        Given(row, row with { Id = CaseId.New(), Number = "FZ-2026-000008", Owner = "Li", Level = 1, CallsSupervisors = false });

        var page = Render<EscalationsPage>();

        Assert.Equal(["Level 1 after 4 working hours Whoever works the case", "Level 2 after 9 working hours All supervisors", "Level 3 after 27 working hours All supervisors"], page.FindAll(".ladder li").Select(l => l.TextContent));
        Assert.Contains("In the supervisors' queue: 1", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["Nobody Level 2 Supervisors", "Li Level 1 Whoever works it"], page.FindAll("tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("td").Skip(2).Take(3).Select(c => c.TextContent.Trim()))));
    }

    [Fact]
    public void With_nobody_on_it_the_page_says_so()
    {
        Given();

        Assert.Contains("Nothing climbs the ladder", Render<EscalationsPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_is_settled_with_a_word_and_a_refusal_keeps_what_was_typed()
    {
        Given(row);
        Mediator.On<SettleEscalation.Command>(c => c.Note.Length == 0 ? new Invalid("Note", "NotEmptyValidator") : Result.Ok);
        var page = Render<EscalationsPage>();

        page.Find("tbody button").Click();
        page.Find("dialog form").Submit();
        Assert.NotEmpty(page.Find("#f-Note-error").TextContent);
        page.Find("dialog textarea").Change("talked to Li");
        page.Find("dialog form").Submit();

        var sent = Mediator.Sent.OfType<SettleEscalation.Command>().Last();
        Assert.Equal((row.Id, row.Version, "talked to Li"), (sent.Id, sent.Version, sent.Note));
        Assert.Empty(page.FindAll("dialog"));
    }

    [Fact]
    public void The_ladder_is_changed_after_a_look_at_what_it_would_do()
    {
        Given(row);
        Mediator.On<ViewLadder.PreviewQuery>(_ => Answer<IReadOnlyList<ViewLadder.Placed>>([new("FZ-2026-000007", "Li", 0, 1, true)]));
        Mediator.On<SetLadder.Command>(_ => Result.Ok);
        var page = Edit();

        page.FindAll("dialog button[aria-label^=Remove]")[0].Click();
        page.FindAll("dialog input")[0].Change("2");
        page.FindAll("button").Single(b => b.TextContent.Trim() == "Show what it would do").Click();
        Assert.Contains("Level 1 · Supervisors", page.Find("dialog tbody").TextContent, StringComparison.Ordinal);
        page.Find("dialog form").Submit();

        Assert.Equal([new(2, LadderTo.Supervisors), new(27, LadderTo.Supervisors)], Mediator.Only<SetLadder.Command>().Rungs);
        Assert.Empty(page.FindAll("dialog"));
    }

    [Fact]
    public void What_is_wrong_with_a_ladder_is_said_and_what_was_typed_stays()
    {
        Given(row);
        Mediator.On<SetLadder.Command>(_ => new Invalid("Rungs", "Ladder"));
        var page = Edit();

        page.FindAll("dialog input")[0].Change("40");
        page.Find("dialog form").Submit();

        Assert.Contains("Each level must come later", page.Markup, StringComparison.Ordinal);
        Assert.Equal("40", page.FindAll("dialog input")[0].GetAttribute("value"));
    }

    [Fact]
    public void A_ladder_that_somebody_else_set_meanwhile_is_told_and_what_was_typed_stays()
    {
        Given(row);
        Mediator.On<SetLadder.Command>(_ => new Conflict());
        var page = Edit();

        page.FindAll("dialog input")[0].Change("3");
        page.Find("dialog form").Submit();

        Assert.Contains("Load the newest version", page.Find("dialog").TextContent, StringComparison.Ordinal);
        Assert.Equal("3", page.FindAll("dialog input")[0].GetAttribute("value"));
    }

    IRenderedComponent<EscalationsPage> Edit()
    {
        var page = Render<EscalationsPage>();
        page.Find(".page-head button").Click();
        return page;
    }

    void Given(params ViewLadder.Row[] rows) => Mediator.On<ViewLadder.Query>(_ => Answer(new ViewLadder.Board(
        Ladder.Usual, null, null, rows, rows.GroupBy(r => r.Level).ToDictionary(g => g.Key, g => g.Count()), rows.Count(r => r.CallsSupervisors))));
}
