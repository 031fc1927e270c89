using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PosCases.People;
using PosCases.Platform.Storage;

namespace PosCases.CrashTest;

/// <summary>
/// <c>run SECONDS [FOLDER]</c> starts a worker on a database, kills it at a random moment, checks what it left, and starts over.
/// <c>work FOLDER</c> is the worker.
/// </summary>
internal static class Entry
{
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["work", var folder]:
                await Worker.RunAsync(folder);
                return 0;
            case ["run", var seconds]:
                var own = Directory.CreateTempSubdirectory("poscases-crash-").FullName;
                var code = await Driver.RunAsync(own, Duration(seconds));
                Directory.Delete(own, recursive: true);
                return code;
            case ["run", var seconds, var folder]:
                return await Driver.RunAsync(folder, Duration(seconds));
            default:
                await Console.Error.WriteLineAsync("run SECONDS [FOLDER] | work FOLDER");
                return 2;
        }
    }

    public static PosCasesOptions Options(string folder) => new()
    {
        Database = new() { ConnectionString = $"Data Source={Path.Combine(folder, "poscases.db")}" },
        Cases = new(),
        Evidence = new(),
        EvidenceFolder = Path.Combine(folder, "evidence"),
        Encryption = KeyFile.ReadOrMake(folder),
    };

    public static IServiceCollection AddCore(this IServiceCollection services, string folder) => services
        .AddLogging()
        .AddSingleton(new SecurityOptions { RequireStaffTwoFactor = false })
        .AddPosCases(Options(folder));

    private static TimeSpan Duration(string seconds) => TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture));
}
