using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

/// <summary>The owner confirms that a case is withdrawn.</summary>
public static class ConfirmWithdrawal
{
    /// <summary>The owner confirms that a case is withdrawn.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Proposals).ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            return found.ConfirmWithdrawal(actor, clock.GetUtcNow(), options);
        }
    }
}
