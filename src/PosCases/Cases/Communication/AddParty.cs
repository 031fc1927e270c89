using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Plan;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Communication;

/// <summary>Puts an institution on the case, with a thread of its own.</summary>
public static class AddParty
{
    /// <summary>Puts an institution on the case, with a thread of its own.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Institution">The institution.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, InstitutionId Institution) : Change<Guid>, IChangesPlan;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<Guid>>
    {
        public async Task<Result<Guid>> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Parties)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            var institution = await db.NameOfAsync(command.Institution, ct);
            return institution.Length == 0
                ? new Invalid(nameof(Command.Institution), "NotFound.Institution")
                : found.AddParty(command.Institution, institution, actor, clock.GetUtcNow());
        }
    }
}
