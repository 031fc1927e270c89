using FluentValidation;

namespace PosCases.Merchants;

/// <summary>What a merchant's record says of the merchant itself.</summary>
/// <param name="Name">As on the licence, 128 characters at most.</param>
/// <param name="Kind">What it is in law.</param>
/// <param name="UnifiedCreditCode">Unified social credit code, or the old registration number.</param>
/// <param name="Mcc">Merchant category code, four digits.</param>
/// <param name="Region">Where it trades, in words.</param>
/// <param name="Address">Its address, 256 characters at most.</param>
public sealed record MerchantProfile(
    string Name, MerchantKind Kind, string? UnifiedCreditCode = null, string? Mcc = null, string? Region = null, string? Address = null)
{
    internal const int NameLength = 128;
    internal const int RegionLength = 64;
    internal const int AddressLength = 256;

    /// <summary>What is odd about it, beside a code that was accepted before; to be fixed, or kept with a reason.</summary>
    internal IdentifierWarnings Warnings(string? acceptedCode = null)
    {
        IdentifierWarnings warnings = new();
        return UnifiedCreditCode is null || Identifiers.UnifiedCreditCode.Check(UnifiedCreditCode).Value == acceptedCode
            ? warnings
            : warnings.Add("Profile." + nameof(UnifiedCreditCode), UnifiedCreditCode, Identifiers.UnifiedCreditCode.Check);
    }

    /// <summary>The fields that cannot be accepted.</summary>
    public sealed class Validator : AbstractValidator<MerchantProfile>
    {
        /// <summary>The rules.</summary>
        public Validator()
        {
            RuleFor(p => p.Name).NotEmpty().MaximumLength(NameLength);
            RuleFor(p => p.Kind).IsInEnum();
            RuleFor(p => p.UnifiedCreditCode).MaximumLength(Identifiers.UnifiedCreditCode.MaxLength).Identifier(Identifiers.UnifiedCreditCode.Check);
            RuleFor(p => p.Mcc).Identifier(Identifiers.Mcc.Check);
            RuleFor(p => p.Region).MaximumLength(RegionLength);
            RuleFor(p => p.Address).MaximumLength(AddressLength);
        }
    }
}
