using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.LargeTrades;

/// <summary>Writes down a large trade of the own merchant.</summary>
public static class RecordLargeTrade
{
    /// <summary>Writes down a large trade of the own merchant.</summary>
    /// <param name="Form">What is written down.</param>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record Command(LargeTradeForm Form) : Change<LargeTradeId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Form).NotNull().SetValidator(new LargeTradeFormValidator());
    }

    internal sealed class Handler(AppDb db, Actor actor, ActorContext context, TimeProvider clock) : IRequestHandler<Command, Result<LargeTradeId>>
    {
        public async Task<Result<LargeTradeId>> Handle(Command command, CancellationToken ct)
        {
            var merchant = await db.MeantAsync(actor, null, ct);
            if (!merchant.Succeeded)
            {
                return merchant.Error;
            }

            if ((context.RefuseCards("Form.Note") ?? LargeTradeFormValidator.RefuseMoment(command.Form, clock.GetUtcNow())) is { } refused)
            {
                return refused;
            }

            var made = LargeTrade.Record(merchant.Value, command.Form, actor, clock.GetUtcNow());
            db.LargeTrades.Add(made);
            return made.Id;
        }
    }
}
