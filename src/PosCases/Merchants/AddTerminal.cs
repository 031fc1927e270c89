using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Merchants;

/// <summary>Adds a terminal to a merchant.</summary>
public static class AddTerminal
{
    /// <param name="Id">Which merchant.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Terminal">The terminal.</param>
    /// <param name="WarningReason">Why an odd identifier is kept; without it the command is refused with <see cref="WarningsToConfirm"/>.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(MerchantId Id, Guid Version, TerminalForm Terminal, string? WarningReason = null) : Change<TerminalId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Terminal).NotNull().SetValidator(new TerminalForm.Validator());
            RuleFor(c => c.WarningReason).MaximumLength(IdentifierWarnings.ReasonLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<TerminalId>>
    {
        public async Task<Result<TerminalId>> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindMerchantAsync(command.Id, command.Version, actor, ct);
            if (found.Error is { } refusal)
            {
                return refusal;
            }

            if (command.Terminal.Warnings().Unless(command.WarningReason) is { } unconfirmed)
            {
                return unconfirmed;
            }

            return found.Value.AddTerminal(command.Terminal, actor, clock.GetUtcNow(), command.WarningReason);
        }
    }
}
