using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>Adds a measure to a plan that was handed over.</summary>
public static class AddCareTask
{
    /// <summary>Adds a measure to a plan that was handed over; it is the merchant's turn with it at once.</summary>
    /// <param name="Case">The closed case.</param>
    /// <param name="Line">The measure.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Case, CareLine Line) : Change<CareTaskId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Line).NotNull().SetValidator(new CareLineValidator());
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<CareTaskId>>
    {
        public async Task<Result<CareTaskId>> Handle(Command command, CancellationToken ct)
        {
            if (!await db.Set<Case>().VisibleTo(actor).AnyAsync(c => c.Id == command.Case, ct))
            {
                return new NotFound("Case");
            }

            if (await db.CarePlans.SingleOrDefaultAsync(p => p.CaseId == command.Case && p.ClosedOn != null, ct) is not { } plan)
            {
                return new CareRefused(CareRefusal.NoAfterCare);
            }

            if (await db.CareTasks.AnyAsync(
                t => t.CaseId == command.Case && t.Code == command.Line.Code && (t.State == CareTaskState.Open || t.State == CareTaskState.Offered), ct))
            {
                return new CareRefused(CareRefusal.AlreadyThere);
            }

            var now = clock.GetUtcNow();
            var added = CareTask.Plan(plan, command.Line, now);
            added.Hand(ShanghaiTime.DateOf(now));
            db.Add(added);
            return added.Id;
        }
    }
}
