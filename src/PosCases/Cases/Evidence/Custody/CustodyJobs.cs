using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Evidence.Custody;

/// <summary>
/// Looks after stored files by itself: asks the scanner again, compares bytes with hashes, encrypts what is older than encryption, follows a change
/// of keys, sweeps bytes that no row points to. The slow part, reading files, is done before the command that records what was found.
/// </summary>
internal sealed partial class CustodyJobs(Vault vault, VirusScanner scanner, EvidenceLimits limits, ILogger<CustodyJobs> log)
{
    private const int Batch = 100;

    private static readonly TimeSpan OrphanAge = TimeSpan.FromHours(24);

    /// <summary>Asks the scanner again about what it has not answered, and about what came before there was one.</summary>
    public Job Scan => new("scan-evidence", TimeSpan.FromMinutes(1), ScanAsync);

    /// <summary>Compares all bytes with their hashes, each file once in <see cref="EvidenceLimits.CheckEvery"/>.</summary>
    public Job Check => new("check-evidence", TimeSpan.FromMinutes(10), CheckAsync);

    /// <summary>Encrypts what is older than encryption, and wraps keys under the present key.</summary>
    public Job Rekey => new("rekey-evidence", TimeSpan.FromMinutes(10), RekeyAsync);

    /// <summary>Removes bytes that no row points to, and those whose key was destroyed.</summary>
    public Job Sweep => new("sweep-evidence", TimeSpan.FromHours(1), SweepAsync);

    private async Task<IReadOnlyList<IRequest<Result>>> ScanAsync(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        if (!scanner.IsThere)
        {
            return [];
        }

        var waiting = await db.Set<VaultFile>().AsNoTracking()
            .Where(f => (f.Scan == FileScan.Waiting || f.Scan == FileScan.NotScanned) && f.ErasedAt == null && f.DamagedAt == null)
            .OrderByDescending(f => f.Scan).ThenBy(f => f.At)
            .Take(Batch)
            .ToListAsync(ct);
        List<IRequest<Result>> found = [];
        foreach (var file in waiting)
        {
            try
            {
                await using var content = await vault.OpenAsync(file.Kept!, ct);
                var scan = await scanner.ScanAsync(content, ct);
                if (scan.State == FileScan.Waiting)
                {
                    // The scanner is away; the others would only wait for it one after the other.
                    break;
                }

                found.Add(new ReportEvidence.ScannedCommand(file.Name, scan));
            }
            catch (FileDamagedException damaged)
            {
                found.Add(Damaged(file, damaged));
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<IRequest<Result>>> CheckAsync(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        var due = now - limits.CheckEvery;
        var files = await db.Set<VaultFile>().AsNoTracking()
            .Where(f => f.CheckedAt < due && f.ErasedAt == null)
            .OrderBy(f => f.CheckedAt)
            .Take(Batch)
            .ToListAsync(ct);
        List<IRequest<Result>> found = [];
        foreach (var file in files)
        {
            try
            {
                await vault.CheckAsync(file.Kept!, ct);
                found.Add(new ReportEvidence.CheckedCommand(file.Name, Intact: true, null));
            }
            catch (FileDamagedException damaged)
            {
                found.Add(Damaged(file, damaged));
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<IRequest<Result>>> RekeyAsync(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        var present = vault.PresentKey;
        var files = await db.Set<VaultFile>().AsNoTracking()
            .Where(f => f.KeyName != present && f.ErasedAt == null && f.DamagedAt == null)
            .OrderBy(f => f.At)
            .Take(Batch)
            .ToListAsync(ct);
        List<IRequest<Result>> found = [];
        foreach (var kept in files.Select(f => f.Kept!))
        {
            try
            {
                found.Add(new ReportEvidence.RekeyedCommand(kept.Name) { Now = await RekeyAsync(kept, ct) });
            }
            catch (FileDamagedException damaged)
            {
                DamageFound(kept.Name, damaged.Message);
                found.Add(new ReportEvidence.CheckedCommand(kept.Name, Intact: false, damaged.Message));
            }
        }

        return found;
    }

    // A file from before encryption is written anew under another name; the key of any other is only wrapped anew.
    private async Task<Vault.Kept> RekeyAsync(Vault.Kept kept, CancellationToken ct)
    {
        if (kept.Key is not null)
        {
            return kept with { Key = vault.Rewrap(kept) ?? kept.Key };
        }

        await using var content = await vault.OpenAsync(kept, ct);
        var taken = await vault.TakeAsync(content, long.MaxValue, 0, ct);
        return vault.Keep(taken!, kept.Owner);
    }

    private async Task<IReadOnlyList<IRequest<Result>>> SweepAsync(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        var swept = 0;
        await foreach (var names in vault.NamesBeforeAsync(now - OrphanAge, ct).Chunk(Batch).WithCancellation(ct))
        {
            var known = await db.Set<VaultFile>().Where(f => names.Contains(f.Name) && f.ErasedAt == null).Select(f => f.Name).ToListAsync(ct);
            foreach (var orphan in names.Except(known))
            {
                vault.Discard(orphan);
                swept++;
            }
        }

        if (swept > 0)
        {
            Swept(swept);
        }

        return [];
    }

    private ReportEvidence.CheckedCommand Damaged(VaultFile file, FileDamagedException damaged)
    {
        DamageFound(file.Name, damaged.Message);
        return new(file.Name, Intact: false, damaged.Message);
    }

    [LoggerMessage(41, LogLevel.Critical, "The stored file {Name} is not what was stored: {Finding}")]
    private partial void DamageFound(string name, string finding);

    [LoggerMessage(42, LogLevel.Information, "Swept {Count} files that no row points to")]
    private partial void Swept(int count);
}
