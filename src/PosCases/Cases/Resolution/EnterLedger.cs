using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Resolution;

/// <summary>Enters what happened to the money: frozen, released, deducted or refunded, with its proof.</summary>
public static class EnterLedger
{
    /// <summary>Enters what happened to the money: frozen, released, deducted or refunded, with its proof.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Kind">What happened.</param>
    /// <param name="Amount">Yuan, two decimals, above zero.</param>
    /// <param name="On">When; Shanghai date.</param>
    /// <param name="Proof">What shows it.</param>
    /// <param name="ProofItem">The paper that shows it.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, LedgerKind Kind, decimal Amount, DateOnly On, string Proof, EvidenceItemId? ProofItem) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Amount).InclusiveBetween(0.01m, FilingFormValidator.LargestAmount).WithErrorCode("Amount").PrecisionScale(18, 2, true).WithErrorCode("Amount");
            RuleFor(c => c.Proof).NotEmpty().MaximumLength(200);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Ledger)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            return found.EnterLedger(command.Kind, command.Amount, command.On, command.Proof, command.ProofItem?.Value, actor, clock.GetUtcNow());
        }
    }
}
