using PosCases.Institutions;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.Institutions;

public sealed class InstitutionMessageTests(CoreHost core) : IClassFixture<CoreHost>
{
    private static readonly ChannelSource Source = new("printed on the agreement", "https://bank.example/", new DateOnly(2026, 1, 5));

    [Fact]
    public async Task The_library_is_imported_once_and_leaves_alone_what_people_edited()
    {
        await core.Send(new ImportInstitutions.Command(WithDemo: false), Actor.System);
        var before = (await core.Send(new ListInstitutions.Query("12363"), core.Agent)).Value;
        var bank = Assert.Single(before.Items);
        var shown = (await core.Send(new ViewInstitution.Query(bank.Id), core.Agent)).Value;
        await core.Send(new ReviseInstitution.Command(bank.Id, shown.Version, shown.Profile with { Note = "edited" }), core.Supervisor);

        await core.Send(new ImportInstitutions.Command(WithDemo: true), Actor.System);

        var all = (await core.Send(new ListInstitutions.Query(PageSize: 200), core.Agent)).Value;
        Assert.Equal(InstitutionLibrary.Load().Count, all.Items.Count(i => i.Code is not null));
        Assert.Equal("edited", (await core.Send(new ViewInstitution.Query(bank.Id), core.Agent)).Value.Profile.Note);
    }

    [Fact]
    public async Task A_channel_is_added_checked_and_ended_and_stays_readable()
    {
        var id = await Bank("Channel bank");
        var channel = (await core.Send(new AddChannel.Command(id, await Version(id), new ChannelForm(ChannelKind.Hotline, "000-5550-7777", Source)), core.Supervisor)).Value;
        await core.Send(new CheckChannel.Command(id, await Version(id), channel, Source with { Text = "called", CheckedOn = new DateOnly(2026, 2, 1) }), core.Admin);
        await core.Send(new EndChannel.Command(id, await Version(id), channel), core.Supervisor);

        var shown = Assert.Single((await core.Send(new ViewInstitution.Query(id), core.Agent)).Value.Channels);
        Assert.Equal(("called", new DateOnly(2026, 2, 1), true), (shown.Source.Text, shown.Source.CheckedOn, shown.EndedAt is not null));
        Assert.Empty((await core.Send(new ListInstitutions.Query("000-5550-7777"), core.Agent)).Value.Items);
    }

    [Fact]
    public async Task A_channel_added_against_an_old_version_is_a_conflict()
    {
        var id = await Bank("Busy bank");
        var seen = await Version(id);
        await core.Send(new AddChannel.Command(id, seen, new ChannelForm(ChannelKind.App, "Bank app", Source)), core.Supervisor);

        var late = await core.Send(new AddChannel.Command(id, seen, new ChannelForm(ChannelKind.App, "Other app", Source)), core.Supervisor);

        Assert.IsType<Conflict>(late.Error);
    }

    [Fact]
    public async Task The_list_filters_by_kind_and_names_the_first_hotline_and_the_oldest_check()
    {
        var id = await Bank("Listed bank");
        await core.Send(new AddChannel.Command(id, await Version(id), new ChannelForm(ChannelKind.Hotline, "000-5550-8888", Source)), core.Supervisor);
        await core.Send(
            new AddChannel.Command(id, await Version(id), new ChannelForm(ChannelKind.App, "Bank app", Source with { CheckedOn = new DateOnly(2025, 1, 1) })), core.Supervisor);

        var banks = (await core.Send(new ListInstitutions.Query("Listed", [InstitutionKind.Bank]), core.Agent)).Value;
        var courts = (await core.Send(new ListInstitutions.Query("Listed", [InstitutionKind.Court]), core.Agent)).Value;

        Assert.Equal(("000-5550-8888", new DateOnly(2025, 1, 1)), (Assert.Single(banks.Items).Hotline, banks.Items[0].LastCheckedOn));
        Assert.Empty(courts.Items);
    }

    [Fact]
    public async Task An_agent_reads_the_directory_and_cannot_change_it()
    {
        var id = await Bank("Read only bank");

        var shown = (await core.Send(new ViewInstitution.Query(id), core.Agent)).Value;
        var refused = await core.Send(new ReviseInstitution.Command(id, shown.Version, shown.Profile), core.Agent);

        Assert.False(shown.MayManage);
        Assert.IsType<NotPermitted>(refused.Error);
    }

    [Fact]
    public async Task The_licence_check_keeps_what_was_seen_where_and_when_and_the_name_is_compared_for_payment_institutions_only()
    {
        var bank = await Bank("Unlicensed looking bank");
        var named = (await core.Send(new CreateInstitution.Command(new InstitutionProfile("晨曦支付有限公司", InstitutionKind.PaymentInstitution)), core.Supervisor)).Value;
        var other = (await core.Send(new CreateInstitution.Command(new InstitutionProfile("晨曦科技有限公司", InstitutionKind.PaymentInstitution)), core.Supervisor)).Value;

        Assert.Null((await core.Send(new CheckLicence.Command(named, await Version(named), Seen: true, "home page", new DateOnly(2026, 3, 1)), core.Supervisor)).Error);
        var future = await core.Send(new CheckLicence.Command(other, await Version(other), Seen: false, "site", new DateOnly(2099, 1, 1)), core.Supervisor);
        var agent = await core.Send(new CheckLicence.Command(other, await Version(other), Seen: false, "site", new DateOnly(2026, 1, 1)), core.Agent);

        var shown = (await core.Send(new ViewInstitution.Query(named), core.Agent)).Value;
        Assert.Equal(new ViewInstitution.Licence(true, new DateOnly(2026, 3, 1), "home page"), shown.Licence);
        Assert.Equal("Channel.CheckedInFuture", Assert.Single(Assert.IsType<Invalid>(future.Error).Fields).Code);
        Assert.IsType<NotPermitted>(agent.Error);
        Assert.Equal(
            [true, false, null],
            new[] { shown, (await core.Send(new ViewInstitution.Query(other), core.Agent)).Value, (await core.Send(new ViewInstitution.Query(bank), core.Agent)).Value }
                .Select(i => i.NameSaysPayment));
    }

    private async Task<InstitutionId> Bank(string name) =>
        (await core.Send(new CreateInstitution.Command(new InstitutionProfile(name, InstitutionKind.Bank)), core.Supervisor)).Value;

    private async Task<Guid> Version(InstitutionId id) => (await core.Send(new ViewInstitution.Query(id), core.Agent)).Value.Version;
}
