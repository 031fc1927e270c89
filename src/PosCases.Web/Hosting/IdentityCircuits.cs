using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using PosCases.People;
using PosCases.Platform.Messages;

namespace PosCases.Web.Hosting;

/// <summary>Asks twice a minute whether the circuit's session is still good; when it is not, its pages turn to the sign-in.</summary>
internal sealed class CircuitSession(ILoggerFactory log, Door door) : RevalidatingServerAuthenticationStateProvider(log)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        var session = await door.Send(new ViewSession.Query(), PersonClaims.CallerOf(authenticationState.User), cancellationToken);
        return session.Succeeded;
    }
}
