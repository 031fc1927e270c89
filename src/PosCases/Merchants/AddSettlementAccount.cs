using FluentValidation;
using MediatR;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Merchants;

/// <summary>Adds a settlement account to a merchant.</summary>
public static class AddSettlementAccount
{
    /// <param name="Id">Which merchant.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Account">The account, of which only the last four digits are known.</param>
    /// <param name="WarningReason">Why an odd identifier is kept; without it the command is refused with <see cref="WarningsToConfirm"/>.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(MerchantId Id, Guid Version, SettlementAccountForm Account, string? WarningReason = null) : Change<SettlementAccountId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Account).NotNull().SetValidator(new SettlementAccountForm.Validator());
            RuleFor(c => c.WarningReason).MaximumLength(IdentifierWarnings.ReasonLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<SettlementAccountId>>
    {
        public async Task<Result<SettlementAccountId>> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindMerchantAsync(command.Id, command.Version, actor, ct);
            if (found.Error is { } refusal)
            {
                return refusal;
            }

            var bankName = command.Account.Bank is { } bank
                ? await db.InstitutionNameAsync(bank, Keepers, ct)
                : command.Account.BankName;
            if (bankName is null)
            {
                return new Invalid($"{nameof(command.Account)}.{nameof(command.Account.Bank)}", "Bank.Unknown");
            }

            if (command.Account.Warnings().Unless(command.WarningReason) is { } unconfirmed)
            {
                return unconfirmed;
            }

            return found.Value.AddAccount(command.Account, bankName, actor, clock.GetUtcNow(), command.WarningReason);
        }
    }

    // Some payment institutions pay out to an account that they keep themselves.
    private static readonly InstitutionKind[] Keepers = [InstitutionKind.Bank, InstitutionKind.PaymentInstitution];
}
