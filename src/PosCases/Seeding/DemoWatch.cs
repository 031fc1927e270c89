using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases.Transactions;
using PosCases.Knowledge.Training;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Prevention.Watch;

namespace PosCases.Seeding;

/// <summary>One shop of the demo world has its own trades looked through: a large sale and one card many times are noticed, the second is explained. One of its people was trained.</summary>
internal static class DemoWatch
{
    private const int Days = 40;
    private const decimal Large = 66_180m;

    /// <summary>The words; they stand in demo.json.</summary>
    /// <param name="File">Name of the export.</param>
    /// <param name="Header">Names of its columns: time, amount, reference, terminal, card, kind, state.</param>
    /// <param name="Kind">How it calls a sale.</param>
    /// <param name="State">How it calls a success.</param>
    /// <param name="Note">What explains one card many times.</param>
    /// <param name="Trained">Who was trained.</param>
    /// <param name="Role">What he does at the shop.</param>
    internal sealed record Words(string File, string Header, string Kind, string State, string Note, string Trained, string Role);

    public static async Task LookAsync(ServiceProvider services, SeedClock clock, DateTimeOffset now, Words say, MerchantId merchant, Caller.Person owner, CancellationToken ct)
    {
        clock.Set(now.AddDays(-3));
        var (door, limits) = (services.GetRequiredService<Door>(), services.GetRequiredService<ImportLimits>());
        using var export = new MemoryStream(Encoding.UTF8.GetBytes(Export(say, ShanghaiTime.DateOf(now))));
        var taken = (await services.GetRequiredService<TransactionFiles>().TakeAsync(export, merchant.Value, ct)).Value;
        var import = (await DemoWorld.SendAsync(door, new ReceiveWatchFile.Command(null, say.File, taken.Kept, taken.Shape), owner, ct)).Value;
        var seen = (await DemoWorld.SendAsync(door, new ViewWatch.ImportQuery(import), owner, ct)).Value;
        await DemoWorld.SendAsync(door, new StartWatchImport.Command(import, seen.Version, seen.Columns), owner, ct);
        await using (var scope = services.CreateAsyncScope())
        {
            var job = services.GetRequiredService<ReadWatchImports>().Job;
            foreach (var command in await job.Due(scope.ServiceProvider.GetRequiredService<Platform.Data.AppDb>(), clock.GetUtcNow(), ct))
            {
                await DemoWorld.SendAsync(door, command, Caller.System, ct);
            }
        }

        var alerts = (await DemoWorld.SendAsync(door, new ViewWatch.Query(null), owner, ct)).Value.Alerts;
        if (alerts.FirstOrDefault(a => a.Signal == "SAME_CARD_REPEATED") is { } repeated)
        {
            clock.Set(now.AddDays(-2));
            await DemoWorld.SendAsync(door, new ExplainAlert.Command(repeated.Id, repeated.Version, say.Note, null, null), owner, ct);
        }

        clock.Set(now.AddDays(-40));
        var today = ShanghaiTime.DateOf(now);
        await DemoWorld.SendAsync(
            door,
            new RecordTraining.Command(new TrainingForm(say.Trained, say.Role, "scam-calls", null, today.AddDays(-345), today.AddDays(20)) { Answers = new Dictionary<string, int>(StringComparer.Ordinal) { ["S1"] = 0, ["S2"] = 1, ["S3"] = 2 } }),
            owner,
            ct);
        clock.Set(now.AddDays(-60));
    }

    private static string Export(Words say, DateOnly today)
    {
        var text = new StringBuilder(say.Header).Append('\n');
        var number = 0;
        for (var day = 0; day < Days; day++)
        {
            var on = today.AddDays(day - Days - 4);
            foreach (var hour in new[] { 11, 12, 17, 19 })
            {
                Row(on, $"{hour}:{(day * 7 + hour) % 60:00}", 86.4m + (day * 37 + hour * 53) % 260, $"622202******{(day * 97 + hour * 31) % 9000 + 1000}");
            }
        }

        Row(today.AddDays(-5), "15:20", Large, "622848******6017");
        for (var time = 0; time < 6; time++)
        {
            Row(today.AddDays(-6), $"{13 + time}:05", 128m + time * 9, "621700******4420");
        }

        return text.ToString();

        void Row(DateOnly on, string at, decimal amount, string card) => text.Append(
            CultureInfo.InvariantCulture, $"{on:yyyy-MM-dd} {at}:00,{amount:0.00},77{++number:0000000000},30010001,{card},{say.Kind},{say.State}\n");
    }
}
