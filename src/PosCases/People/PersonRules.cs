using FluentValidation;
using Microsoft.AspNetCore.Identity;

namespace PosCases.People;

/// <summary>What names and passwords must be like, wherever they are typed. No rule of composition: length and not being known.</summary>
public static class PersonRules
{
    /// <summary>Longest name of a person.</summary>
    public const int NameLength = 60;

    /// <summary>Shortest password.</summary>
    public const int PasswordLength = 10;

    /// <summary>Longest password; hashing more would only serve to keep the server busy.</summary>
    public const int PasswordMaxLength = 128;

    /// <summary>The person's name as shown to others.</summary>
    internal static void IsDisplayName<T>(this IRuleBuilderInitial<T, string> rule) =>
        rule.Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode("Required").MaximumLength(NameLength).WithErrorCode("TooLong");

    /// <summary>A mail address or a mobile number.</summary>
    internal static void IsSignInName<T>(this IRuleBuilderInitial<T, string> rule) =>
        rule.Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode("Required")
            .Must(name => SignInName.TryParse(name, out _)).WithErrorCode("SignInName.Unreadable");

    /// <summary>A password to be taken; whether it is too well known is judged with the person at hand.</summary>
    internal static void IsNewPassword<T>(this IRuleBuilderInitial<T, Secret> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(password => password.Reveal().Length >= PasswordLength).WithErrorCode("Password.TooShort")
            .Must(password => password.Reveal().Length <= PasswordMaxLength).WithErrorCode("Password.TooLong");

    /// <summary>A password or code that is only compared.</summary>
    internal static void IsGiven<T>(this IRuleBuilderInitial<T, Secret> rule) =>
        rule.Cascade(CascadeMode.Stop)
            .Must(secret => !secret.IsEmpty).WithErrorCode("Required")
            .Must(secret => secret.Reveal().Length <= PasswordMaxLength).WithErrorCode("TooLong");
}

/// <summary>Refuses the passwords that are tried first.</summary>
internal sealed class UncommonPassword : IPasswordValidator<Person>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(CommonPasswords.Contains(password ?? "") || HoldsName(password ?? "", user)
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordTooCommon" })
            : IdentityResult.Success);

    private static bool HoldsName(string password, Person user) =>
        user.UserName is { Length: > 0 } name
        && (password.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(password, StringComparison.OrdinalIgnoreCase));
}
