using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Custody;
using PosCases.Cases.Transactions;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Previews;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Retention;

/// <summary>Why papers are erased.</summary>
public enum ErasureGround
{
    /// <summary>保存期限届满: the time for which they are kept has ended.</summary>
    Expired,

    /// <summary>个人要求删除: the person concerned asked for it (Personal Information Protection Law, Art. 47).</summary>
    Request,
}

/// <summary>
/// Erases papers of a closed case by destroying their keys: no copy of their bytes, wherever it lies, can be read again. Their names go too, and the
/// transactions that were imported, when their time has ended; what stays names nobody.
/// </summary>
public static class EraseEvidence
{
    /// <summary>Erases papers of a closed case.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Ground">Why: those whose time has ended, or all of them.</param>
    /// <param name="Reason">The words to it, without personal data.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(CaseId Id, Guid Version, ErasureGround Ground, string Reason) : Change<int>;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Ground).IsInEnum();
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(300);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, PreviewMaker previews, Forgetting forgetting, IEnumerable<ICaseForgetting> others) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Evidence).ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var (found, now) = (loaded.Value, clock.GetUtcNow());
            var today = ShanghaiTime.DateOf(now);
            var files = await db.Set<VaultFile>().Where(f => f.Owner == command.Id.Value && f.ErasedAt == null).ToDictionaryAsync(f => f.Name, ct);
            List<EvidenceItem> due =
                [.. found.Evidence.Where(i => files.ContainsKey(i.StorageKey) && (command.Ground == ErasureGround.Request || RetentionLibrary.DueOn(i, found) <= today))];
            var imports = await db.Set<TransactionImport>().Include(i => i.Stored).Where(i => i.CaseId == command.Id && i.ErasedAt == null).ToListAsync(ct);
            List<TransactionImport> lists = command.Ground == ErasureGround.Request || RetentionLibrary.TransactionsDueOn(found) <= today ? imports : [];
            if (due.Count + lists.Count == 0 && found is { ClosedAt: not null, HeldAt: null })
            {
                return new NotFound("Evidence");
            }

            var names = due.Select(i => i.FileName).Concat(lists.Select(i => i.FileName)).Where(n => n != EvidenceItem.NoName).ToHashSet(StringComparer.Ordinal);
            var recorded = found.RecordErasure(due, lists.Count, command.Reason.Trim(), actor, now);
            if (!recorded.Succeeded)
            {
                return recorded.Error;
            }

            foreach (var item in due)
            {
                Erase(files[item.StorageKey], now);
                db.Add(CustodyEntry.Of(item.Id, CustodyKind.Erased, actor, now));
            }

            // What was made of the papers goes with them: packs and dossiers.
            var kept = found.Evidence.Except(due).Select(i => i.StorageKey).Concat(imports.Except(lists).Select(i => i.StoreName)).ToHashSet(StringComparer.Ordinal);
            foreach (var made in files.Values.Where(f => f.ErasedAt is null && !kept.Contains(f.Name)))
            {
                Erase(made, now);
            }

            lists.ForEach(i => i.Erase(now));
            await forgetting.PapersAsync(command.Id, due, names, ct);
            if (lists.Count > 0)
            {
                await forgetting.TransactionsAsync(command.Id, ct);
            }

            // What people wrote about the case elsewhere goes when nothing of it is kept.
            if (command.Ground == ErasureGround.Request || kept.Count == 0)
            {
                foreach (var other in others)
                {
                    await other.ForgetAsync(command.Id, ct);
                }
            }

            return due.Count + lists.Count;
        }

        private void Erase(VaultFile file, DateTimeOffset at)
        {
            file.Erase(at);
            previews.Forget(file.Name);
        }
    }
}
