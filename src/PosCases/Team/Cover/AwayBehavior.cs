using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;

namespace PosCases.Team.Cover;

/// <summary>Keeps cases from being given to somebody who is away today. Cases know no absences; they only mark such commands.</summary>
internal sealed class AwayBehavior<TRequest, TResponse>(AppDb db, TimeProvider clock) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IGivesCases
    where TResponse : Result, IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next) =>
        await db.AwayOn(ShanghaiTime.DateOf(clock.GetUtcNow())).FirstOrDefaultAsync(a => a.PersonId == request.To, ct) is { } away
            ? TResponse.Refused(new PersonAway(away.Name, away.To, away.CoverName))
            : await next();
}
