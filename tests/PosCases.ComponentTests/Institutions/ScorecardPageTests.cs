using PosCases.Cases.Communication;
using PosCases.Web.Institutions.Scorecards;

namespace PosCases.ComponentTests.Institutions;

public sealed class ScorecardPageTests : FeatureContext
{
    private static readonly Scorecard Card = new(
        "Example Bank", new(5, PosCases.Calendar.TermUnit.WorkingDays, "its hotline"), 14, 3.5, 12, new(9, 12), new(2, 14), new(3, 4), new(4, 12),
        [("PAPER_MISSING", 3), ("NOT_STATED", 1)], 1);

    [Fact]
    public void Every_number_names_its_sample_and_a_small_one_is_marked()
    {
        var scores = Page(Card).FindAll(".score > div");

        Assert.Equal(5, scores.Count);
        Assert.Contains("3.5 days", scores[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("75 %", scores[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("9 of 12", scores[1].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Small sample", scores[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Small sample", scores[3].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Refusals_are_listed_by_reason_and_the_usual_time_with_its_source()
    {
        var page = Page(Card);

        Assert.Equal(["Papers missing3", "No reason given1"], page.FindAll("tbody tr").Select(r => r.TextContent.Trim()));
        Assert.Contains("its hotline", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_sent_yet_is_said_and_no_number_is_made_up()
    {
        var page = Page(Scorecard.Of("Example Bank", null, [], [], Now));

        Assert.Empty(page.FindAll(".score"));
        Assert.Contains("Nothing was sent to it yet", page.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<ScorecardPage> Page(Scorecard card)
    {
        Mediator.On<ViewScorecard.Query>(_ => Answer(card));
        return Render<ScorecardPage>(p => p.Add(c => c.Id, Guid.NewGuid()));
    }
}
