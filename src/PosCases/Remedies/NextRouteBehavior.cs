using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Remedies;

/// <summary>Refuses a command that would name the merchant a next route that is not open in the case. A case out of sight is left to the handler.</summary>
internal sealed class NextRouteBehavior<TRequest, TResponse>(AppDb db, Actor actor) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : INamesNextRoute
    where TResponse : Result, IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next) =>
        request.NextRoute is { Length: > 0 } code && !await IsOpenAsync(request.Id, code, ct)
            ? TResponse.Refused(new Invalid("Refusal.NextRoute", "Route.NextNotOpen"))
            : await next();

    private async Task<bool> IsOpenAsync(CaseId id, string code, CancellationToken ct)
    {
        var found = await db.Cases.AsNoTracking().VisibleTo(actor)
            .Include(c => c.Measures)
            .Include(c => c.Filings)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == id, ct);
        return found is null
            || (RouteLibrary.Find(code) is { } route && RouteAdvisor.Advise(route, await db.RouteFactsOfAsync(found, ct)).MayComeNext);
    }
}
