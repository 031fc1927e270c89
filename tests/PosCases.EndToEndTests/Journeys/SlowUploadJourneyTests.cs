using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PosCases.Platform.Storage;
using PosCases.TestSupport;

namespace PosCases.EndToEndTests.Journeys;

public sealed class SlowUploadJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    private const int Size = 6 * 1024 * 1024;

    private readonly ServedApp app = app;
    private readonly IServiceProvider services = app.Services;

    [Fact]
    public async Task A_large_photo_goes_through_a_slow_line_that_breaks_in_the_middle()
    {
        var ct = TestContext.Current.CancellationToken;
        var photo = await PhotoAsync(ct);
        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("huanan");
        var number = await phone.ReportAsync();
        await phone.GotoAsync($"/my/cases/{number}");
        var line = await phone.Context.NewCDPSessionAsync(phone);
        await line.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 400_000, ["uploadThroughput"] = 400_000 });
        await phone.Locator(".other-papers [data-upload] input[type=file]:not([capture])").Last
            .SetInputFilesAsync(new FilePayload { Name = "photo.jpg", MimeType = "image/jpeg", Buffer = photo });
        var item = phone.Locator(".upload-item");
        await phone.WaitForFunctionAsync("() => document.querySelector('.upload-item progress')?.value >= 25");

        await phone.Context.SetOfflineAsync(true);
        await phone.Locator(".upload-item[data-state=offline], .upload-item[data-state=interrupted]").WaitForAsync();
        var before = await item.Locator("progress").EvaluateAsync<int>("bar => bar.value");
        await phone.Context.SetOfflineAsync(false);

        await phone.WaitForFunctionAsync("before => document.querySelector('.upload-item progress')?.value > before || !document.querySelector('.upload-item')", before);
        await Assertions.Expect(phone.Locator(".file-name a", new() { HasText = "photo.jpg" })).ToBeVisibleAsync(new() { Timeout = 60_000 });

        await using var scope = services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<PosCases.Platform.Data.AppDb>().Set<VaultFile>().AsNoTracking().SingleAsync(f => f.Size == photo.Length, ct);
        await using var content = await scope.ServiceProvider.GetRequiredService<Vault>().OpenAsync(kept.Kept!, ct);
        Assert.Equal(SHA256.HashData(photo), await SHA256.HashDataAsync(content, ct));
    }

    [Fact]
    public async Task A_list_of_transactions_and_a_paper_of_the_merchant_arrive_whole()
    {
        var id = await app.Given.Case().Of("xiangman").At(PosCases.Seeding.DemoPath.Collecting);
        var number = (await app.ViewOf(id)).Summary.Number;
        var phone = await OpenAsync("/", Device.Phone);
        await phone.SignInAsync("xiangman");

        await phone.GotoAsync($"/my/cases/{number}/transactions/imports");
        await phone.Locator("[data-upload] input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "交易.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes("交易时间,交易金额,参考号\n2026-03-01 10:00:00,128.00,R00000000001\n"),
        });
        await Assertions.Expect(phone.GetByRole(AriaRole.Link, new() { Name = "交易.csv" })).ToBeVisibleAsync();

        await phone.GotoAsync("/my/merchant/papers");
        await phone.Locator("[data-upload] input[type=file]:not([capture])").SetInputFilesAsync(new FilePayload
        {
            Name = "license.png",
            MimeType = "image/png",
            Buffer = Pictures.Png(100),
        });
        await Assertions.Expect(phone.GetByText("license.png").First).ToBeVisibleAsync();
    }

    // Noise does not compress: so many points make a picture as large as a camera's.
    private static async Task<byte[]> PhotoAsync(CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("poscases-photo-").FullName;
        var (noise, photo) = (Path.Combine(folder, "noise.v"), Path.Combine(folder, "photo.jpg"));
        foreach (string[] words in new[] { new[] { "gaussnoise", noise, "3000", "2400", "--sigma", "60" }, ["jpegsave", noise, photo, "--Q", "92"] })
        {
            using var vips = System.Diagnostics.Process.Start("vips", words);
            await vips.WaitForExitAsync(ct);
        }

        var bytes = await File.ReadAllBytesAsync(photo, ct);
        Directory.Delete(folder, recursive: true);
        Assert.InRange(bytes.Length, Size / 2, 2 * Size);
        return bytes;
    }
}
