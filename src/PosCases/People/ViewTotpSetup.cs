using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>The key of a second factor that was begun, for the authenticator app; once confirmed it is never shown again.</summary>
public static class ViewTotpSetup
{
    [Requires(Permission.UseAccount)]
    public sealed record Query : IQuery<Answer>;

    /// <summary>What the app needs.</summary>
    /// <param name="UserName">The account's name in the app.</param>
    /// <param name="Key">In Base32.</param>
    public sealed record Answer(string UserName, Secret Key);

    internal sealed class Handler(AppDb db, Actor actor, SecondFactor factor) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var person = await db.People.Self(actor).SingleAsync(ct);
            return await factor.PendingKeyAsync(person, ct) is { } key ? new Answer(person.UserName!, new Secret(key)) : new SecondFactorNotPending();
        }
    }
}
