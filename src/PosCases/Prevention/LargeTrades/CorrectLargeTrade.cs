using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.LargeTrades;

/// <summary>Corrects the record of a large trade by a further version.</summary>
public static class CorrectLargeTrade
{
    /// <summary>Writes a further version; the earlier ones stay.</summary>
    /// <param name="Id">The version that the user saw.</param>
    /// <param name="Form">What is right.</param>
    /// <param name="Why">What was not right.</param>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record Command(LargeTradeId Id, LargeTradeForm Form, string Why) : Change<LargeTradeId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Form).NotNull().SetValidator(new LargeTradeFormValidator());
            RuleFor(c => c.Why).NotEmpty().MaximumLength(LargeTradeMapping.TextLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, ActorContext context, TimeProvider clock) : IRequestHandler<Command, Result<LargeTradeId>>
    {
        public async Task<Result<LargeTradeId>> Handle(Command command, CancellationToken ct)
        {
            if (await db.LargeTradesOf(actor).SingleOrDefaultAsync(t => t.Id == command.Id, ct) is not { } found)
            {
                return new NotFound(nameof(LargeTrade));
            }

            if ((context.RefuseCards("Form.Note") ?? LargeTradeFormValidator.RefuseMoment(command.Form, clock.GetUtcNow())) is { } refused)
            {
                return refused;
            }

            var corrected = found.Correct(command.Form, command.Why, actor, clock.GetUtcNow());
            if (!corrected.Succeeded)
            {
                return corrected.Error;
            }

            db.LargeTrades.Add(corrected.Value);
            return corrected.Value.Id;
        }
    }
}
