using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Resolution;

/// <summary>Enters what happened to the money and to abilities: frozen, released, deducted or refunded, with its proof.</summary>
public static class EnterLedger
{
    /// <summary>Enters what happened to the money and to abilities: frozen, released, deducted or refunded, with its proof.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Kind">What happened.</param>
    /// <param name="Amount">Yuan, two decimals; zero only where abilities are switched.</param>
    /// <param name="On">When; Shanghai date.</param>
    /// <param name="Proof">What shows it.</param>
    /// <param name="ProofItem">The paper that shows it.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, LedgerKind Kind, decimal Amount, DateOnly On, string Proof, EvidenceItemId? ProofItem) : Change
    {
        /// <summary>What a frozen entry switches off and a released one on.</summary>
        public IReadOnlyList<Ability> Abilities { get; init; } = [];

        /// <summary>Under which measure; none means under every one.</summary>
        public Guid? MeasureId { get; init; }

        /// <summary>Last day of a temporary release; Shanghai date.</summary>
        public DateOnly? Until { get; init; }
    }

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Amount).InclusiveBetween(0m, FilingFormValidator.LargestAmount).WithErrorCode("Amount").PrecisionScale(18, 2, true).WithErrorCode("Amount");
            RuleFor(c => c.Amount).NotEqual(0m).WithErrorCode("Amount").When(c => c.Abilities.Count == 0);
            RuleFor(c => c.Abilities).Empty().WithErrorCode("AbilitiesUnfit").When(c => c.Kind is LedgerKind.Deducted or LedgerKind.Refunded);
            RuleForEach(c => c.Abilities).IsInEnum().NotEqual(Ability.Unknown).WithErrorCode("AbilitiesUnfit");
            RuleFor(c => c.Until).Null().WithErrorCode("UntilUnfit").When(c => c.Kind != LedgerKind.Released || c.Abilities.Count == 0);
            RuleFor(c => c.On).IsOrdinaryDate();
            RuleFor(c => c.Until).Cascade(CascadeMode.Stop).IsOrdinaryDate().GreaterThanOrEqualTo(c => c.On).WithErrorCode("EndBeforeStart");
            RuleFor(c => c.Proof).NotEmpty().MaximumLength(200);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Ledger)
                .Include(c => c.Measures)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            if (command.ProofItem is { } item && !await db.Cases.AnyAsync(c => c.Id == command.Id && c.Evidence.Any(i => i.Id == item), ct))
            {
                return new Invalid(nameof(Command.ProofItem), "ProofUnfit");
            }

            return loaded.Value.EnterLedger(
                command.Kind, command.Amount, command.On, command.Proof, command.ProofItem?.Value, actor, clock.GetUtcNow(),
                new LedgerReach([.. command.Abilities.Distinct()], command.MeasureId, command.Until));
        }
    }
}
