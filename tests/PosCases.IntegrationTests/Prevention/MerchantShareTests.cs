using System.Text.Json;
using PosCases.AfterCare;
using PosCases.Cases.Retention;
using PosCases.Knowledge;
using PosCases.Knowledge.Training;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Prevention.LargeTrades;
using PosCases.Prevention.Readiness;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Prevention;

/// <summary>What after-care, precautions and the knowledge base keep of a merchant is handed out with the rest of his data.</summary>
public sealed class MerchantShareTests(QuietHost app) : IClassFixture<QuietHost>
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task An_export_holds_plans_inspections_trades_back_ups_training_and_what_was_read()
    {
        var made = (await app.ViewOf(await app.Given.Case().Of("huanan").By("li").At(DemoPath.ClosedFull))).Case;
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RunJobsAsync();
        var begun = (await app.As("huanan").Send(new StartInspection.Command())).Value;
        await Must(app.As("huanan").Send(new SaveInspection.Command(begun, new Dictionary<string, InspectionAnswer> { ["Q01"] = InspectionAnswer.No })));
        var trade = (await app.As("huanan").Send(new RecordLargeTrade.Command(new LargeTradeForm(
            28_800m, app.Clock.GetUtcNow().AddMinutes(-3), "crab-of-share", "Wu", [IdentityCheck.KnownCustomer], "gifts", TradeDelivery.TakenAway, "He")))).Value;
        byte[] picture = [.. Pictures.Png(9), .. Guid.NewGuid().ToByteArray()];
        Assert.Null((await app.As("huanan").Send(new AddTradePhoto.Command(trade, TradePhotoKind.Slip, await app.TakeAsync(made.MerchantId.Value, picture)))).Error);
        Assert.Null((await app.As("huanan").Send(new AddBackupChannel.Command(null, new BackupForm(BackupKind.QrCode, null, "share-bank", null)) { InOwnName = true })).Error);
        var article = (await app.As("huanan").Send(new ReadArticle.Query("first-24-hours"))).Value;
        await Must(app.As("huanan").Send(new RecordReading.Command(article.Id, article.Number, Understood: true)));

        await Must(app.As("huanan").Send(new RecordTraining.Command(new TrainingForm("He of share", null, null, "till", ShanghaiTime.DateOf(app.Clock.GetUtcNow()), null))));

        var export = (await app.As("huanan").Send(new ExportMerchant.Query(made.MerchantId))).Value;

        var further = JsonDocument.Parse(JsonSerializer.Serialize(export.Data, Readable)).RootElement.GetProperty("Further");
        var care = further.GetProperty("AfterCare");
        Assert.Contains(care.GetProperty("Plans").EnumerateArray(), p => p.GetProperty("Case").GetString() == made.Number);
        Assert.Contains(care.GetProperty("Tasks").EnumerateArray(), t => t.GetProperty("Code").GetString() == "P29");
        Assert.Contains(care.GetProperty("Inspections").EnumerateArray(), i => i.GetProperty("Answers").GetProperty("Q01").GetString() == "No");
        var precautions = further.GetProperty("Precautions");
        Assert.Contains(precautions.GetProperty("LargeTrades").EnumerateArray(), t => t.GetProperty("Goods").GetString() == "crab-of-share");
        Assert.Contains(precautions.GetProperty("BackupChannels").EnumerateArray(), c => c.GetProperty("InstitutionName").GetString() == "share-bank");
        Assert.Equal(JsonValueKind.Array, precautions.GetProperty("Watch").GetProperty("Alerts").ValueKind);
        Assert.Contains(further.GetProperty("Knowledge").GetProperty("Articles").EnumerateArray(), a => a.GetProperty("Slug").GetString() == "first-24-hours");
        Assert.Contains(further.GetProperty("Knowledge").GetProperty("Training").EnumerateArray(), t => t.GetProperty("Who").GetString() == "He of share");
        Assert.Contains(export.Files, f => f.Path.StartsWith("trades/", StringComparison.Ordinal));
        var others = (await app.As("lanxin").Send(new ExportMerchant.Query((await app.ViewOf(await app.Given.Case().Of("lanxin").At(DemoPath.Collecting))).Case.MerchantId))).Value;
        Assert.DoesNotContain("crab-of-share", JsonSerializer.Serialize(others.Data, Readable), StringComparison.Ordinal);
    }

    private static async Task Must(Task<Result> sending) => Assert.Null((await sending).Error);
}
