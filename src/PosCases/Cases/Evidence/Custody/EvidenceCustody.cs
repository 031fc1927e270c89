using PosCases.Platform.Data;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Evidence.Custody;

/// <summary>Takes the file of a new paper into custody, in the transaction of the paper's own row.</summary>
internal sealed class EvidenceCustody(AppDb db, Vault vault, Actor actor, TimeProvider clock)
{
    /// <summary>Whether the file was taken in for this case; a key that was made for another one would open nothing.</summary>
    public bool IsFor(StoredFile file, CaseId id) => vault.IsOf(file.KeptFor(id.Value), id.Value);

    /// <summary>Writes the file's row and begins its custody record.</summary>
    /// <param name="item">The paper.</param>
    /// <param name="file">Its file.</param>
    /// <param name="found">Its case.</param>
    /// <param name="from">The name of the profile's paper that it is a copy of; none when it was handed in.</param>
    public void Take(EvidenceItemId item, StoredFile file, Case found, string? from = null)
    {
        var now = clock.GetUtcNow();
        var row = VaultFile.Of(file.KeptFor(found.Id.Value), file.Scan, now);
        row.Hold(found.HeldAt is not null);
        db.Add(row);
        db.Add(CustodyEntry.Of(item, from is null ? CustodyKind.Received : CustodyKind.Reused, actor, now, from));
    }
}
