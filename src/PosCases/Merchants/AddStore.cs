using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Merchants;

/// <summary>Adds a store to a merchant.</summary>
public static class AddStore
{
    /// <param name="Id">Which merchant.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Store">The store.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(MerchantId Id, Guid Version, StoreForm Store) : Change<StoreId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Store).NotNull().SetValidator(new StoreForm.Validator());
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<StoreId>>
    {
        public async Task<Result<StoreId>> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindMerchantAsync(command.Id, command.Version, actor, ct);
            if (found.Error is { } refusal)
            {
                return refusal;
            }

            return found.Value.AddStore(command.Store, actor, clock.GetUtcNow());
        }
    }
}
