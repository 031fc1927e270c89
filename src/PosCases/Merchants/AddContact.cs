using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Merchants;

/// <summary>Adds a contact to a merchant.</summary>
public static class AddContact
{
    /// <param name="Id">Which merchant.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Contact">The contact.</param>
    /// <param name="WarningReason">Why an odd identifier is kept; without it the command is refused with <see cref="WarningsToConfirm"/>.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(MerchantId Id, Guid Version, ContactForm Contact, string? WarningReason = null) : Change<ContactId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Contact).NotNull().SetValidator(new ContactForm.Validator());
            RuleFor(c => c.WarningReason).MaximumLength(IdentifierWarnings.ReasonLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<ContactId>>
    {
        public async Task<Result<ContactId>> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindMerchantAsync(command.Id, command.Version, actor, ct);
            if (found.Error is { } refusal)
            {
                return refusal;
            }

            if (command.Contact.Warnings().Unless(command.WarningReason) is { } unconfirmed)
            {
                return unconfirmed;
            }

            return found.Value.AddContact(command.Contact, actor, clock.GetUtcNow(), command.WarningReason);
        }
    }
}
