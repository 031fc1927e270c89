using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>
/// Lets somebody choose a new password. Ends the person's sessions and every earlier link. The host makes a protected link of the
/// answer; nothing about it is stored.
/// </summary>
public static class IssuePasswordReset
{
    [Requires(Permission.ManagePeople)]
    public sealed record Command(PersonId Id) : Change<Answer>;

    /// <summary>What the link carries.</summary>
    /// <param name="Person">Whose password.</param>
    /// <param name="Stamp">The link is good while this is the person's stamp; empty when a repeated command answers.</param>
    public sealed record Answer(PersonId Person, Secret Stamp);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Command command, CancellationToken ct)
        {
            if (command.Id.Value == actor.Id)
            {
                return new NotOneself();
            }

            var found = await db.People.HelpedBy(actor).SingleOrDefaultAsync(p => p.Id == command.Id.Value && p.IsActive, ct);
            if (found is null)
            {
                return new NotFound(nameof(Person));
            }

            found.EndSessions();
            return new Answer(command.Id, new Secret(found.SecurityStamp));
        }
    }
}
