using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Watch;

/// <summary>Says when a merchant is open, so that a look compares with that.</summary>
public static class SetWatch
{
    /// <summary>Says when a merchant is open; both or neither.</summary>
    /// <param name="Merchant">Whose; the own merchant's when none is named.</param>
    /// <param name="OpensAt">Hour, 0 to 23; Shanghai's.</param>
    /// <param name="ClosesAt">Hour, 0 to 24; before the opening when it lies behind midnight.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(MerchantId? Merchant, int? OpensAt, int? ClosesAt) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.OpensAt).InclusiveBetween(0, 23).WithErrorCode("Hour");
            RuleFor(c => c.ClosesAt).InclusiveBetween(0, 24).WithErrorCode("Hour");
            RuleFor(c => c.ClosesAt).Must((c, closes) => closes is null == c.OpensAt is null && (closes is null || closes != c.OpensAt)).WithErrorCode("Hour");
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var merchant = await db.MeantAsync(actor, command.Merchant, ct);
            if (!merchant.Succeeded)
            {
                return merchant.Error;
            }

            var setting = await db.WatchSettings.SingleOrDefaultAsync(s => s.MerchantId == merchant.Value, ct);
            if (setting is null)
            {
                db.WatchSettings.Add(setting = new WatchSetting { MerchantId = merchant.Value });
            }

            (setting.OpensAt, setting.ClosesAt, setting.ByName, setting.At) = (command.OpensAt, command.ClosesAt, actor.Name, clock.GetUtcNow());
            return Result.Ok;
        }
    }
}
