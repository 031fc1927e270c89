using FluentValidation;
using PosCases.Institutions;
using PosCases.Merchants;

namespace PosCases.UnitTests.Merchants;

public sealed class MerchantFormTests
{
    private static readonly MerchantId Id = MerchantId.New();
    private static readonly InstitutionId Acquirer = InstitutionId.New();

    [Fact]
    public void A_name_is_needed_and_has_128_characters_at_most()
    {
        MerchantProfile.Validator rules = new();

        Assert.Equal(["Name NotEmptyValidator"], Errors(rules, Profile("")));
        Assert.Empty(Errors(rules, Profile(new string('x', 128))));
        Assert.Equal(["Name MaximumLengthValidator"], Errors(rules, Profile(new string('x', 129))));
    }

    [Fact]
    public void An_odd_credit_code_passes_the_rules_and_an_impossible_mcc_does_not()
    {
        MerchantProfile profile = new("Noodle House", MerchantKind.Company, "91350211M0000XUF46", "54x1");

        Assert.Equal(["Profile.Mcc Mcc.Shape"], Errors(new CreateMerchant.Validator(), new CreateMerchant.Command(profile)));
    }

    [Fact]
    public void An_odd_credit_code_asks_for_a_reason_once()
    {
        MerchantProfile profile = new("Noodle House", MerchantKind.Company, "91350211M0000XUF46");

        var asked = profile.Warnings().Unless(reason: " ");

        Assert.Equal(("Profile.UnifiedCreditCode", "UnifiedCreditCode.CheckDigit"), (asked!.Fields[0].Field, asked.Fields[0].Code));
        Assert.Null(profile.Warnings().Unless(reason: "seen on the licence"));
        Assert.Null(profile.Warnings(acceptedCode: "91350211M0000XUF46").Unless(reason: null));
    }

    [Fact]
    public void A_merchant_number_over_32_characters_is_refused_and_a_short_one_warns()
    {
        AddMerchantNumber.Validator rules = new();

        Assert.Equal(["Number.Value MerchantNumber.TooLong"], Errors(rules, Number(new string('1', 33))));
        Assert.Empty(Errors(rules, Number("123")));
        Assert.Equal("MerchantNumber.Shape", Number("123").Number.Warnings().Unless(null)!.Fields[0].Code);
    }

    [Fact]
    public void A_terminal_needs_one_of_its_two_numbers()
    {
        AddTerminal.Validator rules = new();

        Assert.Equal(["Terminal.Number Terminal.NumberNeeded"], Errors(rules, new AddTerminal.Command(Id, Guid.NewGuid(), new TerminalForm(null))));
        Assert.Empty(Errors(rules, new AddTerminal.Command(Id, Guid.NewGuid(), new TerminalForm(null, "SN-1"))));
    }

    [Fact]
    public void A_contact_needs_a_telephone_or_a_mail_address()
    {
        AddContact.Validator rules = new();

        Assert.Equal(["Contact.Phone Contact.PhoneOrEmail"], Errors(rules, Contact(null, null)));
        Assert.Empty(Errors(rules, Contact(null, "wang@shop.example")));
        Assert.Equal(["Contact.Email EmailValidator"], Errors(rules, Contact("13800005678", "wang")));
        Assert.Equal(["Contact.Phone PhoneNumber.Digits"], Errors(rules, Contact("none", null)));
    }

    [Fact]
    public void A_full_account_number_is_refused()
    {
        AddSettlementAccount.Validator rules = new();

        Assert.Equal(["Account.LastFour AccountNumber.LastFour"], Errors(rules, Account("6222021234567890123")));
        Assert.Empty(Errors(rules, Account("0123")));
    }

    [Fact]
    public void A_settlement_account_names_its_bank() =>
        Assert.Equal(
            ["Account.BankName NotEmptyValidator"],
            Errors(new AddSettlementAccount.Validator(), new AddSettlementAccount.Command(Id, Guid.NewGuid(), new SettlementAccountForm(null, " ", "Wang", "0123"))));

    private static MerchantProfile Profile(string name) => new(name, MerchantKind.Company);

    private static AddMerchantNumber.Command Number(string value) => new(Id, Guid.NewGuid(), new MerchantNumberForm(value, Acquirer));

    private static AddContact.Command Contact(string? phone, string? email) => new(Id, Guid.NewGuid(), new ContactForm("Wang Fang", phone, email));

    private static AddSettlementAccount.Command Account(string lastFour) =>
        new(Id, Guid.NewGuid(), new SettlementAccountForm(null, "Example Bank", "Wang Fang", lastFour));

    private static IEnumerable<string> Errors<T>(IValidator<T> rules, T message) =>
        rules.Validate(message).Errors.Select(e => $"{e.PropertyName} {e.ErrorCode}");
}
