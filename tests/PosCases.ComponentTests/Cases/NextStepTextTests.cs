using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.Web.Cases;
using PosCases.Web.Cases.My;

namespace PosCases.ComponentTests.Cases;

public sealed class NextStepTextTests : CaseContext
{
    [Fact]
    public void It_says_what_who_and_when()
    {
        var step = Show(Summary().Next);

        Assert.Equal(["next-step-what", "next-step-who", "next-step-when"], step.FindAll(".next-step > span").Select(s => s.ClassList[0]));
        Assert.Equal("The agent", step.Find(".next-step-who").TextContent);
        Assert.StartsWith("2026-11-24", step.Find(".next-step-when time").GetAttribute("datetime"), StringComparison.Ordinal);
        Assert.Empty(step.FindAll(".next-step-late"));
    }

    [Theory]
    [InlineData(false, "tone-danger")]
    [InlineData(true, "tone-warn")]
    public void What_is_late_has_the_late_tone_and_a_mark_that_is_not_colour_alone(bool forMerchant, string tone)
    {
        var late = Show(Late().Next, forMerchant).Find(".next-step-when");

        Assert.Contains("next-step-late", late.ClassList);
        Assert.Contains(tone, late.ClassList);
        Assert.StartsWith("Past its date", forMerchant ? late.TextContent.Trim() : late.QuerySelector("svg")!.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_without_a_date_says_so()
    {
        var step = Show(new NextStep(NextStepKind.LegalRoute, Ball.Agent, null));

        Assert.Equal("No date applies", step.Find(".next-step-when.unknown").TextContent);
    }

    [Fact]
    public void Where_nobody_has_the_ball_there_is_neither_who_nor_when() =>
        Assert.Single(Show(new NextStep(NextStepKind.Rate, Ball.Nobody, null)).FindAll(".next-step > span"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_merchants_list_and_the_five_answers_agree_on_who_when_and_whether_it_is_late(bool isLate)
    {
        var row = isLate ? Late() : Summary();

        var card = Render<CaseCard>(p => p.Add(c => c.Row, row));
        var five = Render<FiveAnswers>(p => p.Add(f => f.Summary, row).Add(f => f.ForMerchant, true));

        Assert.Contains(card.Find(".next-step-who").TextContent, five.Markup, StringComparison.Ordinal);
        Assert.Contains(card.Find(".next-step-when time").TextContent, five.Markup, StringComparison.Ordinal);
        Assert.Equal(isLate, card.FindAll(".next-step-late").Count == 1);
        Assert.Equal(isLate, five.Markup.Contains("Past its date", StringComparison.Ordinal));
    }

    IRenderedComponent<NextStepText> Show(NextStep next, bool forMerchant = false) =>
        Render<NextStepText>(p => p.Add(n => n.Next, next).Add(n => n.ForMerchant, forMerchant));

    static CaseSummary Late() => Summary() with { Facts = Summary().Facts with { DueAt = Now.AddHours(-1), StageDueAt = Now.AddHours(-1) } };
}
