using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Transactions.Reading;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Transactions;

/// <summary>Brings an acquirer's export, whose bytes lie in the vault already, to a case; nothing of it is taken in yet.</summary>
public static class ReceiveTransactionFile
{
    /// <summary>Whether the actor may send an export now; asked before any byte is taken.</summary>
    /// <param name="Number">Number of the case.</param>
    [Requires(Permission.SubmitEvidence)]
    public sealed record MayQuery(string Number) : IQuery<CaseId>;

    /// <summary>Brings an export to a case.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Institution">Whose export it is; its columns are remembered.</param>
    /// <param name="FileName">Name of the file.</param>
    /// <param name="File">The file in the vault.</param>
    /// <param name="Shape">How its table lies in it.</param>
    [Requires(Permission.SubmitEvidence)]
    public sealed record Command(CaseId Id, InstitutionId? Institution, string FileName, Vault.Kept File, TableShape Shape) : Change<TransactionImportId>;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.FileName).NotEmpty().MaximumLength(200);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, ImportLimits limits) :
        IRequestHandler<MayQuery, Result<CaseId>>, IRequestHandler<Command, Result<TransactionImportId>>
    {
        public async Task<Result<CaseId>> Handle(MayQuery query, CancellationToken ct)
        {
            var found = await db.Cases.VisibleTo(actor).Where(c => c.Number == query.Number).Select(c => new { c.Id }).SingleOrDefaultAsync(ct);
            if (found is null)
            {
                return new NotFound("Case");
            }

            return await RefuseAsync(found.Id, ct) is { } refused ? refused : found.Id;
        }

        public async Task<Result<TransactionImportId>> Handle(Command command, CancellationToken ct)
        {
            if (await RefuseAsync(command.Id, ct) is { } refused)
            {
                return refused;
            }

            if (command.Institution is { } named && !await db.Set<Institution>().AnyAsync(i => i.Id == named, ct))
            {
                return new NotFound("Institution");
            }

            // A cancelled or expired import may be tried again; its file is gone.
            var before = await db.TransactionImports
                .Where(i => i.CaseId == command.Id && i.Sha256 == command.File.Sha256 && i.State != ImportState.Cancelled && i.State != ImportState.Expired && i.State != ImportState.Failed)
                .Select(i => i.FileName).FirstOrDefaultAsync(ct);
            if (before is not null)
            {
                return new FileImportedBefore(before);
            }

            var columns = await ColumnsAsync(command, ct);
            var import = TransactionImport.Of(command.Id, command.Institution, command.FileName, command.File, command.Shape, columns, actor, clock.GetUtcNow());
            db.TransactionImports.Add(import);
            return import.Id;
        }

        private async Task<Error?> RefuseAsync(CaseId id, CancellationToken ct) =>
            await db.RefuseToAddAsync(id, actor, ct) is { } refused ? refused
            : await db.TransactionImports.CountAsync(i => i.CaseId == id, ct) >= limits.MostImports ? new TooManyImports(limits.MostImports)
            : null;

        // What the merchant's own last export held, then what the desk's did; where neither knows a column, its name decides.
        private async Task<IReadOnlyList<TransactionField>> ColumnsAsync(Command command, CancellationToken ct)
        {
            if (command.Institution is not { } institution)
            {
                return command.Shape.Guess;
            }

            var (key, own) = (institution.Value, actor.Merchant ?? Guid.Empty);
            var known = await db.Set<RememberedColumns>().AsNoTracking()
                .Where(r => r.Institution == key && (r.Merchant == own || r.Merchant == Guid.Empty))
                .OrderByDescending(r => r.Merchant == own).ToListAsync(ct);
            return known.Select(r => ColumnMap.Recall(r.Fields, command.Shape)).FirstOrDefault(c => c is not null) ?? command.Shape.Guess;
        }
    }
}
