using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Transactions;
using PosCases.IntegrationTests.Cases;
using PosCases.Platform.Security;
using PosCases.Prevention.LargeTrades;
using PosCases.Prevention.Watch;

namespace PosCases.IntegrationTests.Prevention;

/// <summary>The pages of precautions work without a script: a file goes in, its alert is explained, records are printed.</summary>
public sealed partial class WatchPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private static readonly byte[] Noise = [0, 1, 2, 0, 255];

    [Fact]
    public async Task A_file_goes_from_the_form_over_its_columns_to_an_alert_that_is_explained()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        using var visitor = await host.VisitAsync(owner);
        var file = Encoding.UTF8.GetBytes("交易时间,交易金额,参考号,卡号\n2026-03-01 10:00:00,88000.00,R00000000001,4012888888881881\n");

        var sent = await visitor.UploadAsync("/my/watch", "/watch/file", "export.csv", file);
        Assert.StartsWith("/watch/imports/", sent.Location, StringComparison.Ordinal);
        var page = (await visitor.GetAsync(sent.Location!)).Html;
        Assert.DoesNotContain("4012888888881881", page, StringComparison.Ordinal);
        await visitor.SubmitAsync(
            sent.Location!, "map", ("version", Version().Match(page).Groups["version"].Value), ("Columns", "Moment"), ("Columns", "Amount"), ("Columns", "Reference"), ("Columns", "Card"));
        var alert = await WaitAsync(Guid.Parse(sent.Location!.Split('/')[^1]));

        var address = $"/alerts/{alert.Id.Value}";
        Assert.Contains(address, (await visitor.GetAsync("/my/watch")).Html, StringComparison.Ordinal);
        var shown = (await visitor.GetAsync(address)).Html;
        Assert.Contains("401288******1881", shown, StringComparison.Ordinal);
        var explained = await visitor.SubmitAsync(address, "explain", ("version", Version().Match(shown).Groups["version"].Value), ("Note", "sold to a hotel"));
        Assert.Equal(address, explained.Location);
        Assert.Contains("sold to a hotel", (await visitor.GetAsync(address)).Html, StringComparison.Ordinal);
        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        Assert.DoesNotContain("401288******1881", (await stranger.GetAsync(address)).Html, StringComparison.Ordinal);
        Assert.Equal("/my/watch?problem=Transactions.File.NotATable", (await visitor.UploadAsync("/my/watch", "/watch/file", "a.csv", Noise)).Location);
    }

    [Fact]
    public async Task Records_of_large_trades_and_trainings_are_printed_for_their_merchant_only()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        using var visitor = await host.VisitAsync(owner);
        var trade = (await host.SendAsync(new RecordLargeTrade.Command(new LargeTradeForm(
            28_800m, DateTimeOffset.UnixEpoch.AddYears(55), "crab of paper", "Wu", [IdentityCheck.KnownCustomer], "gifts", TradeDelivery.TakenAway, "He")), await host.CallerOf(owner))).Value;
        var saved = await visitor.SubmitAsync("/my/training", "record", ("Form.Topic", "till of paper"), ("Form.Who", "He"), ("Form.On", "2026-01-05"), ("Form.ValidUntil", ""));
        Assert.Equal("/my/training?saved=1", saved.Location);

        Assert.Contains("crab of paper", (await visitor.GetAsync($"/trades/{trade.Value}/print?page=true")).Html, StringComparison.Ordinal);
        Assert.Contains("till of paper", (await visitor.GetAsync("/training/print?page=true")).Html, StringComparison.Ordinal);
        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/trades/{trade.Value}/print?page=true")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/training/print?page=true&merchant={owner.Merchant!.Value.Value}")).Status);
    }

    private async Task<TradeAlert> WaitAsync(Guid import)
    {
        for (var i = 0; i < 300; i++)
        {
            if (await host.AskAsync(db => db.WatchImports.AnyAsync(t => t.Id == new WatchImportId(import) && t.State == ImportState.Done)))
            {
                return await host.AskAsync(db => db.TradeAlerts.AsNoTracking().SingleAsync(a => a.ImportId == new WatchImportId(import)));
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The import did not end.");
    }

    [GeneratedRegex("name=\"version\" value=\"(?<version>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();
}
