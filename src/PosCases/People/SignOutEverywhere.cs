using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Ends the own sessions on every device; the answer opens a new one here.</summary>
public static class SignOutEverywhere
{
    [Requires(Permission.UseAccount)]
    public sealed record Command : Change<Session>;

    internal sealed class Handler(AppDb db, Actor actor, SecurityOptions security) : IRequestHandler<Command, Result<Session>>
    {
        public async Task<Result<Session>> Handle(Command command, CancellationToken ct)
        {
            var person = await db.People.Self(actor).SingleAsync(ct);
            person.EndSessions();
            return Session.Of(person, security);
        }
    }
}
