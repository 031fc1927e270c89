using Microsoft.Extensions.DependencyInjection;
using PosCases.Platform.Messages;
using PosCases.Rules;
using PosCases.Web.Rules;
using PosCases.Web.Shell;

namespace PosCases.ComponentTests.Rules;

public sealed class RuleRefTests : FeatureContext
{
    private static readonly RuleCard Shipped = RuleLibrary.Find("ATFL-32")!;

    public RuleRefTests()
        : base(addServices: services => services.AddRuleScreens())
    {
    }

    [Fact]
    public void It_names_the_rule_with_its_label_and_date_and_opens_its_card()
    {
        Mediator.On<ListRules.Query>(_ => Answer(new ListRules.Answer([], false)));

        var shown = Render<RuleRef>(p => p.Add(r => r.Code, "ATFL-32"));

        Assert.Contains("Anti-Telecom-Fraud Law Art. 32", shown.Find("summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("Text read", shown.Find("summary").TextContent, StringComparison.Ordinal);
        Assert.Contains("2022", shown.Find("summary").TextContent, StringComparison.Ordinal);
        Assert.Contains(Shipped.SaysEn, shown.Find(".rule-ref-card").TextContent, StringComparison.Ordinal);
        Assert.Equal("/rules#ATFL-32", shown.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void It_says_what_people_edited_and_reads_the_library_once_for_several_references()
    {
        Mediator.On<ListRules.Query>(_ => Answer(new ListRules.Answer([new("ATFL-32", Guid.NewGuid(), Shipped with { SaysEn = "Said anew." })], false)));

        var first = Render<RuleRef>(p => p.Add(r => r.Code, "ATFL-32"));
        Render<RuleRef>(p => p.Add(r => r.Code, "AML-39"));

        Assert.Contains("Said anew.", first.Find(".rule-ref-card").TextContent, StringComparison.Ordinal);
        Assert.Single(Mediator.Sent.OfType<ListRules.Query>());
    }

    [Fact]
    public void An_unknown_code_is_only_named()
    {
        Mediator.On<ListRules.Query>(_ => Answer(new ListRules.Answer([], false)));

        Assert.Equal("NO-1", Render<RuleRef>(p => p.Add(r => r.Code, "NO-1")).Find("span").TextContent);
    }

    [Fact]
    public void The_desks_list_offers_to_edit_only_to_those_who_may_and_sends_the_card_with_a_reason()
    {
        Authorization.SetAuthorized("Zhao").SetRoles(NavRoles.Supervisor);
        ListRules.Row row = new("ATFL-32", Guid.NewGuid(), Shipped);
        Mediator.On<ListRules.Query>(_ => Answer(new ListRules.Answer([row], MayManage: false)));
        Assert.Empty(Render<DeskRulesPage>().FindAll(".card-actions button"));
        Mediator.On<ListRules.Query>(_ => Answer(new ListRules.Answer([row], MayManage: true)));
        Mediator.On<ReviseRule.Command>(_ => Result.Ok);
        var page = Render<DeskRulesPage>();

        page.FindAll(".card-actions button")[1].Click();
        page.Find("[name='Card.SaysEn']").Change("Said anew.");
        page.Find("[name='Reason']").Change("checked");
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<ReviseRule.Command>();
        Assert.Equal((row.Version, "Said anew.", "checked"), (sent.Version, sent.Card.SaysEn, sent.Reason));
        Assert.Equal(new DateOnly(2026, 11, 24), sent.Card.LastCheckedOn);
    }
}
