using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Conversation;
using PosCases.Cases.Restriction;
using PosCases.Cases.Search;
using PosCases.Merchants;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Search;

public sealed class SearchTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Theory]
    [InlineData("华南小", SearchKind.Case)]
    [InlineData("星河", SearchKind.Case)]
    [InlineData("DOC-7", SearchKind.Case)]
    [InlineData("doc-7 华南", SearchKind.Case)]
    [InlineData("着急", SearchKind.Note)]
    [InlineData("请问什么", SearchKind.Message)]
    public async Task A_case_is_found_by_whatever_is_said_in_it(string words, SearchKind where)
    {
        var made = await app.Given.Case().Noted("店主很着急").At(DemoPath.Verifying);
        await app.As("li").Send(new PostMessage.Command(made, "请问什么时候方便？"));
        await app.IndexAsync();

        var hit = Assert.Single((await FindAsync("li", words)).Hits, h => h.Case?.Id == made);

        Assert.Contains(where, hit.Places.Select(p => p.Kind));
        Assert.All(hit.Places, p => Assert.Contains(p.Found.Parts, part => part.IsFound));
    }

    [Fact]
    public async Task A_case_is_found_by_its_number_before_all_others()
    {
        var made = await app.ViewOf(await app.Given.Case().At(DemoPath.Filed));
        await app.Given.Case().Noted($"同一商户，参见 {made.Case.Number}").At(DemoPath.Verifying);
        await app.IndexAsync();

        var found = await FindAsync("wang", made.Case.Number.ToLowerInvariant());

        Assert.Equal(2, found.Hits.Count);
        Assert.Equal(made.Case.Id, found.Hits[0].Case!.Id);
    }

    [Fact]
    public async Task What_changed_is_found_anew_and_what_it_said_before_is_not()
    {
        var made = await app.ViewOf(await app.Given.Case().Of("lanxin").At(DemoPath.Verifying));
        await app.IndexAsync();
        Assert.Empty((await FindAsync("li", "刚才来电")).Hits);

        await app.As("li").Send(new AddNote.Command(made.Case.Id, "刚才来电说收到短信"));
        var merchant = await app.AskAsync(db => db.Set<Merchant>().SingleAsync(m => m.Id == made.Case.MerchantId));
        var renamed = await app.As("li").Send(new ReviseMerchant.Command(
            merchant.Id, merchant.Version, new("兰馨改名花店", merchant.Kind, merchant.UnifiedCreditCode, merchant.Mcc, merchant.Region, merchant.Address)));
        Assert.True(renamed.Succeeded, renamed.Error?.Code);
        await app.IndexAsync();

        Assert.Single((await FindAsync("li", "刚才来电")).Hits);
        var found = (await FindAsync("li", "改名花店")).Hits;
        Assert.Contains(found, h => h.Case?.Id == made.Case.Id);
        Assert.Contains(found, h => h.Case is null && h.Merchant == merchant.Id);
        Assert.DoesNotContain((await FindAsync("li", merchant.Name)).Hits, h => h.Case?.Id == made.Case.Id);
    }

    [Fact]
    public async Task A_merchant_finds_his_own_cases_but_no_note_and_nothing_of_others()
    {
        var own = await app.Given.Case().Noted("内部看法绝密").At(DemoPath.Verifying);
        await app.Given.Case().Of("xiangman").By("wang").At(DemoPath.Verifying);
        await app.As("huanan").Send(new PostMessage.Command(own, "我已经问过客户"));
        await app.IndexAsync();

        Assert.Equal(own, Assert.Single((await FindAsync("huanan", "问过客户")).Hits).Case!.Id);
        Assert.Empty((await FindAsync("huanan", "绝密")).Hits);
        Assert.NotEmpty((await FindAsync("li", "绝密")).Hits);
        Assert.All((await FindAsync("huanan", "星河")).Hits, h => Assert.Equal("huanan", MerchantKey(h)));
        Assert.Empty((await FindAsync("xiangman", "问过客户")).Hits);

        string MerchantKey(SearchCases.Hit hit) => hit.Case!.MerchantName.StartsWith("华南", StringComparison.Ordinal) ? "huanan" : hit.Case.MerchantName;
    }

    [Fact]
    public async Task A_restricted_case_is_found_only_by_whom_it_is_open_to()
    {
        var made = await app.ViewOf(await app.Given.Case().Noted("特别线索").At(DemoPath.Verifying));
        await app.IndexAsync();
        Assert.NotEmpty((await FindAsync("wang", "特别线索")).Hits);

        var done = await app.As("zhao").Send(new RestrictCase.Command(made.Case.Id, made.Case.Version, RestrictionCause.Crime, "涉案", [app.CallerOf("zhao").Id], false));
        Assert.True(done.Succeeded, done.Error?.Code);

        Assert.Empty((await FindAsync("wang", "特别线索")).Hits);
        Assert.NotEmpty((await FindAsync("li", "特别线索")).Hits);
    }

    [Fact]
    public async Task What_cannot_be_looked_for_is_said_instead_of_nothing_found()
    {
        Assert.True((await FindAsync("li", "冻")).IsEmpty);
        Assert.True((await FindAsync("li", "冻 账户冻结")).LeftOut);
        Assert.Equal("Invalid", (await app.As("li").Send(new SearchCases.Query(new string('长', 101)))).Error!.Code);
    }

    [Fact]
    public async Task What_was_there_before_the_index_is_added_to_it()
    {
        var made = await app.Given.Case().Noted("旧库里的备注").At(DemoPath.Verifying);
        await app.AskAsync(async db => await db.Set<SearchTodo>().ExecuteDeleteAsync() + await db.Set<SearchProgress>().ExecuteDeleteAsync());
        Assert.True((await FindAsync("li", "旧库里的")).IsFilling);

        await app.IndexAsync();

        var found = await FindAsync("li", "旧库里的");
        Assert.False(found.IsFilling);
        Assert.Equal(made, Assert.Single(found.Hits).Case!.Id);
    }

    [Fact]
    public async Task The_index_holds_each_text_once_however_often_it_changed()
    {
        var made = await app.Given.Case().At(DemoPath.Verifying);
        foreach (var word in new[] { "第一条备注", "第二条备注" })
        {
            await app.As("li").Send(new AddNote.Command(made, word));
            await app.IndexAsync();
        }

        var (rows, indexed) = await app.AskAsync(async db => (
            await db.Set<SearchEntry>().CountAsync(),
            await db.Database.SqlQuery<int>($"""SELECT COUNT(*) AS "Value" FROM "SearchIndex" """).SingleAsync()));
        Assert.Equal(rows, indexed);
        Assert.Equal(2, Assert.Single((await FindAsync("li", "条备注")).Hits).PlaceCount);
    }

    private async Task<SearchCases.Answer> FindAsync(string person, string words) => (await app.As(person).Send(new SearchCases.Query(words))).Value;
}
