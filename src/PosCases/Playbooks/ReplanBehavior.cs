using MediatR;
using PosCases.Cases.Plan;
using PosCases.Platform.Messages;

namespace PosCases.Playbooks;

/// <summary>
/// Lays the plan anew after a command that changes what steps depend on, in the same transaction. Cases know no playbooks; they only mark
/// such commands.
/// </summary>
internal sealed class ReplanBehavior<TRequest, TResponse>(CasePlanner planner) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IChangesPlan
    where TResponse : Result
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        var result = await next();
        if (result.Succeeded)
        {
            await planner.ReplanAsync(request.Id, ct);
        }

        return result;
    }
}
