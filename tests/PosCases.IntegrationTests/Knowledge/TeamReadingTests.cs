using PosCases.Knowledge;
using PosCases.Knowledge.Training;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Knowledge;

/// <summary>An owner sees how his own people stand with what must be read, and nobody else's.</summary>
public sealed class TeamReadingTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task The_owner_sees_who_read_which_version_when_and_since_when_it_is_outdated()
    {
        var article = (await app.As("huanan-staff").Send(new ReadArticle.Query("scam-calls"))).Value;
        Assert.Equal(ReadingState.Unread, (await StandingAsync("huanan-staff")).State);
        await app.As("huanan-staff").Send(new RecordReading.Command(article.Id, article.Number, Understood: false));
        Assert.Equal(ReadingState.Opened, (await StandingAsync("huanan-staff")).State);
        await app.As("huanan-staff").Send(new RecordReading.Command(article.Id, article.Number, Understood: true));
        var read = await StandingAsync("huanan-staff");
        Assert.Equal((ReadingState.Understood, 1), (read.State, read.Number!.Value));
        Assert.NotNull(read.At);

        var shown = (await app.As("zhao").Send(new ManageArticles.OneQuery("scam-calls"))).Value.Article;
        Assert.Null((await app.As("zhao").Send(new SaveArticleDraft.Command("scam-calls", shown.Version, shown.Published!.Content with { SummaryEn = "Anew." }))).Error);
        Assert.Null((await app.As("sun").Send(new PublishArticle.Command(shown.Id, (await app.As("sun").Send(new ManageArticles.OneQuery("scam-calls"))).Value.Article.Version))).Error);
        var outdated = await StandingAsync("huanan-staff");
        Assert.Equal((ReadingState.Outdated, 1, 2), (outdated.State, outdated.Number!.Value, outdated.Article.Number));
        Assert.Equal(read.At, outdated.At);
    }

    [Fact]
    public async Task A_training_stands_with_the_account_of_the_same_name_and_other_shops_are_not_seen()
    {
        var member = (await app.As("huanan").Send(new ViewTeamReading.Query())).Value.Members.Single(m => !m.IsOwner);
        Assert.Null((await app.As("huanan").Send(new RecordTraining.Command(new TrainingForm(member.Name, null, null, "the till", ShanghaiTime.DateOf(app.Clock.GetUtcNow()), null)))).Error);

        var view = (await app.As("huanan").Send(new ViewTeamReading.Query())).Value;
        Assert.Equal("the till", Assert.Single(view.Members.Single(m => !m.IsOwner).Trainings).Topic);
        Assert.Empty(view.Members.Single(m => m.IsOwner).Trainings);
        Assert.Equal(2, view.Members.Count);
        Assert.DoesNotContain((await app.As("lanxin").Send(new ViewTeamReading.Query())).Value.Members, m => m.Name == member.Name);
        Assert.IsType<NotPermitted>((await app.As("huanan-staff").Send(new ViewTeamReading.Query())).Error);
        Assert.IsType<NotPermitted>((await app.As("zhao").Send(new ViewTeamReading.Query())).Error);
    }

    private async Task<ViewTeamReading.Reading> StandingAsync(string person)
    {
        var id = app.CallerOf(person).Id;
        var name = await app.AskAsync(async db => (await db.Set<PosCases.People.Person>().FindAsync(id))!.DisplayName);
        return (await app.As("huanan").Send(new ViewTeamReading.Query())).Value.Members.Single(m => m.Name == name).Readings.Single(r => r.Article.Slug == "scam-calls");
    }
}
