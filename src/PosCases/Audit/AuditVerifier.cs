using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;

namespace PosCases.Audit;

/// <summary>Checks the whole audit trail, link by link.</summary>
public sealed class AuditVerifier(AppDb db)
{
    /// <summary>What the check found.</summary>
    /// <param name="Entries">How many entries were read.</param>
    /// <param name="BrokenAt">Position of the first entry that was changed, cut, swapped or inserted; none when all is well.</param>
    public sealed record Finding(long Entries, long? BrokenAt);

    /// <summary>Reads every entry in order and recomputes its hash.</summary>
    public async Task<Finding> VerifyAsync(CancellationToken ct)
    {
        var previous = new byte[32];
        long count = 0;
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Seq).AsAsyncEnumerable().WithCancellation(ct))
        {
            count++;
            if (entry.Seq != count || !entry.Previous.AsSpan().SequenceEqual(previous) || !entry.IsIntact())
            {
                return new Finding(count, count);
            }

            previous = entry.Hash;
        }

        var head = await db.Set<AuditHead>().AsNoTracking().SingleAsync(ct);
        return new Finding(count, head.Seq == count && head.Hash.AsSpan().SequenceEqual(previous) ? null : count + 1);
    }
}
