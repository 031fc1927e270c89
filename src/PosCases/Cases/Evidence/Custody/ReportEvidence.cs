using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Evidence.Custody;

/// <summary>Records what the system found out about stored bytes: the hash check, the scanner's word, a new key.</summary>
public static class ReportEvidence
{
    /// <summary>All bytes of a file were compared with its hash.</summary>
    /// <param name="File">Name in the store.</param>
    /// <param name="Intact">Whether they are alike.</param>
    /// <param name="Finding">What is wrong.</param>
    [Requires(Permission.RunJobs)]
    public sealed record CheckedCommand(string File, bool Intact, string? Finding) : Change;

    /// <summary>The scanner answered.</summary>
    /// <param name="File">Name in the store.</param>
    /// <param name="Scan">What it says.</param>
    [Requires(Permission.RunJobs)]
    public sealed record ScannedCommand(string File, Scanned Scan) : Change;

    /// <summary>A file's key was wrapped anew, or the file was encrypted under a new name.</summary>
    /// <param name="File">Name in the store.</param>
    [Requires(Permission.RunJobs)]
    public sealed record RekeyedCommand(string File) : Change
    {
        /// <summary>The file as it is to be read from now on; in no log and no receipt.</summary>
        [System.Text.Json.Serialization.JsonIgnore]
        public Vault.Kept? Now { get; init; }
    }

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<CheckedCommand>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.File).NotEmpty().MaximumLength(VaultFileMapping.NameLength);
            RuleFor(c => c.Finding).MaximumLength(500);
        }
    }

    /// <summary>Field rules.</summary>
    public sealed class ScannedValidator : AbstractValidator<ScannedCommand>
    {
        /// <summary>Sets the rules.</summary>
        public ScannedValidator() => RuleFor(c => c.File).NotEmpty().MaximumLength(VaultFileMapping.NameLength);
    }

    /// <summary>Field rules.</summary>
    public sealed class RekeyedValidator : AbstractValidator<RekeyedCommand>
    {
        /// <summary>Sets the rules.</summary>
        public RekeyedValidator() => RuleFor(c => c.File).NotEmpty().MaximumLength(VaultFileMapping.NameLength);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) :
        IRequestHandler<CheckedCommand, Result>, IRequestHandler<ScannedCommand, Result>, IRequestHandler<RekeyedCommand, Result>
    {
        public async Task<Result> Handle(CheckedCommand command, CancellationToken ct)
        {
            if (await FindAsync(command.File, ct) is not { } file)
            {
                return new NotFound("Evidence");
            }

            var now = clock.GetUtcNow();
            if (file.TakeCheck(command.Intact, now))
            {
                await TellAsync(command.File, command.Intact ? CustodyKind.Checked : CustodyKind.Damaged, CaseEventKind.EvidenceDamaged, command.Finding, ct);
            }
            else if (command.Intact)
            {
                await RecordAsync(command.File, CustodyKind.Checked, null, ct);
            }

            return Result.Ok;
        }

        public async Task<Result> Handle(ScannedCommand command, CancellationToken ct)
        {
            if (await FindAsync(command.File, ct) is not { } file)
            {
                return new NotFound("Evidence");
            }

            var before = file.Scan;
            file.TakeScan(command.Scan, clock.GetUtcNow());
            if (file.Scan != before)
            {
                await TellAsync(command.File, CustodyKind.Scanned, CaseEventKind.EvidenceInfected, command.Scan.Finding, ct);
            }

            return Result.Ok;
        }

        public async Task<Result> Handle(RekeyedCommand command, CancellationToken ct)
        {
            if (command.Now is not { Key: { } key } kept || await FindAsync(command.File, ct) is not { ErasedAt: null } file)
            {
                return new NotFound("Evidence");
            }

            if (kept.Name == file.Name)
            {
                file.TakeKey(key);
            }
            else
            {
                // The old bytes have no row any more and are swept.
                db.Add(VaultFile.Of(kept, new Scanned(file.Scan, file.ScanFinding), clock.GetUtcNow()));
                await db.SaveChangesAsync(ct);
                await db.Set<EvidenceItem>().Where(i => i.StorageKey == file.Name)
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.StorageKey, kept.Name), ct);
                db.Remove(file);
            }

            await RecordAsync(kept.Name, CustodyKind.Rekeyed, null, ct);
            return Result.Ok;
        }

        private Task<VaultFile?> FindAsync(string name, CancellationToken ct) => db.Set<VaultFile>().SingleOrDefaultAsync(f => f.Name == name, ct);

        private async Task RecordAsync(string file, CustodyKind kind, string? why, CancellationToken ct)
        {
            var item = await db.Set<EvidenceItem>().Where(i => i.StorageKey == file).Select(i => (EvidenceItemId?)i.Id).SingleOrDefaultAsync(ct);
            if (item is { } id)
            {
                db.Add(CustodyEntry.Of(id, kind, actor, clock.GetUtcNow(), why));
            }
        }

        // Bad news goes to the case too, from where the desk is called.
        private async Task TellAsync(string file, CustodyKind kind, CaseEventKind news, string? why, CancellationToken ct)
        {
            await RecordAsync(file, kind, why, ct);
            var isBad = kind == CustodyKind.Damaged || (kind == CustodyKind.Scanned && why is not null);
            if (!isBad || await db.Set<EvidenceItem>().SingleOrDefaultAsync(i => i.StorageKey == file, ct) is not { } item)
            {
                return;
            }

            var found = await db.Cases.SingleAsync(c => c.Id == item.CaseId, ct);
            found.ReportFile(item, news, why, actor, clock.GetUtcNow());
        }
    }
}
