using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Plan;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks;

/// <summary>The notice is genuine and its cause is known: from now on the plan holds all its steps and asks for their papers.</summary>
public static class ConfirmGenuine
{
    /// <summary>The notice is genuine and its cause is known: on to the papers.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version) : Change, IChangesPlan;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Measures)
                .Include(c => c.Causes)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            var now = clock.GetUtcNow();
            var confirmed = found.ConfirmGenuine(actor, now, options);
            if (!confirmed.Succeeded)
            {
                return confirmed;
            }

            found.StartEvidence([], actor, now);
            return Result.Ok;
        }
    }
}
