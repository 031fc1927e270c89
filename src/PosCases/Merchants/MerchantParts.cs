using PosCases.Institutions;
using PosCases.Platform;

namespace PosCases.Merchants;

/// <summary>What belongs to a merchant. It is ended, never removed: cases of the past refer to it.</summary>
public abstract class MerchantPart
{
    /// <summary>Whose it is.</summary>
    public MerchantId MerchantId { get; private protected init; }

    /// <summary>When it entered the record.</summary>
    public DateTimeOffset CreatedAt { get; private protected init; }

    /// <summary>Since when it is no longer in use.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What the change log says of it, private parts masked.</summary>
    internal abstract string Summary { get; }

    internal void End(DateTimeOffset at) => EndedAt = at;
}

/// <summary>The number by which an acquirer knows the merchant.</summary>
public sealed class NumberAtAcquirer : MerchantPart
{
    private NumberAtAcquirer()
    {
    }

    internal NumberAtAcquirer(MerchantId merchant, MerchantNumberForm form, DateTimeOffset at)
    {
        (MerchantId, CreatedAt) = (merchant, at);
        Id = MerchantNumberId.New();
        Value = Identifiers.MerchantNumber.Check(form.Value).Value;
        AcquirerId = form.Acquirer;
    }

    /// <summary>Identity.</summary>
    public MerchantNumberId Id { get; private init; }

    /// <summary>The merchant number.</summary>
    public string Value { get; private init; } = "";

    /// <summary>Whose number it is: acquirer, bank or payment institution.</summary>
    public InstitutionId AcquirerId { get; private init; }

    internal override string Summary => Value;
}

/// <summary>A place where the merchant trades.</summary>
public sealed class Store : MerchantPart
{
    private Store()
    {
    }

    internal Store(MerchantId merchant, StoreForm form, DateTimeOffset at)
    {
        (MerchantId, CreatedAt) = (merchant, at);
        Id = StoreId.New();
        Name = Identifiers.Typed.Text(form.Name) ?? "";
        Address = Identifiers.Typed.Text(form.Address);
    }

    /// <summary>Identity.</summary>
    public StoreId Id { get; private init; }

    /// <summary>As on the signboard.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Where it is.</summary>
    public string? Address { get; private init; }

    internal override string Summary => Address is null ? Name : $"{Name}, {Address}";
}

/// <summary>A device that takes payments.</summary>
public sealed class Terminal : MerchantPart
{
    private Terminal()
    {
    }

    internal Terminal(MerchantId merchant, TerminalForm form, DateTimeOffset at)
    {
        (MerchantId, CreatedAt) = (merchant, at);
        Id = TerminalId.New();
        Number = string.IsNullOrWhiteSpace(form.Number) ? null : Identifiers.TerminalNumber.Check(form.Number).Value;
        SerialNumber = string.IsNullOrWhiteSpace(form.SerialNumber) ? null : Identifiers.Typed.Compact(form.SerialNumber);
        Brand = Identifiers.Typed.Text(form.Brand);
        Model = Identifiers.Typed.Text(form.Model);
        StoreId = form.Store;
    }

    /// <summary>Identity.</summary>
    public TerminalId Id { get; private init; }

    /// <summary>The acquirer's number for it.</summary>
    public string? Number { get; private init; }

    /// <summary>The maker's number on its back.</summary>
    public string? SerialNumber { get; private init; }

    /// <summary>Who made it.</summary>
    public string? Brand { get; private init; }

    /// <summary>Its model.</summary>
    public string? Model { get; private init; }

    /// <summary>Where it stands.</summary>
    public StoreId? StoreId { get; private init; }

    internal override string Summary => string.Join(" / ", new[] { Number, SerialNumber, Brand, Model }.Where(part => part is not null));
}

/// <summary>A person who speaks for the merchant.</summary>
public sealed class Contact : MerchantPart
{
    private Contact()
    {
    }

    internal Contact(MerchantId merchant, ContactForm form, DateTimeOffset at)
    {
        (MerchantId, CreatedAt) = (merchant, at);
        Id = ContactId.New();
        Name = Identifiers.Typed.Text(form.Name) ?? "";
        Phone = string.IsNullOrWhiteSpace(form.Phone) ? null : Identifiers.PhoneNumber.Check(form.Phone).Value;
        Email = Identifiers.Typed.Text(form.Email);
        Role = Identifiers.Typed.Text(form.Role);
    }

    /// <summary>Identity.</summary>
    public ContactId Id { get; private init; }

    /// <summary>The person's name.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Telephone; shown masked.</summary>
    public string? Phone { get; private init; }

    /// <summary>Mail address; shown masked.</summary>
    public string? Email { get; private init; }

    /// <summary>What the person is there, in words.</summary>
    public string? Role { get; private init; }

    internal override string Summary =>
        string.Join(" / ", new[]
        {
            Masking.Mask(Name, MaskKind.Name), Masking.Mask(Phone, MaskKind.Phone), Masking.Mask(Email, MaskKind.Email), Role,
        }.Where(part => part is not null));
}

/// <summary>Where the merchant's takings are paid out to. Of its number only the last four digits are known.</summary>
public sealed class SettlementAccount : MerchantPart
{
    private SettlementAccount()
    {
    }

    internal SettlementAccount(MerchantId merchant, SettlementAccountForm form, string bankName, DateTimeOffset at)
    {
        (MerchantId, CreatedAt) = (merchant, at);
        Id = SettlementAccountId.New();
        BankId = form.Bank;
        BankName = Identifiers.Typed.Text(bankName) ?? "";
        BranchCode = string.IsNullOrWhiteSpace(form.BranchCode) ? null : Identifiers.BranchCode.Check(form.BranchCode).Value;
        Holder = Identifiers.Typed.Text(form.Holder) ?? "";
        LastFour = Identifiers.Typed.Compact(form.LastFour);
    }

    /// <summary>Identity.</summary>
    public SettlementAccountId Id { get; private init; }

    /// <summary>The bank, when the directory knows it.</summary>
    public InstitutionId? BankId { get; private init; }

    /// <summary>The bank's name as it was when the account was entered.</summary>
    public string BankName { get; private init; } = "";

    /// <summary>CNAPS number of the branch.</summary>
    public string? BranchCode { get; private init; }

    /// <summary>In whose name it is.</summary>
    public string Holder { get; private init; } = "";

    /// <summary>The last four digits.</summary>
    public string LastFour { get; private init; } = "";

    internal override string Summary => $"{BankName} ****{LastFour}";
}
