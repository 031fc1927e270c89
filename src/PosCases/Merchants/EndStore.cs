using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Merchants;

/// <summary>Marks a store as closed; it stays on record.</summary>
public static class EndStore
{
    /// <param name="Id">Which merchant.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Store">Which one.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(MerchantId Id, Guid Version, StoreId Store) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindMerchantAsync(command.Id, command.Version, actor, ct);
            return found.Error is { } refusal ? refusal : found.Value.EndStore(command.Store, actor, clock.GetUtcNow());
        }
    }
}
