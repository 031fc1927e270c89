using System.Diagnostics;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests;

public sealed class CrashTests
{
    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_half_done_however_often_the_app_is_killed()
    {
        var folder = Directory.CreateTempSubdirectory("poscases-crash-").FullName;
        EmptyWorld.CopyTo(folder, withPeople: true);

        ProcessStartInfo run = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "PosCases.CrashTest.dll"), "run", "30", folder]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var crash = Process.Start(run)!;
        var said = await crash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await crash.WaitForExitAsync(TestContext.Current.CancellationToken);

        Directory.Delete(folder, recursive: true);
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        Assert.True(crash.ExitCode == 0, said);
    }
}
