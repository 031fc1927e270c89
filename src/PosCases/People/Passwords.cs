using Microsoft.AspNetCore.Identity;
using PosCases.Platform.Messages;

namespace PosCases.People;

/// <summary>Compares and sets passwords; the only place that does.</summary>
internal sealed class Passwords(UserManager<Person> people, TimeProvider clock)
{
    /// <summary>Compares; a wrong password is counted and may lock the account. A shut account answers like a wrong password.</summary>
    /// <returns>None when the password is right.</returns>
    public Error? Check(Person person, Secret password)
    {
        var now = clock.GetUtcNow();
        if (person.IsLockedOut(now))
        {
            return new LockedOut(new PersonId(person.Id));
        }

        if (Matches(person, password) && person.IsActive)
        {
            return null;
        }

        person.CountFailure(now);
        return person.IsLockedOut(now) ? new LockedOut(new PersonId(person.Id)) : new SignInRefused(new PersonId(person.Id));
    }

    /// <summary>Takes as long as <see cref="Check"/>, so that the time of the answer does not tell whether an account exists.</summary>
    public void PretendToCheck(Secret password) => people.PasswordHasher.HashPassword(null!, password.Reveal());

    /// <summary>Gives the person a password unless it is too well known; ends every session. A refusal names the message's field.</summary>
    public async Task<Error?> SetAsync(Person person, Secret password, string field)
    {
        foreach (var rule in people.PasswordValidators)
        {
            var verdict = await rule.ValidateAsync(people, person, password.Reveal());
            if (!verdict.Succeeded)
            {
                return new Invalid([.. verdict.Errors.Select(error => new FieldError(field, CodeOf(error), []))]);
            }
        }

        person.TakePassword(people.PasswordHasher.HashPassword(person, password.Reveal()));
        return null;
    }

    private bool Matches(Person person, Secret password) =>
        people.PasswordHasher.VerifyHashedPassword(person, person.PasswordHash ?? "", password.Reveal()) != PasswordVerificationResult.Failed;

    private static string CodeOf(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.PasswordTooShort) => "Password.TooShort",
        _ => "Password.TooCommon",
    };
}
