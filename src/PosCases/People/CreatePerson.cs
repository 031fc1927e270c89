using FluentValidation;
using MediatR;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Opens an account without an invitation: the first admin of a new installation, and the people of the demo world.</summary>
public static class CreatePerson
{
    /// <param name="UserName">Mail address or mobile number.</param>
    /// <param name="DisplayName">Name shown to others.</param>
    /// <param name="Role">What the person will be.</param>
    /// <param name="Merchant">For a merchant's user, none for staff.</param>
    /// <param name="Password">At least ten characters.</param>
    /// <param name="Culture">One of <see cref="Languages.All"/>.</param>
    /// <param name="IsDemo">Whether anybody may use the account.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(
        string UserName, string DisplayName, Role Role, MerchantId? Merchant, Secret Password, string Culture = Languages.Default, bool IsDemo = false)
        : Change<PersonId>;

    /// <summary>Checks the fields.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>The rules.</summary>
        public Validator()
        {
            RuleFor(c => c.UserName).IsSignInName();
            RuleFor(c => c.DisplayName).IsDisplayName();
            RuleFor(c => c.Role).Must(role => role is not (Role.Anonymous or Role.System));
            RuleFor(c => c.Merchant).Must((c, merchant) => merchant is not null == c.Role is Role.MerchantOwner or Role.MerchantStaff);
            RuleFor(c => c.Password).IsNewPassword();
            RuleFor(c => c.Culture).Must(culture => Languages.All.Contains(culture));
        }
    }

    internal sealed class Handler(Accounts accounts, TimeProvider clock) : IRequestHandler<Command, Result<PersonId>>
    {
        public async Task<Result<PersonId>> Handle(Command command, CancellationToken ct)
        {
            var name = SignInName.Parse(command.UserName);
            var person = Person.Open(
                name, command.DisplayName, command.Role, command.Merchant, command.Culture, clock.GetUtcNow(), command.IsDemo);
            return await accounts.OpenAsync(person, command.Password) is { } refusal ? refusal : new PersonId(person.Id);
        }
    }
}
