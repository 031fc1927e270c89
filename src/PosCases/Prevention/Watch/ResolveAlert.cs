using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Watch;

/// <summary>Says that nothing is left to do about an alert that was explained.</summary>
public static class ResolveAlert
{
    /// <summary>Says that nothing is left to do.</summary>
    /// <param name="Id">The alert.</param>
    /// <param name="Version">The version that the user saw.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(TradeAlertId Id, Guid Version) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.AlertToChangeAsync(command.Id, command.Version, actor, ct);
            return found.Succeeded ? found.Value.Resolve(actor, clock.GetUtcNow()) : found.Error;
        }
    }
}
