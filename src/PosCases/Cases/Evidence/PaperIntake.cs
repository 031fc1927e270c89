using PosCases.Cases.Evidence.Examination;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Evidence;

/// <summary>
/// The one way for a file into the house: its bytes are hashed and encrypted on the way to the disk, then its content is examined and scanned.
/// What is refused leaves nothing behind; what is taken still belongs to nobody until a row is written for it.
/// </summary>
public sealed class PaperIntake(Vault vault, FileExaminer examiner, VirusScanner scanner, EvidenceLimits limits)
{
    /// <summary>Takes a file in.</summary>
    /// <param name="content">The bytes, as they arrive.</param>
    /// <param name="label">What the sender calls it, cleaned.</param>
    /// <param name="owner">What it will belong to, e.g. the case; it can be read for nothing else.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>The file, whose bytes are safe; or why it is not taken in.</returns>
    public async Task<Result<StoredFile>> TakeAsync(Stream content, string label, Guid owner, CancellationToken ct) =>
        await vault.TakeAsync(content, limits.LargestFile, FileType.HeadLength, ct) is { } taken
            ? await SettleAsync(taken, label, owner, ct)
            : new FileTooLarge(limits.LargestFile / (1024 * 1024));

    /// <summary>Begins a file that arrives in parts; <see cref="SettleAsync"/> takes it once it is finished.</summary>
    public VaultUpload Begin() => vault.Begin(FileType.HeadLength);

    /// <summary>Examines and scans a file whose bytes have arrived, and binds it to its owner.</summary>
    public async Task<Result<StoredFile>> SettleAsync(Vault.Taken taken, string label, Guid owner, CancellationToken ct)
    {
        var kept = false;
        try
        {
            PausePoint.Reach("intake.before-examination");
            var examined = await ExamineAsync(taken, ct);
            if (!examined.Succeeded)
            {
                return examined.Error;
            }

            var scan = await ScanAsync(taken, ct);
            if (scan.State == FileScan.Infected)
            {
                return new EvidenceInfected(scan.Finding ?? "");
            }

            PausePoint.Reach("intake.before-row");
            kept = true;
            return new StoredFile(taken.Name, label, examined.Value.ContentType, taken.Size, taken.Sha256)
            {
                Wrapped = vault.Keep(taken, owner).Key,
                Scan = scan,
                Warnings = examined.Value.Warnings,
            };
        }
        finally
        {
            if (!kept)
            {
                vault.Discard(taken.Name);
            }
        }
    }

    /// <summary>Throws the bytes of a file away for which no row was written.</summary>
    public void Discard(StoredFile file) => vault.Discard(file.Key);

    private async Task<Result<Examined>> ExamineAsync(Vault.Taken taken, CancellationToken ct)
    {
        await using var content = await vault.LookAsync(taken, ct);
        return await examiner.ExamineAsync(content, taken.Head, ct);
    }

    private async Task<Scanned> ScanAsync(Vault.Taken taken, CancellationToken ct)
    {
        if (!scanner.IsThere)
        {
            return Scanned.Not;
        }

        await using var content = await vault.LookAsync(taken, ct);
        return await scanner.ScanAsync(content, ct);
    }
}
