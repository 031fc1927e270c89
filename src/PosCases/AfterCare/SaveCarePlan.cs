using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>Chooses what a merchant should do so that it does not happen again; handed over when the case is closed.</summary>
public static class SaveCarePlan
{
    /// <summary>Chooses the measures of a case's plan; what was chosen before and is not named goes.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Version">Version of the plan that the user saw; none where there was none.</param>
    /// <param name="Lines">The measures, each once.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Case, Guid? Version, IReadOnlyList<CareLine> Lines) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Lines).NotNull().Must(l => l is null || l.Select(x => x.Code).Distinct(StringComparer.Ordinal).Count() == l.Count).WithErrorCode("UnknownCode");
            RuleForEach(c => c.Lines).SetValidator(new CareLineValidator());
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.Set<Case>().VisibleTo(actor).Where(c => c.Id == command.Case).Select(c => new { c.MerchantId, c.OwnerId, c.Status, c.ImportedAt }).SingleOrDefaultAsync(ct);
            if (found is null)
            {
                return new NotFound("Case");
            }

            if (found.ImportedAt is not null)
            {
                return new CareRefused(CareRefusal.NoAfterCare);
            }

            if (found.Status == CaseStatus.Closed)
            {
                return new CareRefused(CareRefusal.AlreadyHanded);
            }

            if (found.OwnerId != actor.Id && !actor.May(Permission.ReviewCases))
            {
                return new NotTheOwner();
            }

            var plan = await db.CarePlans.SingleOrDefaultAsync(p => p.CaseId == command.Case, ct);
            if (plan?.Version != command.Version)
            {
                return new Conflict();
            }

            if (plan is null)
            {
                db.Add(plan = CarePlan.Of(command.Case, found.MerchantId, found.OwnerId));
            }

            var now = clock.GetUtcNow();
            plan.Saved(found.OwnerId, actor, now);
            db.RemoveRange(await db.CareTasks.Where(t => t.CaseId == command.Case && t.State == CareTaskState.Planned).ToListAsync(ct));
            db.AddRange(command.Lines.Select(line => CareTask.Plan(plan, line, now)));
            return Result.Ok;
        }
    }
}

/// <summary>Field rules of a measure on a plan.</summary>
internal sealed class CareLineValidator : AbstractValidator<CareLine>
{
    public CareLineValidator()
    {
        RuleFor(l => l.Code).NotEmpty().MaximumLength(10).Must(code => PreventionLibrary.Find(code) is not null and not { Code: CareMeasure.SelfInspection }).WithErrorCode("UnknownCode");
        RuleFor(l => (DateOnly?)l.DueOn).IsOrdinaryDate().OverridePropertyName(nameof(CareLine.DueOn));
        RuleFor(l => l.Words).MaximumLength(CareMapping.WordsLength);
        RuleFor(l => l.Person).MaximumLength(CareMapping.PersonLength);
    }
}
