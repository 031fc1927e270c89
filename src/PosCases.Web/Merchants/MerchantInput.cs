using PosCases.Institutions;
using PosCases.Merchants;

namespace PosCases.Web.Merchants;

/// <summary>A merchant's profile while it is being typed.</summary>
public sealed class ProfileInput
{
    public string? Name { get; set; }

    public string? Kind { get; set; }

    public string? UnifiedCreditCode { get; set; }

    public string? Mcc { get; set; }

    public string? Region { get; set; }

    public string? Address { get; set; }

    internal static ProfileInput Of(MerchantProfile profile) => new()
    {
        Name = profile.Name,
        Kind = $"{profile.Kind}",
        UnifiedCreditCode = profile.UnifiedCreditCode,
        Mcc = profile.Mcc,
        Region = profile.Region,
        Address = profile.Address,
    };

    // What is no kind becomes one that the rules refuse.
    internal MerchantProfile ToProfile() =>
        new(Name ?? "", Enum.TryParse<MerchantKind>(Kind, out var kind) ? kind : (MerchantKind)(-1), UnifiedCreditCode, Mcc, Region, Address);
}

/// <summary>A merchant number while it is being typed.</summary>
public sealed class NumberInput
{
    public string? Value { get; set; }

    public string? Acquirer { get; set; }

    internal MerchantNumberForm ToForm() => new(Value ?? "", Guid.TryParse(Acquirer, out var id) ? new InstitutionId(id) : default);
}

/// <summary>A store while it is being typed.</summary>
public sealed class StoreInput
{
    public string? Name { get; set; }

    public string? Address { get; set; }

    internal StoreForm ToForm() => new(Name ?? "", Address);
}

/// <summary>A terminal while it is being typed.</summary>
public sealed class TerminalInput
{
    public string? Number { get; set; }

    public string? SerialNumber { get; set; }

    public string? Brand { get; set; }

    public string? Model { get; set; }

    public string? Store { get; set; }

    internal TerminalForm ToForm() => new(Number, SerialNumber, Brand, Model, Guid.TryParse(Store, out var id) ? new StoreId(id) : null);
}

/// <summary>A contact while it is being typed.</summary>
public sealed class ContactInput
{
    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Role { get; set; }

    internal ContactForm ToForm() => new(Name ?? "", Phone, Email, Role);
}

/// <summary>A settlement account while it is being typed.</summary>
public sealed class AccountInput
{
    public string? Bank { get; set; }

    public string? BankName { get; set; }

    public string? Holder { get; set; }

    public string? LastFour { get; set; }

    public string? BranchCode { get; set; }

    internal SettlementAccountForm ToForm() =>
        new(Guid.TryParse(Bank, out var id) ? new InstitutionId(id) : null, BankName, Holder ?? "", LastFour ?? "", BranchCode);
}
