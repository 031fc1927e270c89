using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Prevention.Readiness;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Prevention;

public sealed class ReadinessMessageTests(QuietHost app) : IClassFixture<QuietHost>
{
    private static readonly PlanParts Parts = new() { WhoDecides = "Chen", Calls = [new PlanCall(null, "hotline", "why")], ToldCustomers = "t", OfflineSteps = "o", WherePapers = "w" };

    private DateOnly Today => ShanghaiTime.DateOf(app.Clock.GetUtcNow());

    [Fact]
    public async Task A_tried_channel_of_the_merchant_is_seen_at_the_case_where_ways_to_be_paid_are_chosen()
    {
        var number = (await app.ViewOf(await app.Given.Case().At(DemoPath.Collecting))).Case.Number;
        Assert.Empty((await app.As("li").Send(new ViewReadiness.CaseQuery(number))).Value.Ready);
        var id = await AddAsync("huanan");
        var seen = (await app.As("huanan").Send(new ViewReadiness.Query(null))).Value.Channels.Single(c => c.Channel.Id == id).Channel;

        Assert.Null((await app.As("huanan-staff").Send(new TestBackupChannel.Command(id, seen.Version, Today, true, "arrived", Today.AddDays(3)))).Error);

        Assert.Equal([id], (await app.As("li").Send(new ViewReadiness.CaseQuery(number))).Value.Ready.Select(c => c.Id));
        Assert.Equal(new NotFound("Case"), (await app.As("lanxin").Send(new ViewReadiness.CaseQuery(number))).Error);
        Assert.Equal([id], (await app.As("huanan").Send(new ViewReadiness.Query(null))).Value.ToTest.Select(c => c.Id));
        Assert.IsType<Conflict>((await app.As("huanan").Send(new TestBackupChannel.Command(id, seen.Version, Today, true, null, Today.AddDays(3)))).Error);
    }

    [Fact]
    public async Task A_channel_is_the_merchants_and_the_desks_and_only_in_the_own_name()
    {
        var id = await AddAsync("lanxin");
        var version = (await app.As("lanxin").Send(new ViewReadiness.Query(null))).Value.Channels.Single(c => c.Channel.Id == id).Channel.Version;
        BackupForm form = new(BackupKind.QrCode, null, "Example Pay", null);

        Assert.Equal(new NotFound(nameof(BackupChannel)), (await app.As("xiangman").Send(new EndBackupChannel.Command(id, version))).Error);
        Assert.Equal(new NotFound("Merchant"), (await app.As("xiangman").Send(new ViewReadiness.Query(await MerchantOf("lanxin")))).Error);
        Assert.IsType<Invalid>((await app.As("lanxin").Send(new AddBackupChannel.Command(null, form))).Error);
        Assert.IsType<Invalid>((await app.As("lanxin").Send(new AddBackupChannel.Command(null, form with { InstitutionName = null }) { InOwnName = true })).Error);
        Assert.Null((await app.As("li").Send(new EndBackupChannel.Command(id, version))).Error);
        Assert.DoesNotContain((await app.As("lanxin").Send(new ViewReadiness.Query(null))).Value.Channels, c => c.Channel.Id == id);
    }

    [Fact]
    public async Task Every_saving_of_the_plan_is_a_version_and_who_saw_an_older_one_is_told()
    {
        var contact = (await app.As("kangle").Send(new ViewReadiness.Query(null))).Value.Contacts;
        Assert.Equal(1, (await app.As("kangle").Send(new KeepPlan.Command(null, 0, Parts))).Value);
        Assert.Equal(2, (await app.As("li").Send(new KeepPlan.Command(await MerchantOf("kangle"), 1, Parts with { WhoDecides = "Li" }))).Value);

        Assert.IsType<Conflict>((await app.As("kangle").Send(new KeepPlan.Command(null, 1, Parts))).Error);
        Assert.Equal(new NotFound("Contact"), (await app.As("kangle").Send(new KeepPlan.Command(null, 2, Parts with { Calls = [new PlanCall(ContactId.New(), "x", null)] }))).Error);
        var view = (await app.As("kangle").Send(new ViewReadiness.Query(null))).Value;
        Assert.Equal(("Li", 2), (view.Plan!.Parts.WhoDecides, view.Versions.Count));
        Assert.Equal(contact, view.Contacts);
    }

    private async Task<BackupChannelId> AddAsync(string person) =>
        (await app.As(person).Send(new AddBackupChannel.Command(null, new BackupForm(BackupKind.QrCode, null, "Example Pay", "till")) { InOwnName = true })).Value;

    private async Task<MerchantId> MerchantOf(string person) => (await app.AskAsync(db => db.Set<Person>()
        .Where(p => p.UserName == person + "@demo.example").Select(p => p.MerchantId).SingleAsync()))!.Value;
}
