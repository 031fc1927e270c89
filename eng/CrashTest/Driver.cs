using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Playbooks;
using PosCases.Seeding;

namespace PosCases.CrashTest;

/// <summary>Starts workers and kills them, until the time is up or something was lost.</summary>
internal static class Driver
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(6);

    // On a machine that is busy with other things a worker takes long to start, and a short life acknowledges nothing.
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(string folder, TimeSpan duration)
    {
        await PrepareAsync(folder);
        List<Guid> acknowledged = [];
        var (kills, slowest, time) = (0, TimeSpan.Zero, Stopwatch.StartNew());
        do
        {
            var life = LongestLife * Math.Sqrt(Random.Shared.NextDouble());
            var ready = await LiveAsync(folder, life, acknowledged);
            kills++;
            slowest = ready > slowest ? ready : slowest;
            if (await Inspection.FindAsync(folder, acknowledged) is { Count: > 0 } wrong)
            {
                Console.WriteLine($"After kill {kills}:");
                wrong.ForEach(Console.WriteLine);
                return 1;
            }
        }
        while (time.Elapsed < duration || (acknowledged.Count == 0 && time.Elapsed < MostTime));

        Console.WriteLine($"{kills} kills, {acknowledged.Count} acknowledged commands: none lost, none half done; ready again after {slowest.TotalSeconds:0.0} s at most.");
        return acknowledged.Count > 0 ? 0 : 1;
    }

    private static async Task PrepareAsync(string folder)
    {
        var options = Entry.Options(folder);
        var builder = new DbContextOptionsBuilder<AppDb>();
        builder.UseEngine(options.Database);
        await using var db = new AppDb(builder.Options);
        await db.Database.MigrateAsync();
        if (!await db.Set<PosCases.People.Person>().AnyAsync())
        {
            await new DemoWorld(options, "crash-world-1").SeedPeopleAsync(CancellationToken.None);
        }

        await using var services = new ServiceCollection().AddCore(folder).BuildServiceProvider();
        await services.GetRequiredService<Door>().Send(new ImportPlaybooks.Command(), Caller.System);
    }

    /// <summary>One life of a worker; answers how long it took to be ready.</summary>
    private static async Task<TimeSpan> LiveAsync(string folder, TimeSpan life, List<Guid> acknowledged)
    {
        var started = Stopwatch.StartNew();
        var ready = TimeSpan.MaxValue;
        using var worker = Process.Start(Self("work", folder)) ?? throw new InvalidOperationException("The worker did not start.");
        var kill = Task.CompletedTask;
        while (await worker.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == Worker.Ready)
            {
                ready = started.Elapsed;
                kill = KillAsync(worker, life);
            }
            else if (line.Split(' ') is [var id, _, "."])
            {
                acknowledged.Add(Guid.Parse(id));
            }
        }

        await kill;
        await worker.WaitForExitAsync();
        return ready < TimeSpan.MaxValue ? ready : throw new InvalidOperationException("The worker ended by itself before it was ready.");
    }

    private static async Task KillAsync(Process worker, TimeSpan life)
    {
        await Task.Delay(life);
        // SIGKILL: nothing of the worker runs any more, no buffer is flushed.
        worker.Kill();
    }

    private static ProcessStartInfo Self(params string[] arguments)
    {
        var host = Environment.ProcessPath!;
        string[] program = Path.GetFileNameWithoutExtension(host) == "dotnet" ? [typeof(Driver).Assembly.Location] : [];
        return new ProcessStartInfo(host, [.. program, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
    }
}
