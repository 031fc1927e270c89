using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.Merchants;

public sealed class MerchantMessageTests(CoreHost core) : IClassFixture<CoreHost>
{
    [Fact]
    public async Task A_merchant_with_all_its_parts_is_read_back_as_it_was_entered()
    {
        var (acquirer, bank) = (await Institution(InstitutionKind.Acquirer), await Institution(InstitutionKind.Bank));
        var id = await Merchant("Noodle House");

        var store = (await core.Send(new AddStore.Command(id, await Version(id), new StoreForm("East Gate", "1 Example Road")), core.Agent)).Value;
        await core.Send(new AddTerminal.Command(id, await Version(id), new TerminalForm("12345678", "SN-1", "Brand", "Model", store)), core.Agent);
        await core.Send(new AddMerchantNumber.Command(id, await Version(id), new MerchantNumberForm("898210154110002", acquirer)), core.Agent);
        await core.Send(new AddContact.Command(id, await Version(id), new ContactForm("Wang Fang", "13800005678", "wang@shop.example", "owner")), core.Agent);
        await core.Send(new AddSettlementAccount.Command(id, await Version(id), new SettlementAccountForm(bank, null, "Wang Fang", "6789", "313651027012")), core.Agent);

        var shown = (await core.Send(new ViewMerchant.Query(id), core.Agent)).Value;
        Assert.Equal(new MerchantProfile("Noodle House", MerchantKind.IndividualBusiness), shown.Profile);
        Assert.Equal(("898210154110002", "Acquirer of the test"), (Assert.Single(shown.Numbers).Value, shown.Numbers[0].AcquirerName));
        Assert.Equal((store, "East Gate"), (Assert.Single(shown.Stores).Id, shown.Stores[0].Name));
        Assert.Equal((store, "12345678"), (Assert.Single(shown.Terminals).StoreId, shown.Terminals[0].Number));
        Assert.Equal("13800005678", Assert.Single(shown.Contacts).Phone);
        Assert.Equal(("Bank of the test", "6789"), (Assert.Single(shown.Accounts).BankName, shown.Accounts[0].LastFour));
        Assert.Equal(6, shown.Changes.Count);
        Assert.Equal(MerchantField.SettlementAccount, shown.Changes[0].Field);
    }

    [Fact]
    public async Task A_part_added_against_an_old_version_is_a_conflict_and_is_not_stored()
    {
        var id = await Merchant("Two Hands");
        var seen = await Version(id);
        await core.Send(new AddStore.Command(id, seen, new StoreForm("First")), core.Agent);

        var late = await core.Send(new AddStore.Command(id, seen, new StoreForm("Second")), core.Supervisor);

        Assert.IsType<Conflict>(late.Error);
        Assert.Equal("First", Assert.Single((await core.Send(new ViewMerchant.Query(id), core.Agent)).Value.Stores).Name);
    }

    [Fact]
    public async Task A_merchants_user_changes_only_the_own_merchant()
    {
        var (own, other) = (await Merchant("Own shop"), await Merchant("Other shop"));
        Actor owner = new(Guid.NewGuid(), "Owner", Role.MerchantOwner, own.Value);

        var mine = await core.Send(new AddStore.Command(own, await Version(own), new StoreForm("Mine")), owner);
        var theirs = await core.Send(new AddStore.Command(other, await Version(other), new StoreForm("Theirs")), owner);

        Assert.True(mine.Succeeded);
        Assert.Equal(new NotFound("Merchant"), theirs.Error);
        Assert.Equal("Own shop", (await core.Send(new ViewOwnMerchant.Query(), owner)).Value.Profile.Name);
        Assert.IsType<NotPermitted>((await core.Send(new ViewMerchant.Query(own), owner)).Error);
        Assert.IsType<NotPermitted>((await core.Send(new ListMerchants.Query(), owner)).Error);
    }

    [Fact]
    public async Task An_admin_sees_no_merchant()
    {
        var id = await Merchant("Closed shop");

        Assert.IsType<NotPermitted>((await core.Send(new ViewMerchant.Query(id), core.Admin)).Error);
        Assert.IsType<NotPermitted>((await core.Send(new ViewOwnMerchant.Query(), core.Admin)).Error);
    }

    [Fact]
    public async Task An_odd_credit_code_is_stored_only_with_a_reason_which_stands_in_the_log()
    {
        MerchantProfile profile = new("Odd code", MerchantKind.Company, "91350211M0000XUF46");

        var asked = await core.Send(new CreateMerchant.Command(profile), core.Agent);
        var kept = await core.Send(new CreateMerchant.Command(profile, WarningReason: "seen on the licence"), core.Agent);
        var twin = await core.Send(new CreateMerchant.Command(profile with { Name = "Its twin" }), core.Agent);

        Assert.Equal("UnifiedCreditCode.CheckDigit", Assert.IsType<WarningsToConfirm>(asked.Error).Fields[0].Code);
        Assert.Equal("seen on the licence", (await core.Send(new ViewMerchant.Query(kept.Value), core.Agent)).Value.Changes[0].Reason);
        Assert.Contains(Assert.IsType<WarningsToConfirm>(twin.Error).Fields, f => f.Code == "UnifiedCreditCode.Taken");
    }

    [Fact]
    public async Task A_number_at_a_body_that_acquires_nothing_is_refused()
    {
        var (id, court) = (await Merchant("Wrong door"), await Institution(InstitutionKind.Court));

        var refused = await core.Send(new AddMerchantNumber.Command(id, await Version(id), new MerchantNumberForm("898210154110002", court)), core.Agent);

        Assert.Equal(("Number.Acquirer", "Acquirer.Unknown"), Only(refused.Error));
    }

    [Fact]
    public async Task The_list_finds_by_part_of_the_name_and_by_the_start_of_code_and_numbers()
    {
        var acquirer = await Institution(InstitutionKind.Acquirer);
        var id = (await core.Send(
            new CreateMerchant.Command(new MerchantProfile("100% Tea_House", MerchantKind.Company, "91110000101623741K")), core.Agent)).Value;
        await core.Send(new AddMerchantNumber.Command(id, await Version(id), new MerchantNumberForm("777210154110002", acquirer)), core.Agent);
        await Merchant("1000 Teaxhouses");

        foreach (var search in new[] { "100% tea", "tea_house", "91110000101", "777210" })
        {
            var found = (await core.Send(new ListMerchants.Query(search), core.Agent)).Value;
            Assert.Equal(("100% Tea_House", "777210154110002"), (Assert.Single(found.Items).Name, found.Items[0].Number));
        }
    }

    [Fact]
    public async Task The_list_comes_in_pages()
    {
        for (var i = 0; i < 3; i++)
        {
            await Merchant($"Paged {i}");
        }

        var second = (await core.Send(new ListMerchants.Query("Paged", Page: 2, PageSize: 2), core.Agent)).Value;

        Assert.Equal((3, true, false), (second.Total, second.HasPrevious, second.HasNext));
        Assert.Equal("Paged 2", Assert.Single(second.Items).Name);
    }

    [Fact]
    public async Task Looking_at_a_contact_needs_a_reason_and_is_hidden_from_the_merchant()
    {
        var id = await Merchant("Looked at");
        var contact = (await core.Send(new AddContact.Command(id, await Version(id), new ContactForm("Wang", "13800005678")), core.Agent)).Value;
        Actor owner = new(Guid.NewGuid(), "Owner", Role.MerchantOwner, id.Value);

        var silent = await core.Send(new RevealContact.Command(id, contact, " "), core.Agent);
        var told = await core.Send(new RevealContact.Command(id, contact, "call about the case"), core.Agent);

        Assert.IsType<Invalid>(silent.Error);
        Assert.True(told.Succeeded);
        Assert.Equal("call about the case", (await core.Send(new ViewMerchant.Query(id), core.Agent)).Value.Changes[0].Reason);
        Assert.DoesNotContain((await core.Send(new ViewOwnMerchant.Query(), owner)).Value.Changes, c => c.Field == MerchantField.Revealed);
    }

    [Fact]
    public async Task Every_part_can_be_ended()
    {
        var (acquirer, id) = (await Institution(InstitutionKind.Acquirer), await Merchant("Winding down"));
        var store = (await core.Send(new AddStore.Command(id, await Version(id), new StoreForm("East Gate")), core.Agent)).Value;
        var terminal = (await core.Send(new AddTerminal.Command(id, await Version(id), new TerminalForm("12345678")), core.Agent)).Value;
        var number = (await core.Send(new AddMerchantNumber.Command(id, await Version(id), new MerchantNumberForm("898210154110002", acquirer)), core.Agent)).Value;
        var contact = (await core.Send(new AddContact.Command(id, await Version(id), new ContactForm("Wang", "13800005678")), core.Agent)).Value;
        var account = (await core.Send(
            new AddSettlementAccount.Command(id, await Version(id), new SettlementAccountForm(null, "Example Bank", "Wang", "6789")), core.Agent)).Value;

        Result[] ended =
        [
            await core.Send(new EndTerminal.Command(id, await Version(id), terminal), core.Agent),
            await core.Send(new EndStore.Command(id, await Version(id), store), core.Agent),
            await core.Send(new EndMerchantNumber.Command(id, await Version(id), number), core.Agent),
            await core.Send(new EndContact.Command(id, await Version(id), contact), core.Agent),
            await core.Send(new EndSettlementAccount.Command(id, await Version(id), account), core.Agent),
        ];

        Assert.All(ended, e => Assert.True(e.Succeeded));
        var shown = (await core.Send(new ViewMerchant.Query(id), core.Agent)).Value;
        Assert.DoesNotContain(null, new[]
        {
            shown.Stores[0].EndedAt, shown.Terminals[0].EndedAt, shown.Numbers[0].EndedAt, shown.Contacts[0].EndedAt, shown.Accounts[0].EndedAt,
        });
    }

    private async Task<MerchantId> Merchant(string name) =>
        (await core.Send(new CreateMerchant.Command(new MerchantProfile(name, MerchantKind.IndividualBusiness)), core.Agent)).Value;

    private async Task<InstitutionId> Institution(InstitutionKind kind) =>
        (await core.Send(new CreateInstitution.Command(new InstitutionProfile($"{kind} of the test", kind)), core.Supervisor)).Value;

    private async Task<Guid> Version(MerchantId id) => (await core.Send(new ViewMerchant.Query(id), core.Agent)).Value.Version;

    private static (string, string) Only(Error? error)
    {
        var field = Assert.Single(Assert.IsType<Invalid>(error).Fields);
        return (field.Field, field.Code);
    }
}
