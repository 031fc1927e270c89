using PosCases.Merchants.Identifiers;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Merchants;

/// <summary>An operator that takes payments through a POS terminal, with everything by which institutions know it.</summary>
public sealed class Merchant : IVersioned
{
    private readonly List<NumberAtAcquirer> numbers = [];
    private readonly List<Store> stores = [];
    private readonly List<Terminal> terminals = [];
    private readonly List<Contact> contacts = [];
    private readonly List<SettlementAccount> accounts = [];
    private readonly List<MerchantChange> changes = [];

    private Merchant()
    {
    }

    /// <summary>Identity.</summary>
    public MerchantId Id { get; private init; }

    /// <summary>As on the licence.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is in law.</summary>
    public MerchantKind Kind { get; private set; }

    /// <summary>Unified social credit code, or the old registration number.</summary>
    public string? UnifiedCreditCode { get; private set; }

    /// <summary>Merchant category code.</summary>
    public string? Mcc { get; private set; }

    /// <summary>Where it trades, in words.</summary>
    public string? Region { get; private set; }

    /// <summary>Its address.</summary>
    public string? Address { get; private set; }

    /// <summary>Its telephone; shown masked.</summary>
    public string? Phone { get; private set; }

    /// <summary>When the record was made.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <inheritdoc cref="IVersioned.Version"/>
    public Guid Version { get; private set; }

    Guid IVersioned.Version
    {
        get => Version;
        set => Version = value;
    }

    /// <summary>Numbers at acquirers, ended ones too.</summary>
    public IReadOnlyList<NumberAtAcquirer> Numbers => numbers;

    /// <summary>Stores, ended ones too.</summary>
    public IReadOnlyList<Store> Stores => stores;

    /// <summary>Terminals, ended ones too.</summary>
    public IReadOnlyList<Terminal> Terminals => terminals;

    /// <summary>Contacts, ended ones too.</summary>
    public IReadOnlyList<Contact> Contacts => contacts;

    /// <summary>Settlement accounts, ended ones too.</summary>
    public IReadOnlyList<SettlementAccount> Accounts => accounts;

    /// <summary>The change log, as far as it is loaded.</summary>
    public IReadOnlyList<MerchantChange> Changes => changes;

    /// <summary>Makes a merchant's record.</summary>
    /// <param name="profile">What the record says.</param>
    /// <param name="phone">The merchant's telephone.</param>
    /// <param name="by">Who makes it; nobody when a merchant registers itself.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why an odd identifier is kept.</param>
    public static Merchant Register(MerchantProfile profile, string? phone, Actor by, DateTimeOffset at, string? reason = null)
    {
        Merchant registered = new() { Id = MerchantId.New(), CreatedAt = at };
        registered.Take(profile);
        registered.Phone = PhoneOf(phone);
        registered.Log(MerchantField.Record, null, registered.Name, reason, by, at);
        return registered;
    }

    /// <summary>Replaces what the record says, and logs every field that differs.</summary>
    /// <param name="profile">What the record is to say.</param>
    /// <param name="phone">The new telephone; nothing keeps the old one, which its editor need not have seen.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why an odd identifier is kept.</param>
    public void Revise(MerchantProfile profile, string? phone, Actor by, DateTimeOffset at, string? reason = null)
    {
        var (name, kind, code, mcc, region, address, oldPhone) = (Name, Kind, UnifiedCreditCode, Mcc, Region, Address, Phone);
        Take(profile);
        Phone = PhoneOf(phone) ?? Phone;
        LogDifference(MerchantField.Name, name, Name);
        LogDifference(MerchantField.Kind, kind.ToString(), Kind.ToString());
        LogDifference(MerchantField.UnifiedCreditCode, code, UnifiedCreditCode);
        LogDifference(MerchantField.Mcc, mcc, Mcc);
        LogDifference(MerchantField.Region, region, Region);
        LogDifference(MerchantField.Address, address, Address);
        if (oldPhone != Phone)
        {
            Log(MerchantField.Phone, Masking.Mask(oldPhone, MaskKind.Phone), Masking.Mask(Phone, MaskKind.Phone), reason, by, at);
        }

        void LogDifference(MerchantField field, string? before, string? after)
        {
            if (before != after)
            {
                Log(field, before, after, reason, by, at);
            }
        }
    }

    /// <summary>Adds a number at an acquirer.</summary>
    /// <returns>Its id, or <see cref="MerchantPartExists"/> when it is in use already.</returns>
    public Result<MerchantNumberId> AddNumber(MerchantNumberForm form, Actor by, DateTimeOffset at, string? reason = null)
    {
        NumberAtAcquirer added = new(Id, form, at);
        return Add(numbers, added, n => n.Value == added.Value && n.AcquirerId == added.AcquirerId, MerchantField.MerchantNumber, by, at, reason)
            is { } refusal ? refusal : added.Id;
    }

    /// <summary>Adds a store.</summary>
    /// <returns>Its id, or <see cref="MerchantPartExists"/> when one of this name is in use already.</returns>
    public Result<StoreId> AddStore(StoreForm form, Actor by, DateTimeOffset at)
    {
        Store added = new(Id, form, at);
        return Add(stores, added, s => s.Name == added.Name, MerchantField.Store, by, at, null) is { } refusal ? refusal : added.Id;
    }

    /// <summary>Adds a terminal.</summary>
    /// <returns>
    /// Its id, <see cref="NotFound"/> when its store is none of the merchant's, or <see cref="MerchantPartExists"/> when its number or
    /// serial number is in use already.
    /// </returns>
    public Result<TerminalId> AddTerminal(TerminalForm form, Actor by, DateTimeOffset at, string? reason = null)
    {
        if (form.Store is { } store && !stores.Exists(s => s.Id == store && s.EndedAt is null))
        {
            return new NotFound(nameof(Store));
        }

        Terminal added = new(Id, form, at);
        return Add(terminals, added, t => Same(t.Number, added.Number) || Same(t.SerialNumber, added.SerialNumber), MerchantField.Terminal, by, at, reason)
            is { } refusal ? refusal : added.Id;

        static bool Same(string? one, string? other) => one is not null && one == other;
    }

    /// <summary>Adds a contact.</summary>
    /// <returns>Its id, or <see cref="MerchantPartExists"/> when the same one is in use already.</returns>
    public Result<ContactId> AddContact(ContactForm form, Actor by, DateTimeOffset at, string? reason = null)
    {
        Contact added = new(Id, form, at);
        return Add(contacts, added, c => c.Name == added.Name && c.Phone == added.Phone && c.Email == added.Email, MerchantField.Contact, by, at, reason)
            is { } refusal ? refusal : added.Id;
    }

    /// <summary>Adds a settlement account.</summary>
    /// <param name="form">The account.</param>
    /// <param name="bankName">The bank's name: the directory's, or as typed.</param>
    /// <param name="by">Who adds it.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why an odd identifier is kept.</param>
    /// <returns>Its id, or <see cref="MerchantPartExists"/> when the same one is in use already.</returns>
    public Result<SettlementAccountId> AddAccount(SettlementAccountForm form, string bankName, Actor by, DateTimeOffset at, string? reason = null)
    {
        SettlementAccount added = new(Id, form, bankName, at);
        return Add(accounts, added, a => a.BankName == added.BankName && a.LastFour == added.LastFour, MerchantField.SettlementAccount, by, at, reason)
            is { } refusal ? refusal : added.Id;
    }

    /// <summary>Marks a number as no longer in use.</summary>
    public Result EndNumber(MerchantNumberId id, Actor by, DateTimeOffset at) => End(numbers.Find(n => n.Id == id), MerchantField.MerchantNumber, by, at);

    /// <summary>Marks a store as closed; its terminals stay.</summary>
    public Result EndStore(StoreId id, Actor by, DateTimeOffset at) => End(stores.Find(s => s.Id == id), MerchantField.Store, by, at);

    /// <summary>Marks a terminal as no longer in use.</summary>
    public Result EndTerminal(TerminalId id, Actor by, DateTimeOffset at) => End(terminals.Find(t => t.Id == id), MerchantField.Terminal, by, at);

    /// <summary>Marks a contact as no longer in charge.</summary>
    public Result EndContact(ContactId id, Actor by, DateTimeOffset at) => End(contacts.Find(c => c.Id == id), MerchantField.Contact, by, at);

    /// <summary>Marks a settlement account as no longer in use.</summary>
    public Result EndAccount(SettlementAccountId id, Actor by, DateTimeOffset at) =>
        End(accounts.Find(a => a.Id == id), MerchantField.SettlementAccount, by, at);

    /// <summary>Logs that somebody looked at a telephone or mail address in full.</summary>
    /// <param name="id">Whose; nothing for the merchant's own telephone.</param>
    /// <param name="reason">Why it was needed.</param>
    /// <param name="by">Who looked.</param>
    /// <param name="at">When.</param>
    public Result LogReveal(ContactId? id, string reason, Actor by, DateTimeOffset at)
    {
        var contact = contacts.Find(c => c.Id == id);
        if (id is not null && contact is null)
        {
            return new NotFound(nameof(Contact));
        }

        changes.Add(new MerchantChange(Id, MerchantField.Revealed, null, contact?.Summary ?? Masking.Mask(Phone, MaskKind.Phone), reason, by.Name, at));
        return Result.Ok;
    }

    private void Take(MerchantProfile profile)
    {
        Name = Typed.Text(profile.Name) ?? "";
        Kind = profile.Kind;
        UnifiedCreditCode = string.IsNullOrWhiteSpace(profile.UnifiedCreditCode) ? null : Identifiers.UnifiedCreditCode.Check(profile.UnifiedCreditCode).Value;
        Mcc = string.IsNullOrWhiteSpace(profile.Mcc) ? null : Identifiers.Mcc.Check(profile.Mcc).Value;
        Region = Typed.Text(profile.Region);
        Address = Typed.Text(profile.Address);
    }

    private static string? PhoneOf(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : PhoneNumber.Check(typed).Value;

    private MerchantPartExists? Add<TPart>(List<TPart> parts, TPart added, Predicate<TPart> isSame, MerchantField field, Actor by, DateTimeOffset at, string? reason)
        where TPart : MerchantPart
    {
        if (parts.Exists(part => part.EndedAt is null && isSame(part)))
        {
            return new MerchantPartExists(field);
        }

        parts.Add(added);
        Log(field, null, added.Summary, reason, by, at);
        return null;
    }

    private Result End(MerchantPart? part, MerchantField field, Actor by, DateTimeOffset at)
    {
        if (part is null or { EndedAt: not null })
        {
            return new NotFound(field.ToString());
        }

        part.End(at);
        Log(field, part.Summary, null, null, by, at);
        return Result.Ok;
    }

    // Also stamps the version: a change of a part alone would leave the merchant's own row, and its version, as they were.
    private void Log(MerchantField field, string? before, string? after, string? reason, Actor by, DateTimeOffset at)
    {
        changes.Add(new MerchantChange(Id, field, before, after, reason, by.Name, at));
        Version = Guid.NewGuid();
    }
}

/// <summary>The merchant has the same one in use already.</summary>
/// <param name="Field">What kind of thing it is.</param>
public sealed record MerchantPartExists(MerchantField Field) : Error
{
    /// <inheritdoc/>
    public override string Code => $"Merchant.{Field}Exists";
}
