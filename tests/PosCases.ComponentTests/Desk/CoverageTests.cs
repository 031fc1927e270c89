using PosCases.Cases;
using PosCases.Platform.Messages;
using PosCases.Playbooks;
using PosCases.Web.Desk.Playbooks;

namespace PosCases.ComponentTests.Desk;

/// <summary>Every item of the documents is taken care of, and what is only information says where it is seen.</summary>
public sealed class CoverageTests : DeskContext
{
    private static readonly IReadOnlyList<CoverageMap.Row> Rows = CoverageMap.Of(PlaybookLibrary.Newest());

    [Theory]
    [InlineData('C', 47)]
    [InlineData('S', 53)]
    [InlineData('E', 22)]
    [InlineData('T', 7)]
    [InlineData('L', 6)]
    [InlineData('R', 16)]
    [InlineData('N', 40)]
    public void Every_item_is_reached_by_a_playbook_a_form_or_a_screen(char kind, int count)
    {
        var items = Rows.Where(r => r.Kind == kind).ToList();

        Assert.Equal(Enumerable.Range(1, count).Select(n => $"{kind}{n:00}"), items.Select(r => r.Id));
        Assert.Equal([], items.Where(r => !r.IsReached).Select(r => r.Id));
        Assert.All(items, r => Assert.Equal(kind == 'N', r.IsInformation));
    }

    [Fact]
    public void Every_response_step_of_the_documents_is_a_step_of_a_playbook() =>
        Assert.Equal([], Rows.Where(r => r is { Kind: 'S', Playbooks.Count: 0 }).Select(r => r.Id));

    [Fact]
    public void Every_form_and_screen_that_the_map_names_exists()
    {
        var missing = CoverageMap.Places.Select(p => p.Type).Where(t => !Exists(t)).ToList();

        Assert.Equal([], missing);
    }

    [Fact]
    public void No_playbook_names_an_item_that_the_documents_do_not_have()
    {
        var known = Rows.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var named = PlaybookLibrary.Newest().SelectMany(p => p.Steps).SelectMany(s => s.Sources).Where(s => s.Length == 3 && "CSETLRN".Contains(s[0], StringComparison.Ordinal));

        Assert.Equal([], named.Distinct().Where(s => !known.Contains(s)));
    }

    [Fact]
    public void The_page_lists_every_item_with_where_it_is_taken_care_of()
    {
        Mediator.On<ViewCoverage.Query>(_ => Answer(Rows));

        var page = Render<CoveragePage>();

        Assert.Equal(Rows.Count, page.FindAll(".coverage > li").Count);
        Assert.Contains("/playbooks/maintenance", page.Find("#S08").InnerHtml, StringComparison.Ordinal);
        Assert.Contains("Directory of institutions", page.Find("#N08").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Nowhere yet", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_that_nothing_takes_care_of_is_shown_as_such()
    {
        Mediator.On<ViewCoverage.Query>(_ => Answer(CoverageMap.Of([])));

        Assert.Contains("Nowhere yet", Render<CoveragePage>().Find("#C01").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_see_playbooks_is_told_so()
    {
        Mediator.On<ViewCoverage.Query>(_ => Refuse<IReadOnlyList<CoverageMap.Row>>(new NotPermitted()));

        Assert.Contains("You do not have access", Render<CoveragePage>().Markup, StringComparison.Ordinal);
    }

    private static bool Exists(string type) => typeof(Case).Assembly.GetType(type) is not null || typeof(CoveragePage).Assembly.GetType(type) is not null;
}
