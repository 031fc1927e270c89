using System.Net;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Conversation;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.Cases.Search;

public sealed class SearchPageTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task The_page_marks_what_was_found_and_keeps_what_was_typed()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        var id = await host.AskAsync(db => db.Set<Case>().Where(c => c.Number == number).Select(c => c.Id).SingleAsync());
        await host.SendAsync(new PostMessage.Command(id, "<b>客户</b>催得很急"), await host.CallerOf(owner));
        await host.IndexAsync();
        using var visitor = await host.VisitAsync(owner);

        var page = await visitor.GetAsync("/search?q=" + Uri.EscapeDataString("催得 </b>"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<mark>催得</mark>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<b>客户<mark></b></mark><mark>催得</mark>", page.Html, StringComparison.Ordinal);
        Assert.Contains($"/my/cases/{number}", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"催得 </b>\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("冻", "请至少输入两个字")]
    [InlineData("没有这个词", "没有找到“没有这个词”")]
    public async Task What_was_not_found_and_what_could_not_be_looked_for_are_told_apart(string typed, string said)
    {
        using var visitor = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));

        Assert.Contains(said, (await visitor.GetAsync("/search?q=" + Uri.EscapeDataString(typed))).Html, StringComparison.Ordinal);
    }
}
