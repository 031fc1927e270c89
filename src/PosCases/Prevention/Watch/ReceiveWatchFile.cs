using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Reading;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Prevention.Watch;

/// <summary>Brings an acquirer's export of a merchant's trades, whose bytes lie in the vault already; nothing of it is taken in yet.</summary>
public static class ReceiveWatchFile
{
    /// <summary>Most files of one merchant that wait or are read at once.</summary>
    public const int MostOpen = 3;

    /// <summary>Whether the actor may send an export now; asked before any byte is taken.</summary>
    /// <param name="Merchant">Whose; the own merchant's when none is named.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record MayQuery(MerchantId? Merchant) : IQuery<MerchantId>;

    /// <summary>Brings an export.</summary>
    /// <param name="Merchant">Whose; the own merchant's when none is named.</param>
    /// <param name="FileName">Name of the file.</param>
    /// <param name="File">The file in the vault.</param>
    /// <param name="Shape">How its table lies in it.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(MerchantId? Merchant, string FileName, Vault.Kept File, TableShape Shape) : Change<WatchImportId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.FileName).NotEmpty().MaximumLength(200);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) :
        IRequestHandler<MayQuery, Result<MerchantId>>, IRequestHandler<Command, Result<WatchImportId>>
    {
        public Task<Result<MerchantId>> Handle(MayQuery query, CancellationToken ct) => MayAsync(query.Merchant, ct);

        public async Task<Result<WatchImportId>> Handle(Command command, CancellationToken ct)
        {
            var may = await MayAsync(command.Merchant, ct);
            if (!may.Succeeded)
            {
                return may.Error;
            }

            var merchant = may.Value;
            var before = await db.WatchImports.Where(i => i.MerchantId == merchant && i.Sha256 == command.File.Sha256 && i.State == ImportState.Done)
                .Select(i => i.FileName).FirstOrDefaultAsync(ct);
            if (before is not null)
            {
                return new FileImportedBefore(before);
            }

            // What the columns of the last file held, as far as they are called the same.
            var last = await db.WatchImports.AsNoTracking().Where(i => i.MerchantId == merchant && i.State == ImportState.Done).OrderByDescending(i => i.At).FirstOrDefaultAsync(ct);
            var columns = last is null ? null : ColumnMap.Recall(ColumnMap.Remember(last.Columns, last.Shape), command.Shape);
            var import = WatchImport.Of(merchant, command.FileName, command.File, command.Shape, columns ?? command.Shape.Guess, actor, clock.GetUtcNow());
            db.WatchImports.Add(import);
            return import.Id;
        }

        private async Task<Result<MerchantId>> MayAsync(MerchantId? asked, CancellationToken ct)
        {
            var meant = await db.MeantAsync(actor, asked, ct);
            return !meant.Succeeded ? meant
                : await db.WatchImports.CountAsync(i => i.MerchantId == meant.Value && (i.State == ImportState.Mapping || i.State == ImportState.Running), ct) >= MostOpen
                    ? new TooManyWatchFiles()
                    : meant;
        }
    }
}

/// <summary>Several files of the merchant wait already.</summary>
public sealed record TooManyWatchFiles : Error
{
    /// <inheritdoc/>
    public override string Code => "Watch.TooManyFiles";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [ReceiveWatchFile.MostOpen];
}
