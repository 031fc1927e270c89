using FluentValidation;
using MediatR;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Merchants;

/// <summary>Adds a number at an acquirer to a merchant.</summary>
public static class AddMerchantNumber
{
    /// <param name="Id">Which merchant.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Number">The number, and whose it is.</param>
    /// <param name="WarningReason">Why an odd identifier is kept; without it the command is refused with <see cref="WarningsToConfirm"/>.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(MerchantId Id, Guid Version, MerchantNumberForm Number, string? WarningReason = null) : Change<MerchantNumberId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Number).NotNull().SetValidator(new MerchantNumberForm.Validator());
            RuleFor(c => c.WarningReason).MaximumLength(IdentifierWarnings.ReasonLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<MerchantNumberId>>
    {
        public async Task<Result<MerchantNumberId>> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindMerchantAsync(command.Id, command.Version, actor, ct);
            if (found.Error is { } refusal)
            {
                return refusal;
            }

            if (await db.InstitutionNameAsync(command.Number.Acquirer, Acquirers, ct) is null)
            {
                return new Invalid($"{nameof(command.Number)}.{nameof(command.Number.Acquirer)}", "Acquirer.Unknown");
            }

            if (command.Number.Warnings().Unless(command.WarningReason) is { } unconfirmed)
            {
                return unconfirmed;
            }

            return found.Value.AddNumber(command.Number, actor, clock.GetUtcNow(), command.WarningReason);
        }
    }

    // Acquirers are banks and licensed payment institutions; the directory may list a body under any of the three.
    private static readonly InstitutionKind[] Acquirers = [InstitutionKind.Acquirer, InstitutionKind.PaymentInstitution, InstitutionKind.Bank];
}
