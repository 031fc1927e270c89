using Microsoft.AspNetCore.Identity;
using PosCases.Platform.Messages;

namespace PosCases.People;

/// <summary>Opens accounts: gives the password, sees that the name is free.</summary>
internal sealed class Accounts(UserManager<Person> people, Passwords passwords)
{
    /// <summary>Adds the person; the commit saves.</summary>
    public async Task<Error?> OpenAsync(Person person, Secret password)
    {
        if (await passwords.SetAsync(person, password, "Password") is { } refusal)
        {
            return refusal;
        }

        var opened = await people.CreateAsync(person);
        return opened.Succeeded ? null : new Invalid("UserName", "SignInName.Taken");
    }
}
