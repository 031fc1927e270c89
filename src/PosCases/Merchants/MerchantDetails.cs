using Microsoft.EntityFrameworkCore;
using PosCases.Institutions;
using PosCases.Platform.Data;

namespace PosCases.Merchants;

/// <summary>
/// A merchant's record as it is shown: telephone and mail addresses in full, which screens mask. What is no longer in use carries its
/// end; the newest changes come first.
/// </summary>
public sealed record MerchantDetails(
    MerchantId Id,
    Guid Version,
    MerchantProfile Profile,
    string? Phone,
    DateTimeOffset CreatedAt,
    IReadOnlyList<MerchantDetails.Number> Numbers,
    IReadOnlyList<MerchantDetails.Shop> Stores,
    IReadOnlyList<MerchantDetails.Device> Terminals,
    IReadOnlyList<MerchantDetails.Person> Contacts,
    IReadOnlyList<MerchantDetails.Account> Accounts,
    IReadOnlyList<MerchantDetails.Line> Changes)
{
    private const int NewestChanges = 100;

    /// <summary>A number at an acquirer.</summary>
    public sealed record Number(MerchantNumberId Id, string Value, InstitutionId AcquirerId, string AcquirerName, DateTimeOffset? EndedAt);

    /// <summary>A store.</summary>
    public sealed record Shop(StoreId Id, string Name, string? Address, DateTimeOffset? EndedAt);

    /// <summary>A terminal.</summary>
    public sealed record Device(
        TerminalId Id, string? Number, string? SerialNumber, string? Brand, string? Model, StoreId? StoreId, DateTimeOffset? EndedAt);

    /// <summary>A contact.</summary>
    public sealed record Person(ContactId Id, string Name, string? Phone, string? Email, string? Role, DateTimeOffset? EndedAt);

    /// <summary>A settlement account.</summary>
    public sealed record Account(
        SettlementAccountId Id, InstitutionId? BankId, string BankName, string? BranchCode, string Holder, string LastFour, DateTimeOffset? EndedAt);

    /// <summary>A line of the change log.</summary>
    public sealed record Line(MerchantField Field, string? Before, string? After, string? Reason, string Actor, DateTimeOffset At);

    /// <summary>Reads the only merchant of the query.</summary>
    internal static Task<MerchantDetails?> ReadAsync(IQueryable<Merchant> one, AppDb db, CancellationToken ct)
    {
        var institutions = db.Institutions;
        return one.AsNoTracking().AsSplitQuery().Select(m => new MerchantDetails(
            m.Id,
            m.Version,
            new MerchantProfile(m.Name, m.Kind, m.UnifiedCreditCode, m.Mcc, m.Region, m.Address),
            m.Phone,
            m.CreatedAt,
            m.Numbers.OrderBy(n => n.EndedAt != null).ThenBy(n => n.CreatedAt).ThenBy(n => n.Value).Select(n => new Number(
                n.Id, n.Value, n.AcquirerId, institutions.Single(i => i.Id == n.AcquirerId).Name, n.EndedAt)).ToList(),
            m.Stores.OrderBy(s => s.EndedAt != null).ThenBy(s => s.CreatedAt).ThenBy(s => s.Name).Select(s => new Shop(
                s.Id, s.Name, s.Address, s.EndedAt)).ToList(),
            m.Terminals.OrderBy(t => t.EndedAt != null).ThenBy(t => t.CreatedAt).ThenBy(t => t.Number).Select(t => new Device(
                t.Id, t.Number, t.SerialNumber, t.Brand, t.Model, t.StoreId, t.EndedAt)).ToList(),
            m.Contacts.OrderBy(c => c.EndedAt != null).ThenBy(c => c.CreatedAt).ThenBy(c => c.Name).Select(c => new Person(
                c.Id, c.Name, c.Phone, c.Email, c.Role, c.EndedAt)).ToList(),
            m.Accounts.OrderBy(a => a.EndedAt != null).ThenBy(a => a.CreatedAt).ThenBy(a => a.LastFour).Select(a => new Account(
                a.Id, a.BankId, a.BankName, a.BranchCode, a.Holder, a.LastFour, a.EndedAt)).ToList(),
            m.Changes.OrderByDescending(c => c.Id).Take(NewestChanges).Select(c => new Line(
                c.Field, c.Before, c.After, c.Reason, c.Actor, c.At)).ToList()))
            .SingleOrDefaultAsync(ct);
    }
}
