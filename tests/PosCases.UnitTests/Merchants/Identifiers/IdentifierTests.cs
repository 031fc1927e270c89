using PosCases.Merchants.Identifiers;

namespace PosCases.UnitTests.Merchants.Identifiers;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("91110000101623741K")]
    [InlineData("911101066976941872")]
    [InlineData("91350100M000100Y43")]
    [InlineData("  91350100m000100y43 ")]
    [InlineData("110108001234567")]
    public void A_credit_code_that_fits_its_check_digit_and_an_old_registration_number_fit(string code) =>
        Fits(UnifiedCreditCode.Check(code));

    [Theory]
    [InlineData("91350211M0000XUF46", "UnifiedCreditCode.CheckDigit")]
    [InlineData("91310115MA1H8R7C6D", "UnifiedCreditCode.CheckDigit")]
    [InlineData("9111000010162374", "UnifiedCreditCode.Shape")]
    [InlineData("91110000101623741I", "UnifiedCreditCode.Shape")]
    [InlineData("77110000101623741K", "UnifiedCreditCode.Category")]
    [InlineData("whatever it is", "UnifiedCreditCode.Shape")]
    public void A_credit_code_is_never_refused_only_odd(string code, string warning) =>
        Odd(UnifiedCreditCode.Check(code), warning);

    [Fact]
    public void A_code_pasted_in_full_width_characters_is_stored_in_half_width() =>
        Assert.Equal("91110000101623741K", UnifiedCreditCode.Check("\uFF19\uFF11110000101623741\uFF2B").Value);

    [Theory]
    [InlineData("102581083986056")]
    [InlineData("898210154110002")]
    [InlineData("89821015411A00B")]
    public void A_merchant_number_of_fifteen_letters_or_digits_fits(string number) => Fits(MerchantNumber.Check(number));

    [Theory]
    [InlineData("8982101541100")]
    [InlineData("898210154110002-1")]
    [InlineData("12345678901234567890123456789012")]
    public void A_merchant_number_of_another_shape_is_odd_up_to_32_characters(string number) =>
        Odd(MerchantNumber.Check(number), "MerchantNumber.Shape");

    [Fact]
    public void A_merchant_number_of_33_characters_is_refused() =>
        Refused(MerchantNumber.Check(new string('1', 33)), "MerchantNumber.TooLong");

    [Theory]
    [InlineData("898210154110002", "5411")]
    [InlineData("1025810A3986056", null)]
    [InlineData("5411", null)]
    public void A_conventional_merchant_number_hints_at_its_mcc(string number, string? hint) =>
        Assert.Equal(hint, MerchantNumber.MccHint(number));

    [Fact]
    public void A_terminal_number_has_eight_characters_and_another_length_only_warns()
    {
        Fits(TerminalNumber.Check("12A45678"));
        Odd(TerminalNumber.Check("1234567"), "TerminalNumber.Shape");
        Odd(TerminalNumber.Check(new string('1', 32)), "TerminalNumber.Shape");
        Refused(TerminalNumber.Check(new string('1', 33)), "TerminalNumber.TooLong");
    }

    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002x")]
    [InlineData("440524188001010014")]
    public void A_citizen_id_that_fits_its_check_digit_fits(string id) => Fits(CitizenId.Check(id));

    [Theory]
    [InlineData("110105194912310021", "CitizenId.CheckDigit")]
    [InlineData("11010519491331002X", "CitizenId.BirthDate")]
    [InlineData("11010519490229002X", "CitizenId.BirthDate")]
    [InlineData("1101051949123100", "CitizenId.Shape")]
    [InlineData("A1010519491231002X", "CitizenId.Shape")]
    public void An_impossible_citizen_id_is_refused(string id, string code) => Refused(CitizenId.Check(id), code);

    [Theory]
    [InlineData("13800005678", "13800005678")]
    [InlineData("138 0000 5678", "13800005678")]
    [InlineData("+86 13800005678", "13800005678")]
    public void A_mobile_number_has_eleven_digits_and_starts_with_1(string typed, string stored)
    {
        var check = MobileNumber.Check(typed);

        Fits(check);
        Assert.Equal(stored, check.Value);
    }

    [Fact]
    public void A_mobile_number_with_an_unusual_second_digit_is_odd_and_other_shapes_are_refused()
    {
        Odd(MobileNumber.Check("12800005678"), "MobileNumber.Prefix");
        Refused(MobileNumber.Check("23800005678"), "MobileNumber.Shape");
        Refused(MobileNumber.Check("1380000567"), "MobileNumber.Shape");
    }

    [Theory]
    [InlineData("010-12345678", true)]
    [InlineData("0755-1234567", true)]
    [InlineData("0755-12345678", true)]
    [InlineData("010-1234567", false)]
    [InlineData("12345678", false)]
    public void A_landline_has_an_area_code_and_after_three_digits_of_it_always_eight(string number, bool fits) =>
        Assert.Equal(fits ? IdentifierVerdict.Fits : IdentifierVerdict.Refused, Landline.Check(number).Verdict);

    [Fact]
    public void A_telephone_that_is_neither_mobile_nor_landline_only_warns()
    {
        Fits(PhoneNumber.Check("13800005678"));
        Fits(PhoneNumber.Check("010-12345678"));
        Odd(PhoneNumber.Check("400-555-0100"), "PhoneNumber.Unusual");
        Refused(PhoneNumber.Check("none"), "PhoneNumber.Digits");
    }

    [Theory]
    [InlineData("313651027012")]
    [InlineData("313522004113")]
    [InlineData("313227600155")]
    [InlineData("313231200509")]
    [InlineData("313228060017")]
    public void A_branch_code_that_fits_its_check_digit_fits(string code) => Fits(BranchCode.Check(code));

    [Fact]
    public void A_branch_code_that_does_not_fit_only_warns()
    {
        Odd(BranchCode.Check("313651027013"), "BranchCode.CheckDigit");
        Odd(BranchCode.Check("31365102701"), "BranchCode.Shape");
    }

    [Fact]
    public void A_card_number_that_does_not_fit_only_warns()
    {
        Fits(BankCardNumber.Check("4111 1111 1111 1111"));
        Odd(BankCardNumber.Check("4111111111111112"), "BankCardNumber.CheckDigit");
        Odd(BankCardNumber.Check("411111111111"), "BankCardNumber.Shape");
    }

    [Theory]
    [InlineData("card 4111111111111111 was used", "card 411111******1111 was used")]
    [InlineData("card 4111 1111 1111 1111.", "card 411111******1111.")]
    [InlineData("card 4111-1111-1111-1111", "card 411111******1111")]
    [InlineData("order 4111111111111112", "order 4111111111111112")]
    [InlineData("on 2026-11-22 10:15, terminal 12345678", "on 2026-11-22 10:15, terminal 12345678")]
    public void Free_text_hides_what_looks_like_a_card_number(string text, string hidden) =>
        Assert.Equal(hidden, BankCardNumber.Hide(text));

    [Fact]
    public void An_mcc_has_four_digits_and_an_unknown_one_is_accepted()
    {
        Fits(Mcc.Check("5411"));
        Fits(Mcc.Check("0001"));
        Refused(Mcc.Check("541"), "Mcc.Shape");
        Refused(Mcc.Check("54A1"), "Mcc.Shape");
    }

    [Fact]
    public void An_account_number_has_digits_only_and_32_at_most()
    {
        Fits(AccountNumber.Check(new string('1', 32)));
        Refused(AccountNumber.Check(new string('1', 33)), "AccountNumber.Shape");
        Refused(AccountNumber.Check("12A"), "AccountNumber.Shape");
    }

    [Theory]
    [InlineData("1234", true)]
    [InlineData("123", false)]
    [InlineData("6222021234567890123", false)]
    public void Of_a_settlement_account_exactly_four_digits_are_taken(string digits, bool fits) =>
        Assert.Equal(fits ? IdentifierVerdict.Fits : IdentifierVerdict.Refused, AccountNumber.CheckLastFour(digits).Verdict);

    private static void Fits(IdentifierCheck check) => Assert.Equal((IdentifierVerdict.Fits, null), (check.Verdict, check.Code));

    private static void Odd(IdentifierCheck check, string code) => Assert.Equal((IdentifierVerdict.Odd, code), (check.Verdict, check.Code));

    private static void Refused(IdentifierCheck check, string code) => Assert.Equal((IdentifierVerdict.Refused, code), (check.Verdict, check.Code));
}
