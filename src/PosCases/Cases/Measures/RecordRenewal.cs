using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Calendar;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Measures;

/// <summary>Records that a measure was renewed, or that a stop of payments was repeated; answers the question of the watch.</summary>
public static class RecordRenewal
{
    /// <summary>Records that a measure was renewed, or that a stop of payments was repeated.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="MeasureId">The measure.</param>
    /// <param name="Renewal">Its document, start and term. Without a start it begins the day after the earlier term ends.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid MeasureId, RenewalRecord Renewal) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Renewal.DocumentNumber).MaximumLength(80);
            RuleFor(c => c.Renewal.Note).MaximumLength(500);
            RuleFor(c => c.Renewal.Term!).SetValidator(new TermRules()).When(c => c.Renewal.Term is not null);
            RuleFor(c => c.Renewal.StartsOn).IsOrdinaryDate();
            RuleFor(c => c.Renewal.EndsOn).IsOrdinaryDate();
            RuleFor(c => c.Renewal.EndsOn).GreaterThanOrEqualTo(c => c.Renewal.StartsOn).WithErrorCode("EndBeforeStart").When(c => c.Renewal.StartsOn is not null);
            RuleFor(c => c.Renewal.StartsAt).NotNull().WithErrorCode("MomentNeeded").When(c => c.Renewal is { Term.Unit: TermUnit.Hours, StartsOn: not null });
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).WithMeasures().ToChangeAsync(command.Id, command.Version, ct);
            return loaded.Succeeded
                ? loaded.Value.RecordRenewal(command.MeasureId, command.Renewal, actor, clock.GetUtcNow())
                : loaded.Error;
        }
    }
}

internal static class MeasureIncludes
{
    /// <summary>Loads what the verbs about measures need.</summary>
    public static IQueryable<Case> WithMeasures(this IQueryable<Case> cases) =>
        cases.Include(c => c.Measures).Include(c => c.RenewalAsks).Include(c => c.Ledger);
}
