using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence.Custody;
using PosCases.Cases.Evidence.Examination;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Evidence;

/// <summary>Why a paper is opened; it stands in its custody record.</summary>
public enum OpeningPurpose
{
    /// <summary>To look at it on a screen.</summary>
    View,

    /// <summary>To have it as a file.</summary>
    Download,

    /// <summary>To print it.</summary>
    Print,

    /// <summary>To put it into a pack or a dossier.</summary>
    Export,
}

/// <summary>A paper that may be handed out.</summary>
/// <param name="Name">Label; kept out of receipts, where erasing the paper would have to look for it.</param>
/// <param name="ContentType">Media type found in the content.</param>
/// <param name="Scan">What the scanner said.</param>
/// <param name="Warnings">What is to be known of it.</param>
public sealed record OpenedEvidence([property: JsonIgnore] string Name, string ContentType, FileScan Scan, FileWarnings Warnings)
{
    /// <summary>
    /// What the vault needs to read it; kept out of receipts and logs, so that the key is stored in one place only. None in the repeated answer to a
    /// command: whoever wants the bytes again opens the paper again.
    /// </summary>
    [JsonIgnore]
    public Vault.Kept? File { get; init; }
}

/// <summary>Finds a paper in order to hand out its bytes; the only way to them.</summary>
public static class OpenEvidence
{
    // Who turns a page or draws a picture again is still looking at it.
    private static readonly TimeSpan SameLook = TimeSpan.FromMinutes(5);

    /// <summary>Finds a paper of a case within one's scope. A command, so that every opening is in the audit trail and the custody record.</summary>
    /// <param name="ItemId">The paper.</param>
    /// <param name="Purpose">What for.</param>
    [Requires(Permission.ViewCases, Scope = TokenScopes.Evidence)]
    public sealed record Command(EvidenceItemId ItemId, OpeningPurpose Purpose = OpeningPurpose.Download) : Change<OpenedEvidence>;

    /// <summary>A paper within one's scope whose bytes may be handed out; records nothing.</summary>
    internal static async Task<Result<OpenedEvidence>> FindAsync(AppDb db, Actor actor, EvidenceItemId id, CancellationToken ct)
    {
        var item = await db.Cases.VisibleTo(actor).SelectMany(c => c.Evidence).AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);
        if (item is null)
        {
            return new NotFound("Evidence");
        }

        var file = await db.Set<VaultFile>().AsNoTracking().SingleAsync(f => f.Name == item.StorageKey, ct);
        Error? refused = file.ErasedAt is not null ? new EvidenceGone()
            : file.DamagedAt is not null ? new EvidenceDamaged()
            : file.Scan == FileScan.Infected ? new EvidenceInfected(file.ScanFinding ?? "")
            : file.Scan == FileScan.Waiting ? new EvidenceInQuarantine()
            : null;
        return refused is null
            ? new OpenedEvidence(item.FileName, item.ContentType, file.Scan, item.Warnings) { File = file.Kept }
            : refused;
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<OpenedEvidence>>
    {
        public async Task<Result<OpenedEvidence>> Handle(Command command, CancellationToken ct)
        {
            var found = await FindAsync(db, actor, command.ItemId, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            await RecordAsync(command, ct);
            return found;
        }

        private async Task RecordAsync(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var kind = command.Purpose switch
            {
                OpeningPurpose.View => CustodyKind.Viewed,
                OpeningPurpose.Print => CustodyKind.Printed,
                OpeningPurpose.Export => CustodyKind.Exported,
                _ => CustodyKind.Downloaded,
            };
            var since = now - SameLook;
            if (kind != CustodyKind.Viewed || !await db.Set<CustodyEntry>().AnyAsync(
                    e => e.ItemId == command.ItemId && e.Kind == kind && e.ById == actor.Id && e.At > since, ct))
            {
                db.Add(CustodyEntry.Of(command.ItemId, kind, actor, now));
            }
        }
    }
}

/// <summary>The scanner has not answered yet; the file is handed to nobody until it has.</summary>
public sealed record EvidenceInQuarantine : Error
{
    /// <inheritdoc/>
    public override string Code => "Evidence.InQuarantine";
}

/// <summary>The scanner found something in the file.</summary>
/// <param name="Finding">What it calls it.</param>
public sealed record EvidenceInfected(string Finding) : Error
{
    /// <inheritdoc/>
    public override string Code => "Evidence.Infected";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Finding];
}

/// <summary>The stored bytes are not those that were recorded; nothing of them is handed out.</summary>
public sealed record EvidenceDamaged : Error
{
    /// <inheritdoc/>
    public override string Code => "Evidence.Damaged";
}

/// <summary>The file was erased when its time to be kept had ended.</summary>
public sealed record EvidenceGone : Error
{
    /// <inheritdoc/>
    public override string Code => "Evidence.Gone";
}
