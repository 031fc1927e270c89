using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using PosCases.Platform.Messages;

namespace PosCases.People;

/// <summary>Keeps and checks the second factor: an authenticator's key and the recovery codes.</summary>
internal sealed class SecondFactor(IUserStore<Person> store, TimeProvider clock)
{
    private const int Codes = 10;

    // Without 0, 1, I, L, O and U: read from paper, and no words by accident.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly PersonStore keys = (PersonStore)store;

    /// <summary>A fresh key, not asked for until it is confirmed.</summary>
    public Task BeginAsync(Person person, CancellationToken ct) => keys.SetAuthenticatorKeyAsync(person, Totp.NewKey(), ct);

    /// <summary>The key that was begun but not confirmed; none otherwise.</summary>
    public async Task<string?> PendingKeyAsync(Person person, CancellationToken ct) =>
        person.TwoFactorEnabled ? null : await keys.GetAuthenticatorKeyAsync(person, ct) is { Length: > 0 } key ? key : null;

    /// <summary>Ends the second factor and forgets key and codes.</summary>
    public async Task DropAsync(Person person, CancellationToken ct)
    {
        await keys.SetAuthenticatorKeyAsync(person, "", ct);
        await keys.ReplaceCodesAsync(person, [], ct);
        person.DropTotp();
    }

    /// <summary>Ten fresh codes; the earlier ones are void. Only their hashes are stored.</summary>
    public async Task<IReadOnlyList<Secret>> FreshCodesAsync(Person person, CancellationToken ct)
    {
        string[] codes = [.. Enumerable.Range(0, Codes).Select(_ => $"{Letter5()}-{Letter5()}")];
        await keys.ReplaceCodesAsync(person, codes, ct);
        return [.. codes.Select(code => new Secret(code))];
    }

    /// <summary>How many recovery codes are left.</summary>
    public Task<int> CountCodesAsync(Person person, CancellationToken ct) => keys.CountCodesAsync(person, ct);

    /// <summary>Checks a code of the authenticator at sign-in.</summary>
    public Task<Error?> CheckTotpAsync(Person person, Secret code, CancellationToken ct) => CheckAsync(person, async now =>
        await keys.GetAuthenticatorKeyAsync(person, ct) is { Length: > 0 } key && person.UseTotp(key, code.Reveal(), now));

    /// <summary>Checks and uses up a recovery code at sign-in.</summary>
    public Task<Error?> CheckRecoveryCodeAsync(Person person, Secret code, CancellationToken ct) =>
        CheckAsync(person, _ => keys.RedeemCodeAsync(person, code.Reveal(), ct));

    private async Task<Error?> CheckAsync(Person person, Func<DateTimeOffset, Task<bool>> isRight)
    {
        var now = clock.GetUtcNow();
        var id = new PersonId(person.Id);
        if (person.IsLockedOut(now))
        {
            return new LockedOut(id);
        }

        if (await isRight(now))
        {
            return null;
        }

        person.CountFailure(now);
        return person.IsLockedOut(now) ? new LockedOut(id) : new SignInRefused(id);
    }

    private static string Letter5() => RandomNumberGenerator.GetString(Letters, 5);
}
