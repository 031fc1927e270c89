using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>The session as it stands now, for a host that checks whether a cookie or circuit is still good.</summary>
public static class ViewSession
{
    [Requires(Permission.UseAccount)]
    public sealed record Query : IQuery<Session>;

    internal sealed class Handler(AppDb db, Actor actor, SecurityOptions security) : IRequestHandler<Query, Result<Session>>
    {
        public async Task<Result<Session>> Handle(Query query, CancellationToken ct) =>
            Session.Of(await db.People.AsNoTracking().Self(actor).SingleAsync(ct), security);
    }
}
