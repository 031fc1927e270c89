using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Custody;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.LargeTrades;

/// <summary>Puts the record of a large trade and its photos into a case as evidence; their bytes were made and copied already.</summary>
public static class TakeTradeToCase
{
    /// <summary>Kind of the evidence catalogue that the record becomes.</summary>
    public const string RecordCode = "BUYER_IDENTITY";

    /// <summary>Whether it may be put in; asked before any byte is made.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Trade">The version.</param>
    [Requires(Permission.FileCases)]
    public sealed record MayQuery(CaseId CaseId, LargeTradeId Trade) : IQuery<bool>;

    /// <summary>Puts it in.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Trade">The version.</param>
    /// <param name="Record">The record as a printed file.</param>
    /// <param name="Photos">Copies of all photos, in their order.</param>
    [Requires(Permission.FileCases)]
    public sealed record Command(CaseId CaseId, LargeTradeId Trade, StoredFile Record, IReadOnlyList<StoredFile> Photos) : Change<EvidenceItemId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Record.Name).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Record.Sha256).Length(64);
            RuleForEach(c => c.Photos).ChildRules(photo =>
            {
                photo.RuleFor(p => p.Name).NotEmpty().MaximumLength(200);
                photo.RuleFor(p => p.Sha256).Length(64);
            });
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, EvidenceLimits limits, EvidenceCustody custody) :
        IRequestHandler<MayQuery, Result<bool>>, IRequestHandler<Command, Result<EvidenceItemId>>
    {
        public async Task<Result<bool>> Handle(MayQuery query, CancellationToken ct)
        {
            var found = await FindAsync(query.CaseId, query.Trade, ct);
            return found.Succeeded ? true : found.Error;
        }

        public async Task<Result<EvidenceItemId>> Handle(Command command, CancellationToken ct)
        {
            var found = await FindAsync(command.CaseId, command.Trade, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var (to, trade, photos) = found.Value;
            var copies = command.Photos ?? [];
            if (!copies.Select(c => c.Sha256).SequenceEqual(photos.Select(p => p.Sha256), StringComparer.Ordinal)
                || !copies.Prepend(command.Record).All(f => custody.IsFor(f, to.Id)))
            {
                return new Invalid("Record", "UnknownCode");
            }

            var now = clock.GetUtcNow();
            var record = Submit(to, RecordCode, command.Record, now);
            if (!record.Succeeded)
            {
                return record;
            }

            foreach (var (photo, copy) in photos.Zip(copies))
            {
                if (Submit(to, photo.EvidenceCode, copy, now) is { Succeeded: false } refused)
                {
                    return refused;
                }
            }

            db.TradeUses.Add(new TradeUse { Series = trade.Series, Version = trade.Id, CaseId = to.Id, ItemId = record.Value, ByName = actor.Name, At = now });
            return record;
        }

        // Where such a paper is owed, it answers what was asked for.
        private Result<EvidenceItemId> Submit(Case to, string code, StoredFile file, DateTimeOffset now)
        {
            var asked = to.Requirements.FirstOrDefault(r => !r.IsSettled && r.Items.All(i => i.Status != EvidenceStatus.Submitted) && r.Codes.Contains(code));
            var submitted = to.SubmitEvidence(asked?.Id, code, file, actor, now);
            if (submitted.Succeeded)
            {
                custody.Take(submitted.Value, file, to, file.Name);
            }

            return submitted;
        }

        // Only within one merchant: a trade is never seen, let alone used, for another's case.
        private async Task<Result<(Case To, LargeTrade Trade, List<TradePhoto> Photos)>> FindAsync(CaseId id, LargeTradeId tradeId, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Requirements).Include(c => c.Evidence).ToChangeAsync(id, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var to = loaded.Value;
            var trade = await db.LargeTradesOf(actor).AsNoTracking().SingleOrDefaultAsync(t => t.Id == tradeId && t.MerchantId == to.MerchantId, ct);
            if (trade is null)
            {
                return new NotFound(nameof(LargeTrade));
            }

            var photos = await db.TradePhotos.AsNoTracking().Where(p => p.Series == trade.Series).OrderBy(p => p.At).ToListAsync(ct);
            return to.Status == CaseStatus.Closed ? new CaseLocked()
                : trade.ReplacedAt is not null ? new Conflict()
                : await db.TradeUses.AnyAsync(u => u.Version == tradeId && u.CaseId == id, ct) ? new TradeInCase()
                : to.Evidence.Count + 1 + photos.Count > limits.MostFiles ? new TooManyFiles(limits.MostFiles)
                : (to, trade, photos);
        }
    }
}
