using PosCases.Knowledge.Training;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Knowledge;

public sealed class TrainingMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    private TrainingForm Form => new("He", "till", "scam-calls", null, ShanghaiTime.DateOf(app.Clock.GetUtcNow()), null);

    [Fact]
    public async Task A_merchants_training_is_scored_kept_and_seen_by_his_people_and_the_desk_only()
    {
        Assert.Null((await app.As("huanan-staff").Send(new RecordTraining.Command(Form with { Answers = new Dictionary<string, int> { ["S1"] = 0, ["S2"] = 0 } }))).Error);

        var mine = (await app.As("huanan").Send(new ListTraining.Query())).Value;
        var record = Assert.Single(mine.Records, r => r.Who == "He");
        Assert.Equal((1, 3, true), (record.Score, record.OutOf, mine.MayRecord));
        var desk = (await app.As("li").Send(new ListTraining.Query(mine.Merchant))).Value;
        Assert.Contains(desk.Records, r => r.Id == record.Id);
        Assert.False(desk.MayRecord);
        Assert.Equal(new NotFound(nameof(Merchant)), (await app.As("lanxin").Send(new ListTraining.Query(mine.Merchant))).Error);
        Assert.DoesNotContain((await app.As("lanxin").Send(new ListTraining.Query())).Value.Records, r => r.Id == record.Id);
    }

    [Fact]
    public async Task Staff_write_down_their_own_under_their_own_name()
    {
        Assert.Null((await app.As("wang").Send(new RecordTraining.Command(Form with { Who = "somebody else", Article = null, Topic = "custody" }))).Error);

        var own = (await app.As("wang").Send(new ListTraining.Query())).Value;
        Assert.Equal(own.Name, Assert.Single(own.Records, r => r.Topic == "custody").Who);
        Assert.Empty((await app.As("li").Send(new ListTraining.Query())).Value.Records);
    }

    [Fact]
    public async Task A_training_of_tomorrow_of_nobody_or_on_an_unknown_article_is_refused()
    {
        var today = ShanghaiTime.DateOf(app.Clock.GetUtcNow());

        Assert.Equal("Future", Code(await app.As("huanan").Send(new RecordTraining.Command(Form with { On = today.AddDays(1) }))));
        Assert.Equal("NotEmptyValidator", Code(await app.As("huanan").Send(new RecordTraining.Command(Form with { Who = " " }))));
        Assert.Equal("EndBeforeStart", Code(await app.As("huanan").Send(new RecordTraining.Command(Form with { ValidUntil = today.AddDays(-1) }))));
        Assert.IsType<Invalid>((await app.As("huanan").Send(new RecordTraining.Command(Form with { Article = null, Topic = "" }))).Error);
        Assert.Equal(new NotFound("Article"), (await app.As("huanan").Send(new RecordTraining.Command(Form with { Article = "no-such" }))).Error);

        static string Code(Result result) => Assert.IsType<Invalid>(result.Error).Fields[0].Code;
    }
}
