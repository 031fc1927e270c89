using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Reading;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Watch;

/// <summary>Confirms what the columns hold and begins to read; the job does the reading.</summary>
public static class StartWatchImport
{
    /// <summary>Confirms what the columns hold and begins to read.</summary>
    /// <param name="Id">The import.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Columns">What each column holds, in the file's order.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(WatchImportId Id, Guid Version, IReadOnlyList<TransactionField> Columns) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleForEach(c => c.Columns).IsInEnum();
    }

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.WatchImportsOf(actor).SingleOrDefaultAsync(i => i.Id == command.Id, ct) is not { } import)
            {
                return new NotFound("Import");
            }

            if (import.Version != command.Version)
            {
                return new Conflict();
            }

            // A secret stays one, whatever somebody confirmed for its column.
            return ColumnMap.Problems(command.Columns ?? [], import.Shape) is { } problems
                ? problems
                : import.Start([.. command.Columns!.Select((f, i) => import.Shape.Guess[i] == TransactionField.Secret ? TransactionField.Secret : f)]);
        }
    }
}
