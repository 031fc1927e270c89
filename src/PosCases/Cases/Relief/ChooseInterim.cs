using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Filing;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Relief;

/// <summary>Takes a way to be paid meanwhile into the plan: the merchant himself, or the desk with him.</summary>
public static class ChooseInterim
{
    /// <summary>Takes a way to be paid meanwhile into the plan.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Terms">Which way, from when, limit, cost, contact.</param>
    [Requires(Permission.FileCases)]
    public sealed record Command(CaseId Id, InterimTerms Terms) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Terms).NotNull();
            When(c => c.Terms is not null, () =>
            {
                RuleFor(c => c.Terms.Code).Must(code => InterimCatalogue.Shipped.Find(code) is not null).WithErrorCode("Unanswered");
                RuleFor(c => c.Terms.StartsOn).IsOrdinaryDate();
                RuleFor(c => c.Terms.OwnName).Equal(true).WithErrorCode("OwnName");
                RuleFor(c => c.Terms.DailyLimit).InclusiveBetween(0.01m, FilingFormValidator.LargestAmount).WithErrorCode("Amount");
                RuleFor(c => c.Terms.Cost).MaximumLength(200);
                RuleFor(c => c.Terms.Contact).MaximumLength(200);
                RuleFor(c => c.Terms.Note).MaximumLength(500);
            });
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Interims).ToChangeAsync(command.Id, null, ct);
            return loaded.Succeeded ? loaded.Value.ChooseInterim(command.Terms, actor, clock.GetUtcNow()) : loaded.Error;
        }
    }
}

/// <summary>Ends a way to be paid meanwhile.</summary>
public static class EndInterim
{
    /// <summary>Ends a way to be paid meanwhile.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="WayId">The way.</param>
    /// <param name="Reason">Why.</param>
    [Requires(Permission.FileCases)]
    public sealed record Command(CaseId Id, Guid WayId, string Reason) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(300);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Interims).ToChangeAsync(command.Id, null, ct);
            return loaded.Succeeded ? loaded.Value.EndInterim(command.WayId, command.Reason, actor, clock.GetUtcNow()) : loaded.Error;
        }
    }
}
