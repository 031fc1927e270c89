using PosCases.Platform.Messages;
using PosCases.Playbooks;
using PosCases.Web.Desk.Playbooks;

namespace PosCases.ComponentTests.Desk;

public sealed class PlaybooksPageTests : DeskContext
{
    public PlaybooksPageTests() =>
        Mediator.On<ListPlaybooks.Query>(_ => Answer<IReadOnlyList<PlaybookDocument>>(PlaybookLibrary.Newest()));

    [Fact]
    public void Every_playbook_is_listed_with_what_it_serves()
    {
        var page = Render<PlaybooksPage>();

        Assert.Equal(PlaybookLibrary.Newest().Count, page.FindAll(".playbook-list h2 a").Count);
        Assert.Contains("Abnormal transactions", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_playbook_shows_its_steps_by_stage_and_its_sources_on_request()
    {
        var page = Render<PlaybookPage>(p => p.Add(x => x.Code, "abnormal-transactions"));

        Assert.Contains("List the transactions in question", page.Markup, StringComparison.Ordinal);
        Assert.Contains(page.FindAll(".step-sources"), s => s.TextContent.Contains("S18", StringComparison.Ordinal));
        Assert.Contains("Is what the institution says true?", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_playbook_is_not_found() =>
        Assert.NotEmpty(Render<PlaybookPage>(p => p.Add(x => x.Code, "nope")).FindAll(".state"));

    [Fact]
    public void Who_may_not_see_playbooks_is_told_so()
    {
        Mediator.On<ListPlaybooks.Query>(_ => Refuse<IReadOnlyList<PlaybookDocument>>(new NotPermitted()));

        Assert.Contains("You do not have access", Render<PlaybooksPage>().Markup, StringComparison.Ordinal);
    }
}
