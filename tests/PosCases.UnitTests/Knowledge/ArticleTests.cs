using System.Text.RegularExpressions;
using PosCases.Knowledge;
using PosCases.Rules;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Knowledge;

public sealed partial class ArticleTests
{
    private static readonly ArticleContent Content = new()
    {
        TitleZh = "t",
        TitleEn = "slips",
        SummaryZh = "s",
        SummaryEn = "keep them",
        BodyZh = "b",
        BodyEn = "a slip, a slip",
        Topic = ArticleTopic.Safety,
        Audience = Audience.Both,
    };

    public static TheoryData<string> Shipped => [.. KnowledgeLibrary.Read().Select(a => a.Slug)];

    [Fact]
    public void Whoever_wrote_a_draft_does_not_publish_it_and_the_published_version_stays()
    {
        var article = Article.Begin("a", Content, Zhao, Now);

        Assert.Equal(new ArticleRefused(ArticleRefusal.OwnDraft), article.Publish(Zhao, Now).Error);
        Assert.True(article.Publish(Sun, Now).Succeeded);
        article.Write(Content with { TitleEn = "other" }, Sun, Now);
        article.Write(Content with { TitleEn = "third" }, Zhao, Now);

        Assert.Equal((1, 2, "slips"), (article.PublishedNumber, article.Versions.Count, article.Published!.Content.TitleEn));
        Assert.Equal("third", article.Draft!.Content.TitleEn);
        Assert.True(article.Publish(Sun, Now).Succeeded);
        Assert.Equal(new ArticleRefused(ArticleRefusal.NoDraft), article.Publish(Sun, Now).Error);
        Assert.True(article.Retire(Now).Succeeded);
        Assert.Equal(new ArticleRefused(ArticleRefusal.NotPublished), article.Retire(Now).Error);
    }

    [Fact]
    public void A_word_in_the_title_weighs_more_than_in_the_summary_and_that_more_than_in_the_text()
    {
        Assert.Equal(100, ArticleRank.Of(Content, ["SLIPS"]));
        Assert.Equal(20, ArticleRank.Of(Content, ["keep"]));
        Assert.Equal(2, ArticleRank.Of(Content, ["a slip"]));
        Assert.Equal(["a", "b"], ArticleRank.WordsOf("  a  b A "));
    }

    [Fact]
    public void Twelve_articles_are_shipped_with_names_of_their_own()
    {
        var shipped = KnowledgeLibrary.Read();

        Assert.Equal(12, shipped.Count);
        Assert.Equal(shipped.Count, shipped.Select(a => a.Slug).Distinct().Count());
        Assert.True(shipped.Count(a => a.Content.MustRead) >= 3);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_article_is_whole_in_both_languages_and_its_codes_exist(string slug)
    {
        var content = KnowledgeLibrary.Read().Single(a => a.Slug == slug).Content;

        Assert.True(new ArticleContentValidator().Validate(content).IsValid);
        Assert.All(content.Rules, code => Assert.NotNull(RuleLibrary.Find(code)));
        Assert.NotEmpty(content.Measures);
        Assert.All(content.Measures, code => Assert.NotNull(PosCases.AfterCare.PreventionLibrary.Find(code)));
        Assert.Equal(SafeText.Read(content.BodyZh).Select(b => b.GetType()), SafeText.Read(content.BodyEn).Select(b => b.GetType()));
        Assert.DoesNotMatch(Han(), content.TitleEn + content.SummaryEn + content.BodyEn);
        Assert.DoesNotMatch(HalfWidth(), content.SummaryZh + content.BodyZh);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_link_of_a_shipped_article_leads_to_a_page_that_is_there(string slug)
    {
        var articles = KnowledgeLibrary.Read();
        string[] pages = ["/my/new", "/first-aid", "/triage", "/device-check", "/my/trades", "/my/trades/new", "/my/readiness", .. articles.Select(a => $"/help/{a.Slug}")];
        var content = articles.Single(a => a.Slug == slug).Content;

        Assert.All(Links(content.BodyZh).Concat(Links(content.BodyEn)), href => Assert.Contains(href, pages));

        static IEnumerable<string> Links(string body) => SafeText.Read(body)
            .SelectMany(b => b switch { TextParagraph p => p.Spans, TextList l => l.Items.SelectMany(i => i), _ => [] }).Select(s => s.Href).OfType<string>();
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex Han();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}[,;:?!]", RegexOptions.None, 1000)]
    private static partial Regex HalfWidth();
}
