using FluentValidation;
using MediatR;
using PosCases.Merchants.Identifiers;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Merchants;

/// <summary>Replaces what a merchant's record says of the merchant itself.</summary>
public static class ReviseMerchant
{
    /// <param name="Id">Which merchant.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Profile">What the record is to say.</param>
    /// <param name="Phone">The new telephone; blank keeps the old one, which the desk sees masked.</param>
    /// <param name="WarningReason">Why odd identifiers are kept; without it they are refused with <see cref="WarningsToConfirm"/>.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(MerchantId Id, Guid Version, MerchantProfile Profile, string? Phone = null, string? WarningReason = null) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Profile).NotNull().SetValidator(new MerchantProfile.Validator());
            RuleFor(c => c.Phone).MaximumLength(PhoneNumber.MaxLength).Identifier(PhoneNumber.Check);
            RuleFor(c => c.WarningReason).MaximumLength(IdentifierWarnings.ReasonLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindMerchantAsync(command.Id, command.Version, actor, ct);
            if (found.Error is { } refusal)
            {
                return refusal;
            }

            var warnings = command.Profile.Warnings(found.Value.UnifiedCreditCode).Add(nameof(command.Phone), command.Phone, PhoneNumber.Check);
            if (warnings.Unless(command.WarningReason) is { } unconfirmed)
            {
                return unconfirmed;
            }

            found.Value.Revise(command.Profile, command.Phone, actor, clock.GetUtcNow(), command.WarningReason);
            return Result.Ok;
        }
    }
}
