using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.ComponentTests.Desk;
using PosCases.Platform.Messages;
using PosCases.Supervision.Consistency;
using PosCases.Web.Supervision;

namespace PosCases.ComponentTests.Supervision;

public sealed class ConsistencyPageTests : DeskContext
{
    static readonly DecisionKind Kind = new("ABNORMAL_TXN", "SettlementDelay", null);
    static readonly DecisionSplit Split = DecisionSplit.Of([new(Outcome.FullyUnfrozen, 9), new(Outcome.Refused, 1)]);

    readonly DecidedCase odd = new(CaseId.New(), "FZ-2026-000007", "Noodle House", Outcome.Refused, new DateOnly(2026, 11, 20), 1200m, null, null, null);

    public ConsistencyPageTests() => SignIn(Wang);

    [Fact]
    public void Kinds_show_how_they_ended_what_is_unusual_and_that_they_are_few()
    {
        Mediator.On<ViewConsistency.Query>(_ => Answer(new ViewConsistency.Board(new DateOnly(2026, 8, 26), [new(Kind, null, Split, 0)])));

        var page = Render<ConsistencyPage>();

        Assert.Contains("9 cases, 90%", page.Markup, StringComparison.Ordinal);
        Assert.Contains("1 to explain", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Few cases", page.Markup, StringComparison.Ordinal);
        Assert.Equal("/desk/consistency?cause=ABNORMAL_TXN&measure=SettlementDelay", page.Find("tbody td a").GetAttribute("href"));
    }

    [Fact]
    public void An_odd_case_is_explained_with_a_word_and_a_refusal_keeps_what_was_typed()
    {
        Given();
        Mediator.On<ExplainOdd.Command>(c => c.Word.Length == 0 ? new Invalid("Word", "NotEmptyValidator") : Result.Ok);
        var page = Render<ConsistencyPage>();

        page.FindAll("button").Single(b => b.TextContent.Trim() == "Explain").Click();
        page.Find("#explain-odd").Submit();
        Assert.NotEmpty(page.Find("#f-Word-error").TextContent);
        page.Find("#explain-odd textarea").Change("a court holds it");
        page.Find("#explain-odd").Submit();

        Assert.Equal((odd.CaseId, "a court holds it"), Mediator.Sent.OfType<ExplainOdd.Command>().Select(c => (c.CaseId, c.Word)).Last());
        Assert.Empty(page.FindAll("#explain-odd"));
    }

    [Fact]
    public void What_somebody_else_explained_meanwhile_is_said()
    {
        Given();
        Mediator.On<ExplainOdd.Command>(_ => new ExplainedAlready("Zhao"));
        var page = Render<ConsistencyPage>();

        page.FindAll("button").Single(b => b.TextContent.Trim() == "Explain").Click();
        page.Find("#explain-odd textarea").Change("my word");
        page.Find("#explain-odd").Submit();

        Assert.Contains("Zhao has explained it already", page.Markup, StringComparison.Ordinal);
        Assert.Equal("my word", page.Find("#explain-odd textarea").GetAttribute("value") ?? page.Find("#explain-odd textarea").TextContent);
    }

    void Given()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(ConsistencyAddress.Of(90, Kind));
        Mediator.On<ViewConsistency.GroupQuery>(_ => Answer(new ViewConsistency.Group(new(Kind, null, Split, 0), [odd])));
    }
}
