using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Readiness;

/// <summary>Keeps a further version of a merchant's plan for the day of an outage.</summary>
public static class KeepPlan
{
    /// <summary>Keeps a further version.</summary>
    /// <param name="Merchant">Whose; the own merchant's when none is named.</param>
    /// <param name="Seen">Number of the version that the user saw; 0 when there was none.</param>
    /// <param name="Parts">What it says.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(MerchantId? Merchant, int Seen, PlanParts Parts) : Change<int>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Parts).NotNull().SetValidator(new PlanPartsValidator());
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command command, CancellationToken ct)
        {
            var merchant = await db.MeantAsync(actor, command.Merchant, ct);
            if (!merchant.Succeeded)
            {
                return merchant.Error;
            }

            var last = await db.ContingencyPlans.Where(p => p.MerchantId == merchant.Value).MaxAsync(p => (int?)p.Number, ct) ?? 0;
            if (last != command.Seen)
            {
                return new Conflict();
            }

            var contacts = await db.Merchants.Where(m => m.Id == merchant.Value).SelectMany(m => m.Contacts).Where(c => c.EndedAt == null).Select(c => c.Id).ToListAsync(ct);
            if (command.Parts.Calls.Any(c => c.Caller is { } caller && !contacts.Contains(caller)))
            {
                return new NotFound(nameof(Contact));
            }

            db.ContingencyPlans.Add(ContingencyPlan.Of(merchant.Value, last + 1, command.Parts, actor, clock.GetUtcNow()));
            return last + 1;
        }
    }
}
