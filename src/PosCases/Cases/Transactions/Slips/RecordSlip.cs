using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions.Slips;

/// <summary>Says what stands on a slip, and which transaction it belongs to.</summary>
public static class RecordSlip
{
    /// <summary>Says what stands on a slip.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Item">The paper.</param>
    /// <param name="Form">What stands on it.</param>
    [Requires(Permission.SubmitEvidence)]
    public sealed record Command(CaseId Id, EvidenceItemId Item, SlipForm Form) : Change;

    /// <summary>Says which transaction it belongs to; a disputed one has its slip then.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Item">The paper.</param>
    /// <param name="TransactionId">The transaction.</param>
    [Requires(Permission.SubmitEvidence)]
    public sealed record ConfirmCommand(CaseId Id, EvidenceItemId Item, Guid TransactionId) : Change;

    /// <summary>Takes that back.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Item">The paper.</param>
    [Requires(Permission.SubmitEvidence)]
    public sealed record ReleaseCommand(CaseId Id, EvidenceItemId Item) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Form.SaysSomething).Equal(true).OverridePropertyName("Form").WithErrorCode("SlipSaysNothing");
            RuleFor(c => c.Form.Reference).MaximumLength(24).Matches("^[0-9A-Za-z]*$").WithErrorCode("ReferenceShape");
            RuleFor(c => c.Form.Terminal).MaximumLength(24);
            RuleFor(c => c.Form.AuthCode).MaximumLength(SlipForm.AuthCodeLength).Matches("^[0-9A-Za-z]*$").WithErrorCode("ReferenceShape");
            RuleFor(c => c.Form.CardTail).Matches("^[0-9]{4}$").WithErrorCode("CardTailShape").When(c => c.Form.CardTail is not null);
            RuleFor(c => c.Form.Amount).InclusiveBetween(0.01m, Reading.Readings.LargestAmount).WithErrorCode("Amount");
            RuleFor(c => c.Form.Day).IsOrdinaryDate();
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) :
        IRequestHandler<Command, Result>, IRequestHandler<ConfirmCommand, Result>, IRequestHandler<ReleaseCommand, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.RefuseToAddAsync(command.Id, actor, ct) is { } refused)
            {
                return refused;
            }

            if (!await db.Set<EvidenceItem>().AnyAsync(
                i => i.Id == command.Item && i.CaseId == command.Id && SlipRecord.Codes.Contains(i.Code) && i.Status != EvidenceStatus.TakenBack, ct))
            {
                return new NotFound("Evidence");
            }

            var slip = await db.Slips.SingleOrDefaultAsync(s => s.EvidenceItemId == command.Item, ct);
            if (slip is null)
            {
                db.Slips.Add(slip = SlipRecord.Of(command.Item, command.Id));
            }

            slip.Say(command.Form, actor, clock.GetUtcNow());
            return Result.Ok;
        }

        public async Task<Result> Handle(ConfirmCommand command, CancellationToken ct)
        {
            var found = await FindAsync(command.Id, command.Item, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            if (await db.Transactions.AsNoTracking().SingleOrDefaultAsync(t => t.Id == command.TransactionId && t.CaseId == command.Id, ct) is not { } transaction)
            {
                return new NotFound("Transaction");
            }

            var now = clock.GetUtcNow();
            found.Value.Confirm(SlipMatch.Weigh(found.Value.Form, transaction), actor, now);
            var code = await db.Set<EvidenceItem>().Where(i => i.Id == command.Item).Select(i => i.Code).SingleAsync(ct);
            if (await db.Disputes.SingleOrDefaultAsync(d => d.TransactionId == transaction.Id && d.Slip == SlipState.Wanted, ct) is { } dispute && code == "SALES_SLIP")
            {
                dispute.FindSlip(actor, now);
            }

            (await db.CaseOfAsync(command.Id, ct)).RecordSlip(code, transaction, actor, now);
            return Result.Ok;
        }

        public async Task<Result> Handle(ReleaseCommand command, CancellationToken ct)
        {
            var found = await FindAsync(command.Id, command.Item, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            found.Value.Release();
            return Result.Ok;
        }

        private async Task<Result<SlipRecord>> FindAsync(CaseId id, EvidenceItemId item, CancellationToken ct) =>
            await db.RefuseToAddAsync(id, actor, ct) is { } refused ? refused
            : await db.Slips.SingleOrDefaultAsync(s => s.EvidenceItemId == item && s.CaseId == id, ct) is { } slip ? slip
            : new NotFound("Slip");
    }
}
