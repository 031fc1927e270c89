using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Papers;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Prevention.LargeTrades;

namespace PosCases.Prevention.Watch;

/// <summary>Writes down what the trades of an alert were, with what shows it.</summary>
public static class ExplainAlert
{
    /// <summary>Writes down what they were.</summary>
    /// <param name="Id">The alert.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Note">What it was, in words; no card number.</param>
    /// <param name="Trade">The record of a large trade that shows it, any version; none when there is none.</param>
    /// <param name="Paper">The paper of the profile that shows it; none when there is none.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(TradeAlertId Id, Guid Version, string Note, LargeTradeId? Trade, MerchantPaperId? Paper) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).NotEmpty().MaximumLength(WatchMapping.NoteLength);
    }

    internal sealed class Handler(AppDb db, Actor actor, ActorContext context, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (context.RefuseCards(nameof(Command.Note)) is { } refused)
            {
                return refused;
            }

            var found = await db.AlertToChangeAsync(command.Id, command.Version, actor, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            // Only what belongs to the same merchant shows anything.
            var alert = found.Value;
            var series = command.Trade is null ? null
                : await db.LargeTradesOf(actor).Where(t => t.Id == command.Trade && t.MerchantId == alert.MerchantId).Select(t => (LargeTradeId?)t.Series).SingleOrDefaultAsync(ct);
            if (command.Trade is not null && series is null)
            {
                return new NotFound(nameof(LargeTrade));
            }

            if (command.Paper is not null
                && !await db.MerchantPapers.VisibleTo(actor).AnyAsync(p => p.Id == command.Paper && p.MerchantId == alert.MerchantId && p.EndedAt == null, ct))
            {
                return new NotFound("Paper");
            }

            return alert.Explain(new AlertExplanation(command.Note, series, command.Paper), actor, clock.GetUtcNow());
        }
    }
}
