using PosCases.AfterCare;
using PosCases.Knowledge;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Knowledge;

public sealed class KnowledgeMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task An_article_is_found_by_the_measures_of_a_cases_after_care_and_by_a_measure_alone()
    {
        Assert.Equal(["UnknownCode"], Assert.IsType<Invalid>((await app.As("zhao").Send(new SaveArticleDraft.Command("by-measure", null, Content with { Measures = ["P99"] }))).Error).Fields.Select(f => f.Code));
        var id = (await app.As("zhao").Send(new SaveArticleDraft.Command("by-measure", null, Content with { Audience = Audience.Both, Measures = ["P21"] }))).Value;
        var version = (await app.As("sun").Send(new ManageArticles.OneQuery("by-measure"))).Value.Article.Version;
        Assert.Null((await app.As("sun").Send(new PublishArticle.Command(id, version))).Error);
        Assert.Equal(["by-measure", "device-self-check"], (await app.As("huanan").Send(new ListArticlesOfCase.OfMeasureQuery("P21"))).Value.Select(r => r.Slug));

        var made = (await app.ViewOf(await app.Given.Case().Of("huanan").By("li").At(DemoPath.Proposed))).Case;
        Assert.DoesNotContain(await OfCaseAsync("li"), r => r.Slug == "by-measure");
        var day = PosCases.Platform.ShanghaiTime.DateOf(app.Clock.GetUtcNow()).AddDays(20);
        Assert.Null((await app.As("li").Send(new SaveCarePlan.Command(made.Id, null, [new CareLine("P21", day), new CareLine("P12", day), new CareLine("P14", day), new CareLine("P23", day)]))).Error);
        Assert.Contains(await OfCaseAsync("li"), r => r.Slug == "device-self-check");
        // What is planned only is the desk's until it is handed over.
        Assert.DoesNotContain(await OfCaseAsync("huanan"), r => r.Slug == "device-self-check");

        async Task<IReadOnlyList<ListArticlesOfCase.Row>> OfCaseAsync(string person) => (await app.As(person).Send(new ListArticlesOfCase.Query(made.Number))).Value;
    }

    private static readonly ArticleContent Content = new()
    {
        TitleZh = "仓库盘点",
        TitleEn = "Counting the store",
        SummaryZh = "怎么数。",
        SummaryEn = "How to count.",
        BodyZh = "慢慢数。",
        BodyEn = "Slowly.",
        Topic = ArticleTopic.Training,
        Audience = Audience.Staff,
        MustRead = true,
    };

    [Fact]
    public async Task Nobody_signed_in_reads_what_is_for_merchants_and_a_search_finds_chinese_best_first()
    {
        var nobody = app.As(Caller.Anonymous);

        var found = (await nobody.Send(new ListArticles.Query(Search: "核实"))).Value;

        Assert.Equal("verify-a-notice", found[0].Slug);
        Assert.True(found.Count > 1);
        Assert.DoesNotContain(found, r => r.IsDue);
        Assert.Empty((await nobody.Send(new ListArticles.Query(Search: "100%"))).Value);
        Assert.Equal(["device-self-check"], (await nobody.Send(new ListArticles.Query(ArticleTopic.Safety, "network"))).Value.Select(r => r.Slug));
        var police = (await nobody.Send(new ReadArticle.Query("police-freeze"))).Value;
        Assert.Contains(police.Sources, s => s.Label == PosCases.Rules.RuleLabel.Secondary);
        Assert.IsType<SignInNeeded>((await nobody.Send(new RecordReading.Command(police.Id, police.Number, true))).Error);
    }

    [Fact]
    public async Task A_draft_is_published_by_another_supervisor_and_a_new_version_asks_its_readers_again()
    {
        var id = (await app.As("zhao").Send(new SaveArticleDraft.Command("count-the-store", null, Content))).Value;
        Assert.IsType<NotPermitted>((await app.As("li").Send(new SaveArticleDraft.Command("mine", null, Content))).Error);
        var coaching = Assert.IsType<Invalid>((await app.As("sun").Send(new SaveArticleDraft.Command("mine", null, Content with { BodyEn = "Then split the amount." }))).Error);
        Assert.Equal(("Content.BodyEn", "Coaches"), (coaching.Fields[0].Field, coaching.Fields[0].Code));
        Assert.Equal(new ArticleRefused(ArticleRefusal.SlugTaken), (await app.As("sun").Send(new SaveArticleDraft.Command("count-the-store", null, Content))).Error);
        Assert.Equal(new NotFound(nameof(Article)), (await app.As("li").Send(new ReadArticle.Query("count-the-store"))).Error);

        Assert.Equal(new ArticleRefused(ArticleRefusal.OwnDraft), (await app.As("zhao").Send(new PublishArticle.Command(id, await VersionAsync()))).Error);
        Assert.Null((await app.As("sun").Send(new PublishArticle.Command(id, await VersionAsync()))).Error);
        Assert.True(await IsDueAsync());
        Assert.Null((await app.As("li").Send(new RecordReading.Command(id, 1, true))).Error);
        Assert.False(await IsDueAsync());
        // For staff alone: to a merchant it does not exist.
        Assert.Equal(new NotFound(nameof(Article)), (await app.As("huanan").Send(new ReadArticle.Query("count-the-store"))).Error);
        Assert.Equal(new NotFound(nameof(Article)), (await app.As("huanan").Send(new RecordReading.Command(id, 1, true))).Error);

        var seen = await VersionAsync();
        Assert.Null((await app.As("zhao").Send(new SaveArticleDraft.Command("count-the-store", seen, Content with { BodyEn = "Twice." }))).Error);
        Assert.IsType<Conflict>((await app.As("zhao").Send(new SaveArticleDraft.Command("count-the-store", seen, Content))).Error);
        Assert.Null((await app.As("sun").Send(new PublishArticle.Command(id, await VersionAsync()))).Error);
        Assert.True(await IsDueAsync());
        Assert.IsType<Conflict>((await app.As("li").Send(new RecordReading.Command(id, 1, true))).Error);

        async Task<bool> IsDueAsync() => (await app.As("li").Send(new ListArticles.DueQuery())).Value.Any(r => r.Slug == "count-the-store");

        async Task<Guid> VersionAsync() => (await app.As("sun").Send(new ManageArticles.OneQuery("count-the-store"))).Value.Article.Version;
    }

    [Fact]
    public async Task A_supervisor_sees_who_of_the_staff_read_it_and_how_many_merchants_did()
    {
        var article = (await app.As("huanan").Send(new ReadArticle.Query("scam-calls"))).Value;
        await app.As("huanan").Send(new RecordReading.Command(article.Id, article.Number, false));
        await app.As("huanan-staff").Send(new RecordReading.Command(article.Id, article.Number, true));
        await app.As("li").Send(new RecordReading.Command(article.Id, article.Number, true));

        var view = (await app.As("zhao").Send(new ManageArticles.OneQuery("scam-calls"))).Value;

        Assert.Equal((1, 2), (view.Merchants, view.MerchantPeople));
        Assert.Equal(1, view.Staff.Count(r => r.UnderstoodAt is not null));
        Assert.Contains(view.Staff, r => r.ReadAt is null);
        var row = (await app.As("zhao").Send(new ManageArticles.Query())).Value.Single(r => r.Article.Slug == "scam-calls");
        Assert.Equal((1, 1), (row.Merchants, row.Staff));
        Assert.IsType<NotPermitted>((await app.As("li").Send(new ManageArticles.Query())).Error);
    }

    [Fact]
    public async Task A_case_is_offered_the_articles_on_its_causes_and_a_strangers_is_not()
    {
        var made = (await app.ViewOf(await app.Given.Case().At(DemoPath.Collecting))).Case;
        var causes = made.Causes.Where(c => c.RemovedAt is null).Select(c => c.Code).ToList();
        var expected = KnowledgeLibrary.Read().Where(a => a.Content.Causes.Any(causes.Contains)).Select(a => a.Slug).ToList();

        var offered = (await app.As("huanan").Send(new ListArticlesOfCase.Query(made.Number))).Value.Select(r => r.Slug).ToList();

        Assert.Equal(Math.Min(3, expected.Count), offered.Count);
        Assert.Subset(expected.ToHashSet(), offered.ToHashSet());
        Assert.Equal(new NotFound("Case"), (await app.As("lanxin").Send(new ListArticlesOfCase.Query(made.Number))).Error);
    }
}
