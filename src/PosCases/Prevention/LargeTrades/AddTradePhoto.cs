using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Prevention.LargeTrades;

/// <summary>Adds a photo to the record of a large trade; its bytes are stored already.</summary>
public static class AddTradePhoto
{
    /// <summary>Whether the actor may add one now; asked before any byte is taken.</summary>
    /// <param name="Trade">Any version of the trade.</param>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record MayQuery(LargeTradeId Trade) : IQuery<MerchantId>;

    /// <summary>Adds the photo.</summary>
    /// <param name="Trade">Any version of the trade.</param>
    /// <param name="Kind">What it shows.</param>
    /// <param name="File">The stored file.</param>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record Command(LargeTradeId Trade, TradePhotoKind Kind, StoredFile File) : Change<TradePhotoId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.File.Name).NotEmpty().MaximumLength(200);
            RuleFor(c => c.File.Size).GreaterThan(0);
            RuleFor(c => c.File.Sha256).Length(64);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, Vault vault) :
        IRequestHandler<MayQuery, Result<MerchantId>>, IRequestHandler<Command, Result<TradePhotoId>>
    {
        public async Task<Result<MerchantId>> Handle(MayQuery query, CancellationToken ct)
        {
            var found = await FindAsync(query.Trade, ct);
            return found.Succeeded ? found.Value.MerchantId : found.Error;
        }

        public async Task<Result<TradePhotoId>> Handle(Command command, CancellationToken ct)
        {
            var found = await FindAsync(command.Trade, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var trade = found.Value;
            if (!vault.IsOf(command.File.KeptFor(trade.MerchantId.Value), trade.MerchantId.Value))
            {
                return new NotFound(nameof(LargeTrade));
            }

            var photo = TradePhoto.Of(trade, command.Kind, command.File, actor, clock.GetUtcNow());
            db.TradePhotos.Add(photo);
            return photo.Id;
        }

        private async Task<Result<LargeTrade>> FindAsync(LargeTradeId id, CancellationToken ct)
        {
            var found = await db.LargeTradesOf(actor).AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct);
            return found is null ? new NotFound(nameof(LargeTrade))
                : await db.TradePhotos.CountAsync(p => p.Series == found.Series, ct) >= TradePhoto.Most ? new TooManyTradePhotos()
                : found;
        }
    }
}
