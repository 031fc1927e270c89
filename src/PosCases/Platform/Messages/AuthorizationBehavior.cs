using System.Reflection;
using MediatR;
using PosCases.Platform.Security;

namespace PosCases.Platform.Messages;

/// <summary>Refuses a message whose required right the actor lacks, and any message that names no right.</summary>
internal sealed class AuthorizationBehavior<TRequest, TResponse>(ActorContext context) : IPipelineBehavior<TRequest, TResponse>
    where TResponse : Result, IOutcome<TResponse>
{
    private static readonly Permission? Required = typeof(TRequest).GetCustomAttribute<RequiresAttribute>()?.Permission;

    public Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next) =>
        Required is { } permission && context.Actor.May(permission)
            ? next()
            : Task.FromResult(TResponse.Refused(context.Actor.Role == Role.Anonymous ? new SignInNeeded() : new NotPermitted()));
}
