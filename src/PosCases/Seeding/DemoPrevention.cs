using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Prevention.LargeTrades;
using PosCases.Prevention.Readiness;

namespace PosCases.Seeding;

/// <summary>What one shop of the demo world prepares: a way to be paid that it has tried, a plan, and the record of a large trade.</summary>
internal static class DemoPrevention
{
    /// <summary>The words; they stand in demo.json.</summary>
    /// <param name="Shop">Which shop.</param>
    /// <param name="Institution">Who runs the back-up.</param>
    /// <param name="Where">Where its code lies.</param>
    /// <param name="Seen">What the try showed.</param>
    /// <param name="Decides">Who decides.</param>
    /// <param name="Whom">Whom one calls.</param>
    /// <param name="About">What one asks.</param>
    /// <param name="Told">What customers are told.</param>
    /// <param name="Steps">What is done at the counter.</param>
    /// <param name="Papers">Where papers are.</param>
    /// <param name="Goods">What was sold.</param>
    /// <param name="Buyer">Who bought it.</param>
    /// <param name="Purpose">What for.</param>
    /// <param name="Served">Who served.</param>
    internal sealed record Words(
        string Shop, string Institution, string Where, string Seen, string Decides, string Whom, string About, string Told, string Steps, string Papers,
        string Goods, string Buyer, string Purpose, string Served);

    public static async Task PrepareAsync(Door door, SeedClock clock, DateTimeOffset now, Words say, Caller.Person owner, CancellationToken ct)
    {
        clock.Set(now.AddDays(-88));
        var channel = (await DemoWorld.SendAsync(
            door, new AddBackupChannel.Command(null, new BackupForm(BackupKind.QrCode, null, say.Institution, say.Where)) { InOwnName = true }, owner, ct)).Value;
        var version = (await DemoWorld.SendAsync(door, new ViewReadiness.Query(null), owner, ct)).Value.Channels.Single(c => c.Channel.Id == channel).Channel.Version;
        var today = ShanghaiTime.DateOf(now);
        await DemoWorld.SendAsync(door, new TestBackupChannel.Command(channel, version, today.AddDays(-88), true, say.Seen, today.AddDays(4)), owner, ct);
        await DemoWorld.SendAsync(
            door,
            new KeepPlan.Command(null, 0, new PlanParts
            {
                WhoDecides = say.Decides,
                Calls = [new PlanCall(null, say.Whom, say.About)],
                ToldCustomers = say.Told,
                OfflineSteps = say.Steps,
                WherePapers = say.Papers,
            }),
            owner,
            ct);
        clock.Set(now.AddDays(-20));
        await DemoWorld.SendAsync(
            door,
            new RecordLargeTrade.Command(new LargeTradeForm(
                28_800m, now.AddDays(-20).AddMinutes(-6), say.Goods, say.Buyer, [IdentityCheck.KnownCustomer, IdentityCheck.SignatureCompared], say.Purpose, TradeDelivery.Delivered, say.Served)),
            owner,
            ct);
        clock.Set(now.AddDays(-60));
    }
}
