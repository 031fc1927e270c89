using PosCases.Knowledge;
using PosCases.Web.Cases;
using PosCases.Web.Knowledge;

namespace PosCases.ComponentTests.Knowledge;

public sealed class ArticlePartsTests : FeatureContext
{
    public ArticlePartsTests() : base(isInteractive: false, addServices: services => services.AddCaseScreens())
    {
    }

    [Fact]
    public void The_text_is_shown_with_its_marks_and_html_as_words()
    {
        var body = Render<ArticleBody>(p => p.Add(b => b.Text, "## Head\n**mind** <b>this</b>\n- [here](/help)"));

        Assert.Equal("Head", body.Find("h2").TextContent);
        Assert.Equal("mind", body.Find("strong").TextContent);
        Assert.Empty(body.FindAll("b"));
        Assert.Equal("/help", body.Find("li a").GetAttribute("href"));
    }

    [Fact]
    public void A_case_shows_the_articles_on_its_causes_and_nothing_without_any()
    {
        Mediator.On<ListArticlesOfCase.Query>(q => Answer<IReadOnlyList<ListArticlesOfCase.Row>>(q.Number == "A" ? [new("scam-calls", "z", "Scam calls")] : []));

        Assert.Equal("/help/scam-calls", Render<CaseArticles>(p => p.Add(c => c.Number, "A")).Find("a").GetAttribute("href"));
        Assert.Empty(Render<CaseArticles>(p => p.Add(c => c.Number, "B")).Markup.Trim());
    }
}
