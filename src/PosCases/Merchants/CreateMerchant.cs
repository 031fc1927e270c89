using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants.Identifiers;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Merchants;

/// <summary>Makes a merchant's record on the merchant's behalf.</summary>
public static class CreateMerchant
{
    /// <param name="Profile">What the record is to say.</param>
    /// <param name="Phone">The merchant's telephone.</param>
    /// <param name="WarningReason">Why odd identifiers are kept; without it they are refused with <see cref="WarningsToConfirm"/>.</param>
    [Requires(Permission.ManageMerchants)]
    public sealed record Command(MerchantProfile Profile, string? Phone = null, string? WarningReason = null) : Change<MerchantId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Profile).NotNull().SetValidator(new MerchantProfile.Validator());
            RuleFor(c => c.Phone).MaximumLength(PhoneNumber.MaxLength).Identifier(PhoneNumber.Check);
            RuleFor(c => c.WarningReason).MaximumLength(IdentifierWarnings.ReasonLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<MerchantId>>
    {
        public async Task<Result<MerchantId>> Handle(Command command, CancellationToken ct)
        {
            var made = Merchant.Register(command.Profile, command.Phone, actor, clock.GetUtcNow(), command.WarningReason);
            var warnings = command.Profile.Warnings().Add(nameof(command.Phone), command.Phone, PhoneNumber.Check);
            if (made.UnifiedCreditCode is { } code && await db.Merchants.AnyAsync(m => m.UnifiedCreditCode == code, ct))
            {
                warnings.Add("Profile." + nameof(MerchantProfile.UnifiedCreditCode), "UnifiedCreditCode.Taken");
            }

            if (warnings.Unless(command.WarningReason) is { } unconfirmed)
            {
                return unconfirmed;
            }

            db.Merchants.Add(made);
            return made.Id;
        }
    }
}
