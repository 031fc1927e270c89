using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>Switches the reminders of after-care for one's merchant.</summary>
public static class SwitchReminders
{
    /// <summary>Switches the reminders of after-care for one's merchant, everybody's at once.</summary>
    /// <param name="On">Whether people are reminded.</param>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record Command(bool On) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (actor is not { IsMerchant: true, Merchant: { } own })
            {
                return new NotFound(nameof(Merchant));
            }

            var silence = await db.CareSilences.SingleOrDefaultAsync(s => s.MerchantId == new MerchantId(own), ct);
            if (command.On && silence is not null)
            {
                db.Remove(silence);
            }
            else if (!command.On && silence is null)
            {
                db.Add(new CareSilence { MerchantId = new MerchantId(own), ByName = actor.Name, At = clock.GetUtcNow() });
            }

            return Result.Ok;
        }
    }
}
