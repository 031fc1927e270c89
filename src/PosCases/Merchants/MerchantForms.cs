using FluentValidation;
using PosCases.Institutions;
using PosCases.Merchants.Identifiers;

namespace PosCases.Merchants;

/// <summary>A merchant number as it is entered.</summary>
/// <param name="Value">The number, 32 characters at most.</param>
/// <param name="Acquirer">Whose number it is.</param>
public sealed record MerchantNumberForm(string Value, InstitutionId Acquirer)
{
    internal IdentifierWarnings Warnings() => new IdentifierWarnings().Add("Number." + nameof(Value), Value, MerchantNumber.Check);

    internal sealed class Validator : AbstractValidator<MerchantNumberForm>
    {
        public Validator()
        {
            RuleFor(n => n.Value).NotEmpty();
            RuleFor(n => n.Value).Identifier(MerchantNumber.Check);
            RuleFor(n => n.Acquirer).NotEmpty();
        }
    }
}

/// <summary>A store as it is entered.</summary>
/// <param name="Name">As on the signboard, 128 characters at most.</param>
/// <param name="Address">Where it is, 256 characters at most.</param>
public sealed record StoreForm(string Name, string? Address = null)
{
    internal sealed class Validator : AbstractValidator<StoreForm>
    {
        public Validator()
        {
            RuleFor(s => s.Name).NotEmpty().MaximumLength(MerchantProfile.NameLength);
            RuleFor(s => s.Address).MaximumLength(MerchantProfile.AddressLength);
        }
    }
}

/// <summary>A terminal as it is entered; at least one of the two numbers.</summary>
/// <param name="Number">The acquirer's number for it, usually eight characters.</param>
/// <param name="SerialNumber">The maker's number on its back.</param>
/// <param name="Brand">Who made it.</param>
/// <param name="Model">Its model.</param>
/// <param name="Store">Where it stands.</param>
public sealed record TerminalForm(string? Number, string? SerialNumber = null, string? Brand = null, string? Model = null, StoreId? Store = null)
{
    internal const int TextLength = 64;

    internal IdentifierWarnings Warnings() => new IdentifierWarnings().Add("Terminal." + nameof(Number), Number, TerminalNumber.Check);

    internal sealed class Validator : AbstractValidator<TerminalForm>
    {
        public Validator()
        {
            RuleFor(t => t.Number).NotEmpty().When(t => string.IsNullOrWhiteSpace(t.SerialNumber)).WithErrorCode("Terminal.NumberNeeded");
            RuleFor(t => t.Number).Identifier(TerminalNumber.Check);
            RuleFor(t => t.SerialNumber).MaximumLength(TextLength);
            RuleFor(t => t.Brand).MaximumLength(TextLength);
            RuleFor(t => t.Model).MaximumLength(TextLength);
        }
    }
}

/// <summary>A contact as it is entered; a telephone number or a mail address.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Phone">Mobile or landline.</param>
/// <param name="Email">Mail address.</param>
/// <param name="Role">What the person is there, in words.</param>
public sealed record ContactForm(string Name, string? Phone, string? Email = null, string? Role = null)
{
    internal const int NameLength = 64;
    internal const int EmailLength = 254;
    internal const int RoleLength = 64;

    internal IdentifierWarnings Warnings() => new IdentifierWarnings().Add("Contact." + nameof(Phone), Phone, PhoneNumber.Check);

    internal sealed class Validator : AbstractValidator<ContactForm>
    {
        public Validator()
        {
            RuleFor(c => c.Name).NotEmpty().MaximumLength(NameLength);
            RuleFor(c => c.Phone).NotEmpty().When(c => string.IsNullOrWhiteSpace(c.Email)).WithErrorCode("Contact.PhoneOrEmail");
            RuleFor(c => c.Phone).MaximumLength(PhoneNumber.MaxLength).Identifier(PhoneNumber.Check);
            RuleFor(c => c.Email).MaximumLength(EmailLength).EmailAddress().When(c => !string.IsNullOrWhiteSpace(c.Email));
            RuleFor(c => c.Role).MaximumLength(RoleLength);
        }
    }
}

/// <summary>A settlement account as it is entered; its full number is never asked for.</summary>
/// <param name="Bank">The bank, when the directory knows it.</param>
/// <param name="BankName">The bank's name, when it does not.</param>
/// <param name="Holder">In whose name the account is.</param>
/// <param name="LastFour">Exactly the last four digits.</param>
/// <param name="BranchCode">CNAPS number of the branch.</param>
public sealed record SettlementAccountForm(InstitutionId? Bank, string? BankName, string Holder, string LastFour, string? BranchCode = null)
{
    internal IdentifierWarnings Warnings() =>
        new IdentifierWarnings().Add("Account." + nameof(BranchCode), BranchCode, Identifiers.BranchCode.Check);

    internal sealed class Validator : AbstractValidator<SettlementAccountForm>
    {
        public Validator()
        {
            RuleFor(a => a.BankName).NotEmpty().When(a => a.Bank is null);
            RuleFor(a => a.BankName).MaximumLength(MerchantProfile.NameLength);
            RuleFor(a => a.Holder).NotEmpty().MaximumLength(MerchantProfile.NameLength);
            RuleFor(a => a.LastFour).NotEmpty();
            RuleFor(a => a.LastFour).Identifier(AccountNumber.CheckLastFour);
            RuleFor(a => a.BranchCode).MaximumLength(Identifiers.BranchCode.MaxLength);
        }
    }
}
