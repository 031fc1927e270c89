using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Retention;
using PosCases.Knowledge.Training;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Knowledge;

/// <summary>A paper of a training record lies in the vault and is its own people's and the desk's.</summary>
public sealed class TrainingSheetTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task A_paper_is_added_opened_exported_and_erased_when_it_is_taken_away()
    {
        var (record, merchant) = await RecordAsync("huanan");
        Assert.Null((await app.As("huanan-staff").Send(new AddTrainingSheet.Command(record, await app.TakeAsync(merchant.Value)))).Error);
        var sheet = await SheetAsync("huanan", record);

        Assert.True((await app.As("huanan").Send(new OpenTrainingSheet.Command(sheet.Id))).Succeeded);
        Assert.True((await app.As("li").Send(new OpenTrainingSheet.Command(sheet.Id))).Succeeded);
        Assert.Equal(["ok", "ok"], (await app.AuditOf(sheet.Id.Value)).Select(e => e.Outcome));
        var export = (await app.As("huanan").Send(new ExportMerchant.Query(merchant))).Value;
        Assert.Contains(export.Files, f => f.Path.StartsWith("training/", StringComparison.Ordinal));

        Assert.Null((await app.As("huanan").Send(new RemoveTrainingSheet.Command(sheet.Id))).Error);
        Assert.IsType<NotFound>((await app.As("huanan").Send(new OpenTrainingSheet.Command(sheet.Id))).Error);
        Assert.NotNull(await app.AskAsync(db => db.Set<VaultFile>().Where(f => f.Name == sheet.StorageKey).Select(f => f.ErasedAt).SingleAsync()));
        Assert.DoesNotContain((await app.As("huanan").Send(new ExportMerchant.Query(merchant))).Value.Files, f => f.Path.StartsWith("training/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Strangers_and_the_desk_add_and_remove_nothing_and_strangers_open_nothing()
    {
        var (record, merchant) = await RecordAsync("lanxin");
        Assert.Null((await app.As("lanxin").Send(new AddTrainingSheet.Command(record, await app.TakeAsync(merchant.Value)))).Error);
        var sheet = await SheetAsync("lanxin", record);

        foreach (var person in new[] { "huanan", "li", "admin" })
        {
            Assert.IsType<NotFound>((await app.As(person).Send(new AddTrainingSheet.MayQuery(record))).Error);
            Assert.IsType<NotFound>((await app.As(person).Send(new AddTrainingSheet.Command(record, await app.TakeAsync(merchant.Value)))).Error);
            Assert.IsType<NotFound>((await app.As(person).Send(new RemoveTrainingSheet.Command(sheet.Id))).Error);
        }

        Assert.IsType<NotFound>((await app.As("huanan").Send(new OpenTrainingSheet.Command(sheet.Id))).Error);
        Assert.IsType<NotFound>((await app.As("admin").Send(new OpenTrainingSheet.Command(sheet.Id))).Error);
        // Bytes that were encrypted for somebody else open nothing here.
        Assert.IsType<NotFound>((await app.As("lanxin").Send(new AddTrainingSheet.Command(record, await app.TakeAsync(Guid.NewGuid())))).Error);
    }

    [Fact]
    public async Task A_record_has_three_papers_at_most_and_staff_keep_their_own()
    {
        Assert.Null((await app.As("wang").Send(new RecordTraining.Command(new TrainingForm("", null, null, "custody", Today, null)))).Error);
        var (wang, record) = (app.CallerOf("wang").Id, (await app.As("wang").Send(new ListTraining.Query())).Value.Records.Single(r => r.Topic == "custody").Id);
        Assert.Equal(wang, (await app.As("wang").Send(new AddTrainingSheet.MayQuery(record))).Value.Id);
        for (var i = 0; i < TrainingSheet.Most; i++)
        {
            Assert.Null((await app.As("wang").Send(new AddTrainingSheet.Command(record, await app.TakeAsync(wang)))).Error);
        }

        Assert.Equal(new TooManySheets(), (await app.As("wang").Send(new AddTrainingSheet.MayQuery(record))).Error);
        Assert.IsType<NotFound>((await app.As("zhao").Send(new OpenTrainingSheet.Command((await SheetsAsync("wang", record))[0].Id))).Error);
    }

    private DateOnly Today => ShanghaiTime.DateOf(app.Clock.GetUtcNow());

    private async Task<(Guid Record, MerchantId Merchant)> RecordAsync(string person)
    {
        var topic = $"{Guid.NewGuid()}";
        Assert.Null((await app.As(person).Send(new RecordTraining.Command(new TrainingForm("He", null, null, topic, Today, null)))).Error);
        var view = (await app.As(person).Send(new ListTraining.Query())).Value;
        return (view.Records.Single(r => r.Topic == topic).Id, view.Merchant!.Value);
    }

    private async Task<IReadOnlyList<TrainingSheet>> SheetsAsync(string person, Guid record) => [.. (await app.As(person).Send(new ListTraining.Query())).Value.Sheets[record]];

    private async Task<TrainingSheet> SheetAsync(string person, Guid record) => Assert.Single(await SheetsAsync(person, record));
}
