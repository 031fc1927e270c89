using MediatR;
using PosCases.Cases.Plan;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

/// <summary>Takes a filed case up; the actor becomes its owner.</summary>
public static class StartVerification
{
    /// <summary>Takes a filed case up; the actor becomes its owner.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version) : Change, IChangesPlan;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            return found.StartVerification(actor, clock.GetUtcNow(), options);
        }
    }
}
