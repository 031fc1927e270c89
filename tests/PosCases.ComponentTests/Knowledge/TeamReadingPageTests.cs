using PosCases.Knowledge;
using PosCases.Platform.Messages;
using PosCases.Web.Cases;
using PosCases.Web.Knowledge.Training;

namespace PosCases.ComponentTests.Knowledge;

public sealed class TeamReadingPageTests : FeatureContext
{
    private static readonly ViewTeamReading.Must Article = new(new ArticleId(Guid.NewGuid()), "scam-calls", "z", "Scam calls", 2, DateTimeOffset.UnixEpoch.AddYears(56));

    public TeamReadingPageTests() : base(isInteractive: false, addServices: services => services.AddCaseScreens())
    {
    }

    [Fact]
    public void Each_member_shows_how_he_stands_and_what_was_updated_since()
    {
        Mediator.On<ViewTeamReading.Query>(_ => Answer(new ViewTeamReading.View(
            [Article],
            [
                new("Owner", true, [new(Article, ReadingState.Understood, 2, DateTimeOffset.UnixEpoch.AddYears(56))], []),
                new("He", false, [new(Article, ReadingState.Outdated, 1, DateTimeOffset.UnixEpoch.AddYears(55))], []),
                new("Wu", false, [new(Article, ReadingState.Unread, null, null)], []),
            ],
            new DateOnly(2026, 5, 1))));

        var page = Render<TeamReadingPage>();

        Assert.Equal(3, page.FindAll("table").Count);
        Assert.Contains("All read", page.Markup, StringComparison.Ordinal);
        Assert.Contains("1 still to read", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Version 2 is of", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_see_it_is_told_so()
    {
        Mediator.On<ViewTeamReading.Query>(_ => Refuse<ViewTeamReading.View>(new NotPermitted()));

        Assert.Empty(Render<TeamReadingPage>().FindAll("table"));
    }
}
