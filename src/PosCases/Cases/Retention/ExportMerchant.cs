using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Conversation;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Custody;
using PosCases.Cases.Resolution;
using PosCases.Cases.Transactions;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Retention;

/// <summary>All data of a merchant, to be handed to him (Personal Information Protection Law, Art. 45): for his owner, or by a supervisor.</summary>
public static class ExportMerchant
{
    /// <summary>Begins an export. A command, so that it is in the audit trail and in the custody record of every paper.</summary>
    /// <param name="Id">The merchant.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(MerchantId Id) : Change;

    /// <summary>Reads what is exported.</summary>
    /// <param name="Id">The merchant.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Query(MerchantId Id) : IQuery<MerchantExport>;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, IEnumerable<IMerchantData> parts) : IRequestHandler<Command, Result>, IRequestHandler<Query, Result<MerchantExport>>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (!await MayAsync(command.Id, ct))
            {
                return new NotFound(nameof(Merchant));
            }

            var now = clock.GetUtcNow();
            foreach (var item in await ItemsOf(command.Id).Select(i => i.Id).ToListAsync(ct))
            {
                db.Add(CustodyEntry.Of(item, CustodyKind.Exported, actor, now, nameof(ExportMerchant)));
            }

            return Result.Ok;
        }

        public async Task<Result<MerchantExport>> Handle(Query query, CancellationToken ct)
        {
            if (!await MayAsync(query.Id, ct))
            {
                return new NotFound(nameof(Merchant));
            }

            var merchant = await db.Set<Merchant>().AsNoTracking()
                .Include(m => m.Numbers).Include(m => m.Stores).Include(m => m.Terminals).Include(m => m.Contacts).Include(m => m.Accounts).AsSplitQuery()
                .SingleAsync(m => m.Id == query.Id, ct);
            var cases = await db.Cases.VisibleTo(actor).AsNoTracking().Where(c => c.MerchantId == query.Id).WithEverythingFor(desk: false).AsSplitQuery()
                .OrderBy(c => c.Serial).ToListAsync(ct);
            List<object> told = [];
            foreach (var found in cases)
            {
                told.Add(await CaseAsync(found, ct));
            }

            List<MerchantShare> shares = [];
            foreach (var part in parts)
            {
                shares.Add(await part.OfAsync(query.Id, ct));
            }

            var about = new
            {
                ExportedAt = clock.GetUtcNow(),
                Merchant = new
                {
                    merchant.Name,
                    Kind = $"{merchant.Kind}",
                    merchant.UnifiedCreditCode,
                    merchant.Mcc,
                    merchant.Region,
                    merchant.Address,
                    merchant.Phone,
                    merchant.CreatedAt,
                    Numbers = merchant.Numbers.Select(n => new { n.Value, n.CreatedAt, n.EndedAt }),
                    Stores = merchant.Stores.Select(s => new { s.Name, s.Address, s.CreatedAt, s.EndedAt }),
                    Terminals = merchant.Terminals.Select(t => new { t.Number, t.SerialNumber, t.Brand, t.Model, t.CreatedAt, t.EndedAt }),
                    Contacts = merchant.Contacts.Select(c => new { c.Name, c.Role, c.Phone, c.Email, c.CreatedAt, c.EndedAt }),
                    Accounts = merchant.Accounts.Select(a => new { a.BankName, a.Holder, a.LastFour, a.CreatedAt, a.EndedAt }),
                },
                Cases = told,
                Further = shares.ToDictionary(s => s.Name, s => s.Data, StringComparer.Ordinal),
            };
            return new MerchantExport(merchant.Name, about, [.. await FilesAsync(query.Id, ct), .. shares.SelectMany(s => s.Files)]);
        }

        // The owner his own, a supervisor any.
        private async Task<bool> MayAsync(MerchantId id, CancellationToken ct) =>
            actor.Role is Role.Supervisor or Role.MerchantOwner && await db.Set<Merchant>().VisibleTo(actor).AnyAsync(m => m.Id == id, ct);

        private IQueryable<EvidenceItem> ItemsOf(MerchantId id) => db.Cases.VisibleTo(actor).Where(c => c.MerchantId == id).SelectMany(c => c.Evidence);

        private async Task<object> CaseAsync(Case found, CancellationToken ct) => new
        {
            found.Number,
            Status = $"{found.Status}",
            Outcome = $"{found.Outcome}",
            found.FiledAt,
            found.ClosedAt,
            found.Told,
            Measures = found.Measures.Select(m => new { Kind = $"{m.Kind}", ImposedBy = $"{m.ImposedBy}", m.InstitutionName, m.DocumentNumber, m.Amount, m.AccountTail, m.Since, m.LiftedAt }),
            Papers = found.Evidence.Select(i => new { i.Code, i.FileName, i.ContentType, i.Size, i.Sha256, i.At, i.ByName, Status = $"{i.Status}", i.Reason }),
            Ledger = found.Ledger.Select(e => new { Kind = $"{e.Kind}", e.Amount, e.On, e.Proof }),
            Outcomes = found.Proposals.Where(p => p.State == ProposalState.Approved).Select(p => new { Outcome = $"{p.Outcome}", p.Statement, p.Advice, p.ReviewedAt }),
            Communications = found.Communications.Select(e => new { Medium = $"{e.Medium}", Direction = $"{e.Direction}", e.At, e.Counterpart, e.Summary, e.Promise }),
            Messages = await db.Set<CaseMessage>().Where(m => m.CaseId == found.Id).OrderBy(m => m.At).Select(m => new { m.At, m.AuthorName, m.FromMerchant, m.Text }).ToListAsync(ct),
            Events = await db.Set<CaseEvent>().AsNoTracking().Where(e => e.CaseId == found.Id && !e.DeskOnly).OrderBy(e => e.Seq).Select(e => new { e.At, e.Kind, e.ActorName, e.Details }).ToListAsync(ct),
            Transactions = await db.Set<CaseTransaction>().Where(t => t.CaseId == found.Id).OrderBy(t => t.At)
                .Select(t => new { t.At, t.Amount, t.Fee, t.Kind, t.State, t.Card, t.Reference, t.Terminal }).ToListAsync(ct),
        };

        private async Task<IReadOnlyList<ExportedFile>> FilesAsync(MerchantId id, CancellationToken ct)
        {
            var rows = await (
                from found in db.Cases.VisibleTo(actor)
                where found.MerchantId == id
                from item in found.Evidence
                join file in db.Set<VaultFile>() on item.StorageKey equals file.Name
                orderby found.Serial, item.At
                select new { found.Number, item, file }).AsNoTracking().ToListAsync(ct);
            return
            [
                .. rows.Where(r => r.file.MayBeRead).Select((r, at) => new ExportedFile(
                    $"{r.Number}/{at + 1:000} {r.item.FileName}",
                    new OpenedEvidence(r.item.FileName, r.item.ContentType, r.file.Scan, r.item.Warnings) { File = r.file.Kept })),
            ];
        }
    }
}

/// <summary>All data of a merchant.</summary>
/// <param name="Name">Name of the merchant.</param>
/// <param name="Data">What is known, to be written as JSON.</param>
/// <param name="Files">The papers that may be handed out.</param>
public sealed record MerchantExport(string Name, object Data, IReadOnlyList<ExportedFile> Files);

/// <summary>A paper in an export.</summary>
/// <param name="Path">Its path: number of the case, running number, name.</param>
/// <param name="Paper">The paper.</param>
public sealed record ExportedFile(string Path, OpenedEvidence Paper);
