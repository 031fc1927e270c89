using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Plan;

/// <summary>Begins a step of the plan.</summary>
public static class BeginStep
{
    /// <summary>Begins a step of the plan; limits that run from its begin are counted from now.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="StepId">The step.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid StepId) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Steps)
                .ToChangeAsync(command.Id, null, ct);
            return loaded.Succeeded ? loaded.Value.BeginStep(command.StepId, actor, clock.GetUtcNow()) : loaded.Error;
        }
    }
}
