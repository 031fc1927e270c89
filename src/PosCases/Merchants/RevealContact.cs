using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Merchants;

/// <summary>Asks to see a telephone or mail address in full. The reason stands in the merchant's change log.</summary>
public static class RevealContact
{
    /// <param name="Id">Which merchant.</param>
    /// <param name="Contact">Whose; nothing for the merchant's own telephone.</param>
    /// <param name="Reason">Why it is needed.</param>
    [Requires(Permission.ViewMerchants)]
    public sealed record Command(MerchantId Id, ContactId? Contact, string Reason) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(IdentifierWarnings.ReasonLength);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.Merchants.VisibleTo(actor).Include(m => m.Contacts).SingleOrDefaultAsync(m => m.Id == command.Id, ct);
            return found is null ? new NotFound(nameof(Merchant)) : found.LogReveal(command.Contact, command.Reason, actor, clock.GetUtcNow());
        }
    }
}
