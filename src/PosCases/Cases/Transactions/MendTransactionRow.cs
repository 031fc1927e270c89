using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Transactions.Reading;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions;

/// <summary>Settles a row that was kept: mended and taken in, or left out for good.</summary>
public static class MendTransactionRow
{
    /// <summary>Reads a row again with the cells as they should be. A row that only looks like another one is taken in as one of its own.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="IssueId">The kept row.</param>
    /// <param name="Cells">Its cells, mended.</param>
    [Requires(Permission.SubmitEvidence)]
    public sealed record Command(CaseId Id, Guid IssueId, IReadOnlyList<string> Cells) : Change;

    /// <summary>Leaves a row out.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="IssueId">The kept row.</param>
    [Requires(Permission.SubmitEvidence)]
    public sealed record DropCommand(CaseId Id, Guid IssueId) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(ImportLimits limits)
        {
            RuleFor(c => c.Cells).Must(c => c.Count <= limits.MostColumns).WithErrorCode("ColumnCount");
            RuleForEach(c => c.Cells).NotNull().MaximumLength(Sensitive.LongestCell);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>, IRequestHandler<DropCommand, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await FindAsync(command.Id, command.IssueId, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var (issue, now) = (found.Value, clock.GetUtcNow());
            var import = await db.TransactionImports.SingleAsync(i => i.Id == issue.ImportId, ct);
            var reading = new RowReader(import.Columns, now.AddDays(1)).Read(new TableRow(issue.Row, [.. command.Cells.Select(CsvTable.Clean)]));
            if (reading.Good is not { } facts)
            {
                return reading.Problem is { } problem
                    ? new RowStillWrong(problem.Kind, problem.Column is { } column && column < import.Shape.Headers.Count ? import.Shape.Headers[column] : "")
                    : new RowStillWrong(RowProblemKind.MomentMissing, "");
            }

            if (await KeyAsync(issue, facts, ct) is not { } key)
            {
                return new TransactionKnown();
            }

            db.Transactions.Add(CaseTransaction.Of(issue.CaseId, issue.ImportId, facts, key));
            import.TakeIn(facts.Kind == TransactionKind.Refund ? -facts.Amount : facts.Amount);
            issue.Settle(IssueState.Mended, actor.Name, now);
            return Result.Ok;
        }

        public async Task<Result> Handle(DropCommand command, CancellationToken ct)
        {
            var found = await FindAsync(command.Id, command.IssueId, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            found.Value.Settle(IssueState.Dropped, actor.Name, clock.GetUtcNow());
            return Result.Ok;
        }

        private async Task<Result<ImportIssue>> FindAsync(CaseId id, Guid issueId, CancellationToken ct) =>
            await db.RefuseToAddAsync(id, actor, ct) is { } refused ? refused
            : await db.ImportIssues.SingleOrDefaultAsync(i => i.Id == issueId && i.CaseId == id && i.State == IssueState.Open, ct) is { } issue ? issue
            : new NotFound("Row");

        // The first key that is free; only a row of which somebody says that it is another transaction may look like one.
        private async Task<string?> KeyAsync(ImportIssue issue, TransactionFacts facts, CancellationToken ct)
        {
            for (var twin = 0; twin < (issue.Kind == RowProblemKind.PossibleTwin ? 1000 : 1); twin++)
            {
                var key = facts.KeyOf(twin);
                if (!await db.Transactions.AnyAsync(t => t.CaseId == issue.CaseId && t.Key == key, ct))
                {
                    return key;
                }
            }

            return null;
        }
    }
}

/// <summary>The mended row is no transaction either.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Column">Name of the column; empty when it is the row as a whole.</param>
public sealed record RowStillWrong(RowProblemKind Kind, string Column) : Error
{
    /// <inheritdoc/>
    public override string Code => "Transactions.RowStillWrong";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Kind, Column];
}

/// <summary>The mended row is a transaction that is on the case already.</summary>
public sealed record TransactionKnown : Error
{
    /// <inheritdoc/>
    public override string Code => "Transactions.Known";
}
