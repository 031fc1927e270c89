using PosCases.Cases;
using PosCases.Incidents;
using PosCases.Letters;
using PosCases.Merchants;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Incidents;

public sealed class IncidentTests
{
    [Fact]
    public void A_dismissed_suggestion_stays_away_until_half_as_many_merchants_more_are_concerned()
    {
        var made = Incident.Suggest(7, Suggestion(6), Now);
        Assert.True(made.Dismiss("a branch was closed for a day", Zhao, Now).Succeeded);

        Assert.False(made.SuggestAgain(Suggestion(8), 1.5, Now));
        Assert.Equal(IncidentStatus.Dismissed, made.Status);
        Assert.True(made.SuggestAgain(Suggestion(9), 1.5, Now));

        Assert.Equal((IncidentStatus.Suggested, 9, null), (made.Status, made.SuggestedMerchants, made.Summary));
        Assert.Equal("PL-2026-0007", made.Number);
    }

    [Fact]
    public void An_incident_is_accepted_once_and_closed_once()
    {
        var made = Incident.Suggest(7, Suggestion(5), Now);

        Assert.IsType<IncidentRefused>(made.Close("s", Zhao, Now).Error);
        Assert.True(made.Accept("One bank", SharedFacts.None, Zhao, Now).Succeeded);
        Assert.IsType<IncidentRefused>(made.Accept("again", SharedFacts.None, Zhao, Now).Error);
        Assert.IsType<IncidentRefused>(made.Dismiss("r", Zhao, Now).Error);
        Assert.True(made.Close("All were lifted.", Sun, Now.AddDays(1)).Succeeded);
        Assert.IsType<IncidentRefused>(made.Revise("t", IncidentMarks.None, SharedFacts.None, Now).Error);

        Assert.Equal((IncidentStatus.Closed, "One bank", "Zhao", "Sun", "All were lifted."), (made.Status, made.Title, made.OpenedByName, made.EndedByName, made.Summary));
    }

    [Theory]
    [InlineData("请告诉我们您的密码", LetterFaultKind.AsksForSecret)]
    [InlineData("我们保证解冻", LetterFaultKind.Coaches)]
    public void What_nobody_may_be_told_is_no_joint_notice(string text, LetterFaultKind kind) =>
        Assert.Equal(kind, Assert.IsType<IncidentFaulty>(IncidentGuard.RefuseFaults(("TextZh", text))).Kind);

    [Fact]
    public void A_warning_may_be_told() => Assert.Null(IncidentGuard.RefuseFaults(("TextZh", "不要向任何人提供密码或验证码，也不要付费。"), ("Contact", null)));

    private static IncidentSuggestion Suggestion(int merchants) => new(
        "Institution:x", "x", IncidentMarks.None, [new SuggestionReason(SuggestionTrait.Institution, "x", merchants)],
        [.. Enumerable.Range(0, merchants).Select(_ => new SuggestedCase(CaseId.New(), MerchantId.New()))]);
}
