using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions;

/// <summary>Ends an import: all rows were read, it broke off, or nobody started it in time.</summary>
public static class EndTransactionImport
{
    /// <summary>Ends an import.</summary>
    /// <param name="ImportId">The import.</param>
    /// <param name="Failure">Code of what broke it off; none when all rows were read.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(TransactionImportId ImportId, string? Failure) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Failure).MaximumLength(80);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.TransactionImports.Include(i => i.Stored).SingleOrDefaultAsync(i => i.Id == command.ImportId, ct) is not { } import)
            {
                return new NotFound("Import");
            }

            if (import.State is not (ImportState.Running or ImportState.Mapping))
            {
                return new ImportNotAt(import.State);
            }

            var (state, now) = (import.State, clock.GetUtcNow());
            import.End(
                state == ImportState.Mapping ? ImportState.Expired : command.Failure is null ? ImportState.Done : ImportState.Failed, command.Failure, now);
            if (state == ImportState.Running)
            {
                (await db.CaseOfAsync(import.CaseId, ct)).RecordImport(import, actor, now);
            }

            return Result.Ok;
        }
    }
}
