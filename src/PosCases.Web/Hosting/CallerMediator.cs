using MediatR;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.Design;
using PosCases.Web.Shell;

namespace PosCases.Web.Hosting;

/// <summary>
/// The mediator of pages and endpoints: finds out who is calling and sends through the door. In the scope of an HTTP request the
/// caller is the request's user, in the scope of a circuit the circuit's; a circuit's own socket is a request as well, but not this scope's.
/// </summary>
internal sealed class CallerMediator(Door door, IHttpContextAccessor accessor, IServiceProvider scope) : IMediator
{
    public async Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        var (answer, masked) = await door.SendAndTellAsync(request, WithAddress(await CallerAsync()), cancellationToken);
        if (masked > 0)
        {
            TellOfMasking();
        }

        return answer;
    }

    public Task Publish(object notification, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Events leave through the outbox.");

    public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
        where TNotification : INotification =>
        throw new NotSupportedException("Events leave through the outbox.");

    // On a page that stays, at once; on one that is left by its own form, on the next one.
    private void TellOfMasking()
    {
        if (accessor.HttpContext is { } http && ReferenceEquals(http.RequestServices, scope))
        {
            MaskedNotice.Leave(http);
        }
        else
        {
            scope.GetRequiredService<Toasts>().Info(scope.GetRequiredService<IStringLocalizer<ShellText>>()["CardNumbersMasked"]);
        }
    }

    // A circuit's messages come through its socket, whose request tells the address as well.
    private Caller WithAddress(Caller caller) => caller is Caller.Person person
        ? person with { From = accessor.HttpContext?.Connection.RemoteIpAddress?.ToString() }
        : caller;

    private async Task<Caller> CallerAsync()
    {
        if (accessor.HttpContext is { } http && ReferenceEquals(http.RequestServices, scope))
        {
            return PersonClaims.CallerOf(http.User);
        }

        var state = await scope.GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync();
        return PersonClaims.CallerOf(state.User);
    }
}
