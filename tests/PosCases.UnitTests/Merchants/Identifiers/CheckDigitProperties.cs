using FsCheck;
using FsCheck.Fluent;
using PosCases.Merchants.Identifiers;

namespace PosCases.UnitTests.Merchants.Identifiers;

/// <summary>What the check digits promise: any single changed character is noticed.</summary>
public sealed class CheckDigitProperties
{
    private const string Digits = "0123456789";
    private const string CreditCodeCharacters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Fact]
    public void One_changed_character_of_a_credit_code_is_noticed() => Notices(
        from area in Characters(Digits, 6)
        from body in Characters(CreditCodeCharacters, 9)
        let first17 = "91" + area + body
        select first17 + UnifiedCreditCode.CheckCharacter(first17),
        UnifiedCreditCode.Check,
        CreditCodeCharacters);

    [Fact]
    public void One_changed_digit_of_a_branch_code_is_noticed() => Notices(
        from first11 in Characters(Digits, 11) select first11 + BranchCode.CheckDigit(first11), BranchCode.Check, Digits);

    [Fact]
    public void One_changed_digit_of_a_citizen_id_is_noticed() => Notices(
        from area in Characters("123456789", 6)
        from day in Gen.Choose(0, 30000)
        from order in Characters(Digits, 3)
        let first17 = area + new DateOnly(1930, 1, 1).AddDays(day).ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture) + order
        select first17 + CitizenId.CheckCharacter(first17),
        CitizenId.Check,
        Digits);

    [Fact]
    public void One_changed_digit_of_a_card_number_is_noticed() => Notices(
        from first in Characters(Digits, 15)
        select Digits.Select(last => first + last).Single(card => BankCardNumber.Check(card).Verdict == IdentifierVerdict.Fits),
        BankCardNumber.Check,
        Digits);

    private static void Notices(Gen<string> valid, Func<string, IdentifierCheck> check, string characters)
    {
        var cases =
            from identifier in valid
            from position in Gen.Choose(0, identifier.Length - 1)
            from replacement in Gen.Elements(characters.AsEnumerable())
            where identifier[position] != replacement
            select (Valid: identifier, Changed: identifier[..position] + replacement + identifier[(position + 1)..]);

        Prop.ForAll(
            cases.ToArbitrary(),
            pair => check(pair.Valid).Verdict == IdentifierVerdict.Fits && check(pair.Changed).Verdict != IdentifierVerdict.Fits)
            .QuickCheckThrowOnFailure();
    }

    private static Gen<string> Characters(string of, int length) =>
        Gen.Elements(of.AsEnumerable()).ListOf(length).Select(characters => string.Concat(characters));
}
