using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.UnitTests.Merchants;

public sealed class MerchantTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Actor Li = new(Guid.NewGuid(), "Li", Role.Agent, null);

    [Fact]
    public void A_registered_merchant_starts_its_log()
    {
        var merchant = Merchant.Register(new MerchantProfile(" Noodle House ", MerchantKind.IndividualBusiness, "92110000101623741k"), "13800005678", Li, Now);

        Assert.Equal("Noodle House", merchant.Name);
        Assert.Equal("92110000101623741K", merchant.UnifiedCreditCode);
        var line = Assert.Single(merchant.Changes);
        Assert.Equal((MerchantField.Record, "Noodle House", "Li", Now), (line.Field, line.After, line.Actor, line.At));
    }

    [Fact]
    public void A_revision_logs_what_differs_and_nothing_else_with_the_telephone_masked()
    {
        var merchant = Registered();

        merchant.Revise(new MerchantProfile("Noodle Palace", MerchantKind.Company), "13900001234", Li, Now, "checked on the licence");

        Assert.Equal(
            [(MerchantField.Name, "Noodle House", "Noodle Palace"), (MerchantField.Phone, "138****5678", "139****1234")],
            merchant.Changes.Skip(1).Select(c => (c.Field, c.Before, c.After)));
        Assert.All(merchant.Changes.Skip(1), c => Assert.Equal("checked on the licence", c.Reason));
    }

    [Fact]
    public void A_revision_without_a_telephone_keeps_the_old_one()
    {
        var merchant = Registered();

        merchant.Revise(new MerchantProfile("Noodle House", MerchantKind.Company), " ", Li, Now);

        Assert.Equal("13800005678", merchant.Phone);
        Assert.Single(merchant.Changes);
    }

    [Fact]
    public void Every_change_of_a_part_gives_the_record_a_new_version()
    {
        var merchant = Registered();
        var before = merchant.Version;

        var store = merchant.AddStore(new StoreForm("East Gate"), Li, Now).Value;
        var added = merchant.Version;
        merchant.EndStore(store, Li, Now);

        Assert.NotEqual(before, added);
        Assert.NotEqual(added, merchant.Version);
    }

    [Fact]
    public void What_is_ended_stays_on_record_and_cannot_be_ended_twice()
    {
        var merchant = Registered();
        var store = merchant.AddStore(new StoreForm("East Gate", "1 Example Road"), Li, Now).Value;

        var ended = merchant.EndStore(store, Li, Now.AddDays(1));
        var again = merchant.EndStore(store, Li, Now.AddDays(2));

        Assert.True(ended.Succeeded);
        Assert.Equal(new NotFound("Store"), again.Error);
        Assert.Equal(Now.AddDays(1), Assert.Single(merchant.Stores).EndedAt);
        Assert.Equal(("East Gate, 1 Example Road", null), (merchant.Changes[^1].Before, merchant.Changes[^1].After));
    }

    [Fact]
    public void The_same_number_at_the_same_acquirer_is_refused_while_it_is_in_use()
    {
        var (merchant, acquirer) = (Registered(), InstitutionId.New());
        var first = merchant.AddNumber(new MerchantNumberForm("898210154110002", acquirer), Li, Now).Value;

        var twin = merchant.AddNumber(new MerchantNumberForm("8982 1015 4110 002", acquirer), Li, Now);
        merchant.EndNumber(first, Li, Now);
        var later = merchant.AddNumber(new MerchantNumberForm("898210154110002", acquirer), Li, Now);

        Assert.Equal(new MerchantPartExists(MerchantField.MerchantNumber), twin.Error);
        Assert.True(later.Succeeded);
    }

    [Fact]
    public void A_terminal_stands_only_in_a_store_of_the_same_merchant()
    {
        var merchant = Registered();

        var elsewhere = merchant.AddTerminal(new TerminalForm("12345678", Store: StoreId.New()), Li, Now);

        Assert.Equal(new NotFound("Store"), elsewhere.Error);
        Assert.Empty(merchant.Terminals);
    }

    [Fact]
    public void Two_terminals_without_a_number_are_told_apart_by_their_serial_numbers()
    {
        var merchant = Registered();

        var first = merchant.AddTerminal(new TerminalForm(null, "SN-1"), Li, Now);
        var second = merchant.AddTerminal(new TerminalForm(null, "SN-2"), Li, Now);
        var twin = merchant.AddTerminal(new TerminalForm(null, "SN-1"), Li, Now);

        Assert.True(first.Succeeded && second.Succeeded);
        Assert.Equal(new MerchantPartExists(MerchantField.Terminal), twin.Error);
    }

    [Fact]
    public void The_log_of_contacts_and_accounts_shows_private_values_masked()
    {
        var merchant = Registered();

        merchant.AddContact(new ContactForm("Wang Fang", "13800005678", "wang@shop.example", "owner"), Li, Now);
        merchant.AddAccount(new SettlementAccountForm(null, "Example Bank", "Noodle House", "6789"), "Example Bank", Li, Now);

        Assert.Equal("W* / 138****5678 / w***@shop.example / owner", merchant.Changes[^2].After);
        Assert.Equal("Example Bank ****6789", merchant.Changes[^1].After);
    }

    [Fact]
    public void A_card_number_typed_into_free_text_is_not_kept()
    {
        var merchant = Registered();

        merchant.AddStore(new StoreForm("East Gate", "card 4111 1111 1111 1111"), Li, Now);

        Assert.Equal("card 411111******1111", merchant.Stores[0].Address);
    }

    [Fact]
    public void Looking_at_a_contact_in_full_is_logged_with_its_reason_and_changes_nothing()
    {
        var merchant = Registered();
        var contact = merchant.AddContact(new ContactForm("Wang Fang", "13800005678"), Li, Now).Value;
        var version = merchant.Version;

        var looked = merchant.LogReveal(contact, "call about the case", Li, Now);

        Assert.True(looked.Succeeded);
        Assert.Equal(version, merchant.Version);
        Assert.Equal((MerchantField.Revealed, "call about the case"), (merchant.Changes[^1].Field, merchant.Changes[^1].Reason));
    }

    private static Merchant Registered() =>
        Merchant.Register(new MerchantProfile("Noodle House", MerchantKind.Company), "13800005678", Li, Now);
}
