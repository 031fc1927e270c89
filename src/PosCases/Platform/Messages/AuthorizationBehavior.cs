using System.Reflection;
using MediatR;
using PosCases.Platform.Security;

namespace PosCases.Platform.Messages;

/// <summary>Refuses a message whose required right the actor lacks, and any message that names no right. An access token needs its scope too.</summary>
internal sealed class AuthorizationBehavior<TRequest, TResponse>(ActorContext context) : IPipelineBehavior<TRequest, TResponse>
    where TResponse : Result, IOutcome<TResponse>
{
    private static readonly RequiresAttribute? Required = typeof(TRequest).GetCustomAttribute<RequiresAttribute>();

    public Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next) =>
        Refusal() is { } refusal ? Task.FromResult(TResponse.Refused(refusal)) : next();

    private Error? Refusal()
    {
        var actor = context.Actor;
        if (Required is null || !actor.May(Required.Permission))
        {
            return actor.Role == Role.Anonymous ? new SignInNeeded() : new NotPermitted();
        }

        if (actor.Token is not { } scopes)
        {
            return null;
        }

        var needed = TokenRights.NeededBy(Required, typeof(TRequest).IsAssignableTo(typeof(ICommand)));
        return !TokenRights.MayCarry(Required.Permission) ? new NotPermitted() : (scopes & needed) == TokenScopes.None ? new ScopeMissing(needed) : null;
    }
}
