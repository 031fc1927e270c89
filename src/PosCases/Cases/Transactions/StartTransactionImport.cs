using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Transactions.Reading;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions;

/// <summary>Confirms what the columns hold and begins to read; the job does the reading.</summary>
public static class StartTransactionImport
{
    /// <summary>Confirms what the columns hold and begins to read.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="ImportId">The import.</param>
    /// <param name="Version">Version of the import that the user saw.</param>
    /// <param name="Columns">What each column holds, in the file's order.</param>
    /// <param name="Remember">Whether to remember it for the institution.</param>
    [Requires(Permission.SubmitEvidence)]
    public sealed record Command(CaseId Id, TransactionImportId ImportId, Guid Version, IReadOnlyList<TransactionField> Columns, bool Remember) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleForEach(c => c.Columns).IsInEnum();
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.RefuseToAddAsync(command.Id, actor, ct) is { } refused)
            {
                return refused;
            }

            if (await db.TransactionImports.SingleOrDefaultAsync(i => i.Id == command.ImportId && i.CaseId == command.Id, ct) is not { } import)
            {
                return new NotFound("Import");
            }

            if (import.Version != command.Version)
            {
                return new Conflict();
            }

            if (ColumnMap.Problems(command.Columns, import.Shape) is { } problems)
            {
                return problems;
            }

            IReadOnlyList<TransactionField> columns = [.. command.Columns.Select((f, i) => import.Shape.Guess[i] == TransactionField.Secret ? TransactionField.Secret : f)];
            var started = import.Start(columns);
            if (started.Succeeded && command.Remember && import.InstitutionId is { } institution)
            {
                await RememberAsync(institution.Value, ColumnMap.Remember(columns, import.Shape), ct);
            }

            return started;
        }

        private async Task RememberAsync(Guid institution, IReadOnlyDictionary<string, TransactionField> fields, CancellationToken ct)
        {
            var (own, now) = (actor.Merchant ?? Guid.Empty, clock.GetUtcNow());
            if (await db.Set<RememberedColumns>().SingleOrDefaultAsync(r => r.Institution == institution && r.Merchant == own, ct) is { } known)
            {
                (known.Fields, known.At) = (fields, now);
            }
            else
            {
                db.Add(new RememberedColumns { Institution = institution, Merchant = own, Fields = fields, At = now });
            }
        }
    }
}
