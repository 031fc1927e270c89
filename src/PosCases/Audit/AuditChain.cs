using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Audit;

/// <summary>Appends to the audit trail inside the caller's transaction.</summary>
internal sealed class AuditChain(AppDb db, TimeProvider clock)
{
    /// <summary>Adds an entry; it is stored when the transaction commits, and the chain stays locked until then.</summary>
    public async Task AppendAsync(Actor actor, string message, Guid? target, string outcome, CancellationToken ct)
    {
        var heads = db.Set<AuditHead>();
        await heads.ExecuteUpdateAsync(set => set.SetProperty(h => h.Seq, h => h.Seq + 1), ct);
        var head = await heads.SingleAsync(ct);
        var at = clock.GetUtcNow();
        var entry = new AuditEntry
        {
            Seq = head.Seq,
            At = at,
            ActorId = actor.Id,
            Role = actor.Role,
            Message = message,
            Target = target,
            Outcome = outcome,
            Previous = head.Hash,
            Hash = AuditEntry.HashOf(head.Seq, at, actor.Id, actor.Role, message, target, outcome, head.Hash),
        };
        db.AuditEntries.Add(entry);
        head.Hash = entry.Hash;
    }
}
