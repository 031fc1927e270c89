using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.LargeTrades;

/// <summary>Sets from which sum on the own merchant writes a record of a trade.</summary>
public static class SetTradeThreshold
{
    /// <summary>Sets the sum.</summary>
    /// <param name="Amount">In yuan.</param>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record Command(decimal Amount) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Amount).InclusiveBetween(100m, 10_000_000m);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var merchant = await db.MeantAsync(actor, null, ct);
            if (!merchant.Succeeded)
            {
                return merchant.Error;
            }

            var own = await db.TradeThresholds.SingleOrDefaultAsync(t => t.MerchantId == merchant.Value, ct);
            if (own is null)
            {
                own = new TradeThreshold { MerchantId = merchant.Value };
                db.TradeThresholds.Add(own);
            }

            (own.Amount, own.ByName, own.At) = (command.Amount, actor.Name, clock.GetUtcNow());
            return Result.Ok;
        }
    }
}
