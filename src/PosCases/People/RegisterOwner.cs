using FluentValidation;
using MediatR;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Opens an account for a merchant and its owner, without anybody's help.</summary>
public static class RegisterOwner
{
    /// <param name="MerchantName">Name of the shop or company.</param>
    /// <param name="Kind">What it is in law, as far as the owner knows.</param>
    /// <param name="DisplayName">Name of the owner.</param>
    /// <param name="UserName">Mail address or mobile number.</param>
    /// <param name="Password">At least ten characters.</param>
    /// <param name="Culture">The language in which the form was filled in.</param>
    [Requires(Permission.RegisterMerchant)]
    public sealed record Command(
        string MerchantName, MerchantKind Kind, string DisplayName, string UserName, Secret Password, string Culture) : Change<Session>;

    /// <summary>Checks what was typed.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>The rules.</summary>
        public Validator()
        {
            RuleFor(c => c.MerchantName).NotEmpty().WithErrorCode("Required").MaximumLength(100).WithErrorCode("TooLong");
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.DisplayName).IsDisplayName();
            RuleFor(c => c.UserName).IsSignInName();
            RuleFor(c => c.Password).IsNewPassword();
            RuleFor(c => c.Culture).Must(culture => Languages.All.Contains(culture));
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, Accounts accounts, SecurityOptions security, TimeProvider clock)
        : IRequestHandler<Command, Result<Session>>
    {
        public async Task<Result<Session>> Handle(Command command, CancellationToken ct)
        {
            var name = SignInName.Parse(command.UserName);
            var merchant = AddMerchant(command);
            var owner = Person.Open(name, command.DisplayName, Role.MerchantOwner, merchant, command.Culture, clock.GetUtcNow());
            if (await accounts.OpenAsync(owner, command.Password) is { } refusal)
            {
                return refusal;
            }

            owner.ComeIn(clock.GetUtcNow());
            return Session.Of(owner, security);
        }

        /// <summary>The merchant's row belongs into the same transaction; what the owner did not say yet stays open.</summary>
        private MerchantId AddMerchant(Command command)
        {
            var profile = new MerchantProfile(command.MerchantName.Trim(), command.Kind);
            var merchant = Merchant.Register(profile, phone: null, actor, clock.GetUtcNow());
            db.Merchants.Add(merchant);
            return merchant.Id;
        }
    }
}
