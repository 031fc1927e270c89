using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Papers;

/// <summary>Keeps an accepted paper of a case on the merchant's profile, for later cases; its bytes were copied already.</summary>
public static class KeepEvidence
{
    /// <summary>Whether the paper may be kept; asked before its bytes are copied.</summary>
    /// <param name="ItemId">The paper of the case.</param>
    [Requires(Permission.FileCases)]
    public sealed record MayQuery(EvidenceItemId ItemId) : IQuery<MerchantId>;

    /// <summary>Keeps a copy on the profile.</summary>
    /// <param name="ItemId">The paper of the case.</param>
    /// <param name="IssuedOn">Date on the paper.</param>
    /// <param name="ValidTo">Last day on which it is valid; none when it has no end.</param>
    /// <param name="File">The copied file; the same bytes.</param>
    [Requires(Permission.FileCases)]
    public sealed record Command(EvidenceItemId ItemId, DateOnly? IssuedOn, DateOnly? ValidTo, StoredFile File) : Change<MerchantPaperId>;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.IssuedOn).IsOrdinaryDate();
            RuleFor(c => c.ValidTo).IsOrdinaryDate();
            RuleFor(c => c.ValidTo).Must((c, end) => end is null || c.IssuedOn is null || end >= c.IssuedOn).WithErrorCode("EndBeforeStart");
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, Vault vault) :
        IRequestHandler<MayQuery, Result<MerchantId>>, IRequestHandler<Command, Result<MerchantPaperId>>
    {
        public async Task<Result<MerchantId>> Handle(MayQuery query, CancellationToken ct)
        {
            var found = await FindAsync(query.ItemId, ct);
            return found.Succeeded ? found.Value.Merchant : found.Error;
        }

        public async Task<Result<MerchantPaperId>> Handle(Command command, CancellationToken ct)
        {
            var found = await FindAsync(command.ItemId, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var (merchant, item) = found.Value;
            if (command.File.Sha256 != item.Sha256 || !vault.IsOf(command.File.KeptFor(merchant.Value), merchant.Value))
            {
                return new Invalid("File", "UnknownCode");
            }

            var kept = MerchantPaper.Keep(merchant, new PaperForm(item.Code, command.IssuedOn, command.ValidTo), command.File, item.Id, actor, clock.GetUtcNow());
            db.Add(kept);
            return kept.Id;
        }

        private async Task<Result<(MerchantId Merchant, EvidenceItem Item)>> FindAsync(EvidenceItemId id, CancellationToken ct)
        {
            var found = await db.Cases.VisibleTo(actor)
                .SelectMany(c => c.Evidence, (c, item) => new { c.MerchantId, Item = item })
                .AsNoTracking()
                .SingleOrDefaultAsync(x => x.Item.Id == id, ct);
            if (found is null)
            {
                return new NotFound("Evidence");
            }

            if (found.Item.Status != EvidenceStatus.Accepted || !MerchantPaper.Kinds.Contains(found.Item.Code))
            {
                return new PaperNotToKeep();
            }

            return await db.MerchantPapers.CountAsync(p => p.MerchantId == found.MerchantId && p.EndedAt == null, ct) >= MerchantPaper.Most
                ? new TooManyPapers()
                : (found.MerchantId, found.Item);
        }
    }
}
