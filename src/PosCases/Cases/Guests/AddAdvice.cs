using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Guests;

/// <summary>Leaves a lawyer's advice on the case to which he was invited.</summary>
public static class AddAdvice
{
    /// <summary>Leaves advice that the merchant and the desk read.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Text">The words.</param>
    [Requires(Permission.AdviseCases)]
    public sealed record Command(CaseId Id, string Text) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(GuestMapping.AdviceLength);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Guests).ToChangeAsync(command.Id, null, ct);
            return loaded.Succeeded ? loaded.Value.AddAdvice(command.Text.Trim(), actor, clock.GetUtcNow()) : loaded.Error;
        }
    }
}
