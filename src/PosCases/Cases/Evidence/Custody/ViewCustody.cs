using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Evidence.Custody;

/// <summary>The custody record of a paper.</summary>
/// <param name="Item">The paper.</param>
/// <param name="File">Its file.</param>
/// <param name="Entries">What happened to its bytes, from the beginning.</param>
public sealed record CustodyView(EvidenceItem Item, VaultFile File, IReadOnlyList<CustodyEntry> Entries);

/// <summary>Reads the custody record of a paper.</summary>
public static class ViewCustody
{
    /// <summary>Reads the custody record of a paper.</summary>
    /// <param name="ItemId">The paper.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(EvidenceItemId ItemId) : IQuery<CustodyView>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<CustodyView>>
    {
        public async Task<Result<CustodyView>> Handle(Query query, CancellationToken ct)
        {
            var item = await db.Cases.VisibleTo(actor).SelectMany(c => c.Evidence).AsNoTracking().SingleOrDefaultAsync(i => i.Id == query.ItemId, ct);
            if (item is null)
            {
                return new NotFound("Evidence");
            }

            var file = await db.Set<VaultFile>().AsNoTracking().SingleAsync(f => f.Name == item.StorageKey, ct);
            var entries = await db.Set<CustodyEntry>().AsNoTracking().Where(e => e.ItemId == query.ItemId).OrderBy(e => e.Seq).ToListAsync(ct);
            return new CustodyView(item, file, entries);
        }
    }
}
