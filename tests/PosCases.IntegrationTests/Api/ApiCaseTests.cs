using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.TestSupport;
using PosCases.Web.Api;

namespace PosCases.IntegrationTests.Api;

/// <summary>What a program does with cases, from filing to a paper, and what comes of sending it again.</summary>
[Collection(ApiHost.Name)]
public sealed class ApiCaseTests(ApiHost app)
{
    private static readonly object Filing = new { toldBy = "noNotice", measure = "unknown", imposedBy = "unknown", reason = "noReason", amount = 1280.5m };

    [Fact]
    public async Task A_case_is_filed_found_taken_up_and_written_on()
    {
        using var merchant = await app.ProgramOf("huanan");
        using var agent = await app.ProgramOf("li");

        var filed = await merchant.PostAsync("cases", Filing);
        Assert.Equal(HttpStatusCode.Created, filed.Status);
        var path = filed.Headers["Location"];
        var shown = await agent.GetAsync(path);
        Assert.Equal("filed", shown.Json.GetProperty("case").GetProperty("status").GetString());
        Assert.Equal(1280.5m, shown.Json.GetProperty("case").GetProperty("amount").GetDecimal());
        Assert.EndsWith("+08:00", shown.Json.GetProperty("case").GetProperty("filedAt").GetString(), StringComparison.Ordinal);
        var action = shown.Json.GetProperty("allowed").EnumerateArray().First(a => a.GetProperty("action").GetString() == "start-verification");

        var taken = await agent.PostAsync(action.GetProperty("href").GetString()!, null, version: shown.Tag);
        Assert.Equal("verification", taken.Json.GetProperty("case").GetProperty("status").GetString());
        Assert.NotEqual(shown.Tag, taken.Tag);
        Assert.Equal(HttpStatusCode.NoContent, (await agent.PostAsync(path + "/notes", new { text = "for the desk" })).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await agent.PostAsync(path + "/messages", new { text = "for you" })).Status);

        Assert.Equal("for the desk", (await agent.GetAsync(path + "/notes")).Json.GetProperty("items")[0].GetProperty("text").GetString());
        Assert.Equal("for you", (await merchant.GetAsync(path + "/messages")).Json.GetProperty("items")[0].GetProperty("text").GetString());
        var newest = (await agent.GetAsync(path + "/timeline?limit=1")).Json;
        Assert.Equal("verificationStarted", newest.GetProperty("items")[0].GetProperty("kind").GetString());
        var older = (await agent.GetAsync($"{path}/timeline?before={newest.GetProperty("next").GetInt64()}")).Json;
        Assert.Equal(JsonValueKind.Null, older.GetProperty("next").ValueKind);
        Assert.Equal("filed", older.GetProperty("items").EnumerateArray().Last().GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_program_that_prefers_little_acts_on_by_the_version_alone()
    {
        var (_, number) = await app.CaseAtAsync(DemoPath.Filed);
        using var agent = await app.ProgramOf("li");
        var path = $"cases/{number}";
        var read = await agent.GetAsync(path);

        var taken = await agent.PostAsync($"{path}/actions/start-verification", null, version: read.Tag, prefer: "respond-async, return=minimal");

        Assert.Equal((HttpStatusCode.NoContent, "return=minimal"), (taken.Status, taken.Headers["Preference-Applied"]));
        Assert.Empty(taken.Bytes);
        var wait = new { @for = "merchant", reason = "the notice", until = "2027-01-08" };
        var stale = await agent.PostAsync($"{path}/actions/wait", wait, version: read.Tag, prefer: "return=minimal");
        Assert.Equal("Conflict", stale.Code);
        Assert.DoesNotContain("Preference-Applied", stale.Headers.Keys);
        var waiting = await agent.PostAsync($"{path}/actions/wait", wait, version: taken.Tag, prefer: "return=representation; depth=1, return=minimal");
        Assert.Equal((HttpStatusCode.OK, "waiting"), (waiting.Status, waiting.Json.GetProperty("case").GetProperty("status").GetString()));
        Assert.DoesNotContain("Preference-Applied", waiting.Headers.Keys);
    }

    [Fact]
    public async Task A_token_that_may_not_read_gets_the_version_when_it_prefers_little()
    {
        var (_, number) = await app.CaseAtAsync(DemoPath.Filed);
        using var reader = await app.ProgramOf("li");
        using var writer = await app.ProgramOf("li", TokenScopes.Write);

        var taken = await writer.PostAsync($"cases/{number}/actions/start-verification", null, version: (await reader.GetAsync($"cases/{number}")).Tag, prefer: "Return=\"minimal\"");

        Assert.Equal(HttpStatusCode.NoContent, taken.Status);
        Assert.Equal((await reader.GetAsync($"cases/{number}")).Tag, taken.Tag);
    }

    [Fact]
    public async Task The_allowed_actions_are_those_that_have_an_endpoint()
    {
        using var agent = await app.ProgramOf("li");
        using var supervisor = await app.ProgramOf("zhao");
        var document = (await agent.GetAsync("/openapi/v1.json")).Json.GetProperty("paths");
        var actions = document.EnumerateObject().Where(p => p.Name.Contains("/actions/", StringComparison.Ordinal)).Select(p => p.Name.Split('/')[^1]).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(Enum.GetValues<CaseAction>().Length, actions.Count);
        foreach (var path in new[] { DemoPath.Verifying, DemoPath.Collecting, DemoPath.Submitted, DemoPath.Proposed, DemoPath.ClosedFull })
        {
            var (_, number) = await app.CaseAtAsync(path);
            foreach (var program in new[] { agent, supervisor })
            {
                var allowed = (await program.GetAsync($"cases/{number}")).Json.GetProperty("allowed").EnumerateArray().Select(a => a.GetProperty("action").GetString()!);
                Assert.Subset(actions, allowed.ToHashSet(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Five_sendings_of_one_intent_at_once_make_one_case_and_get_one_answer()
    {
        using var merchant = await app.ProgramOf("huanan");
        var key = $"{Guid.NewGuid()}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => merchant.PostAsync("cases", Filing, key)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.Status));
        Assert.Single(answers.Select(a => a.Text).Distinct(StringComparer.Ordinal));
        var number = answers[0].Json.GetProperty("number").GetString();
        Assert.Equal(1, await app.AskAsync(db => db.Set<Case>().CountAsync(c => c.Number == number)));
        var other = await merchant.PostAsync("cases", new { toldBy = "noNotice", measure = "judicialFreeze", imposedBy = "unknown", reason = "noReason" }, key);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "CommandIdReused"), (other.Status, other.Code));
    }

    [Fact]
    public async Task The_keys_of_two_people_do_not_meet()
    {
        var (_, number) = await app.CaseAtAsync(DemoPath.Verifying);
        using var li = await app.ProgramOf("li");
        using var wang = await app.ProgramOf("wang");

        Assert.Equal(HttpStatusCode.NoContent, (await li.PostAsync($"cases/{number}/notes", new { text = "one" }, "monday")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await wang.PostAsync($"cases/{number}/notes", new { text = "two" }, "monday")).Status);
        Assert.Equal(2, (await li.GetAsync($"cases/{number}/notes")).Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_paper_comes_in_once_and_goes_out_as_it_came()
    {
        var (id, number) = await app.CaseAtAsync(DemoPath.Collecting);
        using var merchant = await app.ProgramOf("huanan");
        var (bytes, key) = (Pictures.Png(60), $"{Guid.NewGuid()}");
        var before = await PapersAsync(id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => merchant.PostBytesAsync($"cases/{number}/evidence?name=door.png&code=STOREFRONT_PHOTO", bytes, key)));

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.Created, answers[0].Text), (a.Status, a.Text)));
        Assert.Equal(before + 1, await PapersAsync(id));
        Assert.Equal("CommandIdReused", (await merchant.PostBytesAsync($"cases/{number}/evidence?name=door.png", Pictures.Png(61), key)).Code);
        var item = answers[0].Json.GetProperty("id").GetGuid();
        var listed = (await merchant.GetAsync($"cases/{number}/evidence")).Json.GetProperty("items").EnumerateArray().Single(p => p.GetProperty("id").GetGuid() == item);
        Assert.Equal(("STOREFRONT_PHOTO", "image/png", "submitted"), (listed.GetProperty("code").GetString(), listed.GetProperty("contentType").GetString(), listed.GetProperty("status").GetString()));
        var fetched = await merchant.GetAsync($"evidence/{item}/content");
        Assert.Equal(bytes, fetched.Bytes);
        Assert.Contains("attachment", fetched.Headers["Content-Disposition"], StringComparison.Ordinal);

        Task<int> PapersAsync(CaseId of) => app.AskAsync(db => db.Set<Case>().Where(c => c.Id == of).SelectMany(c => c.Evidence).CountAsync());
    }

    [Fact]
    public async Task Pages_of_a_list_hold_what_the_worklist_holds_in_its_order()
    {
        for (var i = 0; i < 5; i++)
        {
            await app.CaseAtAsync(DemoPath.Filed);
        }

        using var agent = await app.ProgramOf("li");
        List<string> numbers = [];
        string? next = null;
        do
        {
            var page = (await agent.GetAsync($"cases?status=filed&sort=oldest&limit=2{(next is null ? "" : $"&after={next}")}")).Json;
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("number").GetString()!));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null && numbers.Count < 20);

        var listed = await app.As("li").Send(new ListCases.Query(WorkView.All, new CaseFilter { Statuses = [CaseStatus.Filed] }, CaseSort.Oldest, Size: 100));
        Assert.Equal(listed.Value.Rows.Select(r => r.Number).Take(numbers.Count), numbers);
        Assert.Equal(numbers.Count, numbers.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_filter_of_the_worklist_has_a_parameter() =>
        Assert.Equal(
            ["AmountFrom", "AmountTo", "Cause", "Institution", "Measure", "OlderThanDays", "Owner", "Priority", "Region", "Statuses", "Tag", "Text"],
            typeof(CaseFilter).GetProperties().Where(p => p.CanWrite && p.Name != "EqualityContract").Select(p => p.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("colour=red", "colour", "Api.UnknownName")]
    [InlineData("status=filed&status=melted", "status", "Api.UnknownValue")]
    [InlineData("view=nowhere", "view", "Api.UnknownValue")]
    [InlineData("sort=colour", "sort", "Api.UnknownValue")]
    [InlineData("from=much", "from", "Api.UnknownValue")]
    [InlineData("limit=101", "limit", "Api.UnknownValue")]
    [InlineData("after=nonsense!", "after", "Api.UnknownValue")]
    [InlineData("owner=someone", "owner", "Api.UnknownValue")]
    public async Task A_condition_that_is_not_understood_is_refused_by_its_name(string query, string field, string code)
    {
        using var agent = await app.ProgramOf("li", TokenScopes.Read);

        var answer = await agent.GetAsync("cases?" + query);

        Assert.Equal((HttpStatusCode.BadRequest, "Invalid"), (answer.Status, answer.Code));
        Assert.Equal(code, answer.Json.GetProperty("errors").GetProperty(field)[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("view=unassigned&sort=due&owner=nobody&from=1.50&to=100000&age=0&q=POS&measure=judicial-freeze&status=closed&status=Filed")]
    [InlineData("view=due-today&measure=judicialFreeze&owner=me&cause=ABNORMAL_TXN")]
    public async Task Every_condition_of_the_worklist_is_understood(string query)
    {
        using var agent = await app.ProgramOf("li", TokenScopes.Read);

        Assert.Equal(HttpStatusCode.OK, (await agent.GetAsync("cases?" + query)).Status);
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        using var agent = await app.ProgramOf("li", TokenScopes.Read);

        Assert.Equal("Invalid", (await agent.GetAsync($"cases?sort=newest&after={ApiList.Seal("1-1", CaseSort.Due)}")).Code);
        Assert.Equal(HttpStatusCode.OK, (await agent.GetAsync($"cases?sort=newest&after={ApiList.Seal("1-1", CaseSort.Newest)}")).Status);
    }
}
