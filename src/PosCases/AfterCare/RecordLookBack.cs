using FluentValidation;
using MediatR;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>Records what came of a look-back.</summary>
public static class RecordLookBack
{
    /// <summary>Records what came of a look-back; anybody at the desk who may see the case.</summary>
    /// <param name="Id">The look-back.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Result">What came of it.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(LookBackId Id, Guid Version, LookBackResult Result) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Result.Account).IsInEnum();
            RuleFor(c => c.Result.Measures).IsInEnum();
            RuleFor(c => c.Result.Note).MaximumLength(CareMapping.NoteLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.LookBackToChangeAsync(command.Id, command.Version, actor, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var (lookBack, now) = (loaded.Value, clock.GetUtcNow());
            var recorded = lookBack.Record(command.Result, actor, now);
            if (!recorded.Succeeded)
            {
                return recorded;
            }

            var found = await db.Set<Case>().VisibleTo(actor).ToChangeAsync(lookBack.CaseId, null, ct);
            return !found.Succeeded ? found.Error
                : found.Value.Status != CaseStatus.Closed ? Result.Ok
                : found.Value.RecordCare(CaseEventKind.LookedBack, lookBack.Days, $"{command.Result.Account}", actor, now);
        }
    }
}
