using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants.Identifiers;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions;

/// <summary>Puts a transaction onto the list of disputed ones, says anew what is known of it, or takes it off.</summary>
public static class MarkDisputed
{
    /// <summary>Puts a transaction onto the list, or says anew what is known of it.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="TransactionId">The transaction.</param>
    /// <param name="Form">What is said.</param>
    [Requires(Permission.SubmitEvidence)]
    public sealed record Command(CaseId Id, Guid TransactionId, DisputeForm Form) : Change;

    /// <summary>Takes a transaction off the list.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="TransactionId">The transaction.</param>
    [Requires(Permission.SubmitEvidence)]
    public sealed record ClearCommand(CaseId Id, Guid TransactionId) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Form.Reason).IsInEnum();
            RuleFor(c => c.Form.Slip).IsInEnum();
            RuleFor(c => c.Form.Note).MaximumLength(DisputeRules.NoteLength);
            RuleFor(c => c.Form.Who).MaximumLength(DisputeRules.WhoLength);
            RuleFor(c => c.Form.Due).IsOrdinaryDate();
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>, IRequestHandler<ClearCommand, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await FindAsync(command.Id, command.TransactionId, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var now = clock.GetUtcNow();
            var form = command.Form with { Note = Safe(command.Form.Note), Who = Safe(command.Form.Who) };
            if (await db.Disputes.SingleOrDefaultAsync(d => d.TransactionId == command.TransactionId, ct) is { } known)
            {
                known.Say(form, actor, now);
                return Result.Ok;
            }

            db.Disputes.Add(DisputedTransaction.Of(found.Value, form, actor, now));
            (await db.CaseOfAsync(command.Id, ct)).RecordDispute(found.Value, form.Reason, actor, now);
            return Result.Ok;
        }

        public async Task<Result> Handle(ClearCommand command, CancellationToken ct)
        {
            var found = await FindAsync(command.Id, command.TransactionId, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            if (await db.Disputes.SingleOrDefaultAsync(d => d.TransactionId == command.TransactionId, ct) is { } known)
            {
                db.Disputes.Remove(known);
                (await db.CaseOfAsync(command.Id, ct)).RecordDispute(found.Value, null, actor, clock.GetUtcNow());
            }

            return Result.Ok;
        }

        private async Task<Result<CaseTransaction>> FindAsync(CaseId id, Guid transaction, CancellationToken ct) =>
            await db.RefuseToAddAsync(id, actor, ct) is { } refused ? refused
            : await db.Transactions.AsNoTracking().SingleOrDefaultAsync(t => t.Id == transaction && t.CaseId == id, ct) is { } found ? found
            : new NotFound("Transaction");

        private static string? Safe(string? text) => string.IsNullOrWhiteSpace(text) ? null : BankCardNumber.Hide(text.Trim());
    }
}

/// <summary>How much may be said of a disputed transaction.</summary>
internal static class DisputeRules
{
    public const int NoteLength = 500;
    public const int WhoLength = 60;
}
