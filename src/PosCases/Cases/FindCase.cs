using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

/// <summary>Finds the case of a number.</summary>
public static class FindCase
{
    /// <summary>Finds the case of a number within one's scope.</summary>
    /// <param name="Number">Number of the case.</param>
    [Requires(Permission.ViewCases, Scope = TokenScopes.Any)]
    public sealed record Query(string Number) : IQuery<Found>;

    /// <summary>A case.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Version">Version of the stored state.</param>
    /// <param name="ForMerchant">Whether the reader is on the merchant's side.</param>
    public sealed record Found(CaseId Id, Guid Version, bool ForMerchant);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Found>>
    {
        public async Task<Result<Found>> Handle(Query query, CancellationToken ct) =>
            await db.Cases.VisibleTo(actor).Where(c => c.Number == query.Number)
                .Select(c => new Found(c.Id, c.Version, actor.IsOnMerchantsSide)).SingleOrDefaultAsync(ct) is { } found
                ? found
                : new NotFound("Case");
    }
}
