using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using PosCases.Platform.Data;

namespace PosCases.People;

/// <summary>
/// Identity's store inside our unit of work: it saves nothing itself, the commit does. Keys of authenticators and recovery codes are sealed, and of
/// the codes only hashes, where Identity would store all of them in the clear.
/// </summary>
internal sealed class PersonStore : UserOnlyStore<Person, AppDb, Guid>
{
    private readonly TokenSeal seal;

    public PersonStore(AppDb db, IdentityErrorDescriber describer, TokenSeal seal)
        : base(db, describer)
    {
        AutoSaveChanges = false;
        this.seal = seal;
    }

    public override Task SetTokenAsync(Person user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, seal.Close(user.Id, name, value), cancellationToken);

    public override async Task<string?> GetTokenAsync(Person user, string loginProvider, string name, CancellationToken cancellationToken) =>
        seal.Open(user.Id, name, await base.GetTokenAsync(user, loginProvider, name, cancellationToken));

    public override Task ReplaceCodesAsync(Person user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(HashOf), cancellationToken);

    public override async Task<bool> RedeemCodeAsync(Person user, string code, CancellationToken cancellationToken)
    {
        var hashes = (await GetTokenAsync(user, Provider, TokenName, cancellationToken) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        var used = HashOf(code);
        if (!hashes.Contains(used))
        {
            return false;
        }

        await base.ReplaceCodesAsync(user, hashes.Where(hash => hash != used), cancellationToken);
        return true;
    }

    // The names under which Identity's store keeps the codes.
    private const string Provider = "[AspNetUserStore]";
    private const string TokenName = "RecoveryCodes";

    // The code is random, 50 bits: a plain hash cannot be turned back by a list of words, and it is used once.
    private static string HashOf(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Normal(code))))[..40];

    private static string Normal(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
