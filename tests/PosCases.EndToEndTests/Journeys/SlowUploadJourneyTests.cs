using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PosCases.Platform.Storage;

namespace PosCases.EndToEndTests.Journeys;

public sealed class SlowUploadJourneyTests(ServedApp app, ChromiumBrowser chromium) : Journey(app, chromium), IClassFixture<ServedApp>
{
    private const int Size = 6 * 1024 * 1024;

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
