using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Rules;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Rules;

public sealed class RuleMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task The_start_enters_the_library_in_its_order_and_a_further_import_changes_nothing()
    {
        var first = (await app.As("huanan").Send(new ListRules.Query())).Value;
        Assert.Null((await app.As(PosCases.Platform.Security.Caller.System).Send(new ImportRules.Command())).Error);
        var second = (await app.As("huanan").Send(new ListRules.Query())).Value;

        Assert.Equal(RuleLibrary.All.Select(e => e.Code), first.Rows.Select(r => r.Code));
        Assert.Equal(first.Rows.Select(r => r.Version), second.Rows.Select(r => r.Version));
    }

    [Fact]
    public async Task A_rule_is_found_by_its_code_its_words_in_either_language_and_its_kind()
    {
        Assert.Equal("AML-39", Assert.Single((await Search("AML-39")).Rows).Code);
        Assert.Contains((await Search("fifteen days")).Rows, r => r.Code == "AML-39");
        Assert.Contains((await Search("\u5341\u4E94\u65E5")).Rows, r => r.Code == "AML-39");
        Assert.All((await Search(null, RuleKind.Association)).Rows, r => Assert.Equal(RuleKind.Association, r.Card.Kind));
    }

    [Fact]
    public async Task An_edit_needs_a_supervisor_a_reason_and_the_version_seen_and_leaves_the_old_card_in_the_log()
    {
        var today = ShanghaiTime.DateOf(app.Clock.GetUtcNow());
        var row = Assert.Single((await Search("CPL-145")).Rows);
        var edited = row.Card with { SaysEn = "Said anew.", LastCheckedOn = today };
        var sender = app.As("zhao");

        Assert.IsType<NotPermitted>((await app.As("li").Send(new ReviseRule.Command(row.Code, row.Version, edited, "r"))).Error);
        Assert.IsType<NotPermitted>((await app.As("huanan").Send(new ViewRuleChanges.Query(row.Code))).Error);
        Assert.Equal("Reason", Fields(await sender.Send(new ReviseRule.Command(row.Code, row.Version, edited, " "))));
        Assert.Equal("Card.LastCheckedOn", Fields(await sender.Send(new ReviseRule.Command(row.Code, row.Version, edited with { LastCheckedOn = today.AddDays(1) }, "r"))));
        Assert.Equal(new NotFound("Rule"), (await sender.Send(new ReviseRule.Command("NO-1", row.Version, edited, "r"))).Error);
        Assert.Null((await sender.Send(new ReviseRule.Command(row.Code, row.Version, edited, "compared with the official site"))).Error);
        Assert.Equal(new Conflict(), (await sender.Send(new ReviseRule.Command(row.Code, row.Version, edited, "again"))).Error);

        Assert.Equal("Said anew.", Assert.Single((await Search("CPL-145")).Rows).Card.SaysEn);
        var change = Assert.Single((await sender.Send(new ViewRuleChanges.Query(row.Code))).Value);
        Assert.Equal(("compared with the official site", row.Card), (change.Reason, change.Before));
    }

    [Fact]
    public async Task Only_who_may_edit_is_told_so()
    {
        Assert.True((await app.As("admin").Send(new ListRules.Query())).Value.MayManage);
        Assert.False((await app.As("li").Send(new ListRules.Query())).Value.MayManage);
    }

    private static string Fields(Result refused) => string.Join(',', Assert.IsType<Invalid>(refused.Error).Fields.Select(f => f.Field));

    private async Task<ListRules.Answer> Search(string? text, RuleKind? kind = null) => (await app.As("li").Send(new ListRules.Query(text, kind))).Value;
}
