using MediatR;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Platform.Messages;

/// <summary>
/// The one way in: opens a scope for the message, reads the caller's rights afresh, sends, disposes.
/// No database context outlives its message, and no session outlives its rights.
/// </summary>
public sealed class Door(IServiceScopeFactory scopes)
{
    /// <summary>Sends a message on behalf of a caller.</summary>
    public async Task<TResponse> Send<TResponse>(IRequest<TResponse> message, Caller caller, CancellationToken ct = default) =>
        (await SendAndTellAsync(message, caller, ct)).Answer;

    /// <summary>As above, and tells how many texts of the message lost digits of a card number on the way in.</summary>
    public async Task<(TResponse Answer, int MaskedNumbers)> SendAndTellAsync<TResponse>(
        IRequest<TResponse> message, Caller caller, CancellationToken ct = default)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using var held = await scope.ServiceProvider.GetRequiredService<AppDb>().HoldConnectionAsync(ct);
        var context = scope.ServiceProvider.GetRequiredService<ActorContext>();
        context.Actor = caller switch
        {
            Caller.Person person => await scope.ServiceProvider.GetRequiredService<IActorDirectory>().FindAsync(person, ct) with { From = person.From },
            _ => caller == Caller.System ? Actor.System : Actor.Anonymous,
        };

        var answer = await new Mediator(scope.ServiceProvider.GetService).Send(message, ct);
        return (answer, context.MaskedNumbers);
    }
}
