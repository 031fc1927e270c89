using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Communication;
using PosCases.Cases.Conversation;
using PosCases.Cases.Evidence;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Data;

namespace PosCases.Cases.Search;

/// <summary>Gathers the words by which cases and merchants are found. Numbers that are shown masked are not among them, only their last four digits.</summary>
internal static class SearchTexts
{
    /// <summary>The entries of these cases, not stored yet.</summary>
    public static async Task<List<SearchEntry>> OfCasesAsync(AppDb db, IReadOnlyCollection<CaseId> ids, CancellationToken ct)
    {
        var cases = await db.Cases.Where(c => ids.Contains(c.Id))
            .Join(db.Merchants, c => c.MerchantId, m => m.Id, (c, m) => new { c.Id, c.Number, c.MerchantId, c.FiledAt, Merchant = m.Name, c.Told })
            .OrderBy(c => c.FiledAt).ToListAsync(ct);
        var heads = await HeadsAsync(db, ids, ct);
        List<SearchEntry> found = [.. cases.Select(c => Entry(SearchKind.Case, c.Id, false, c.FiledAt, [c.Number, c.Merchant, .. heads[c.Id], c.Told.Wording, c.Told.ReasonText]))];

        found.AddRange((await db.Set<EvidenceItem>().Where(i => ids.Contains(i.CaseId) && i.Status != EvidenceStatus.TakenBack)
            .Select(i => new { i.CaseId, i.FileName, i.At }).ToListAsync(ct))
            .Select(i => Entry(SearchKind.Evidence, i.CaseId, false, i.At, [i.FileName])));
        found.AddRange((await db.Set<CommunicationEntry>().Where(e => ids.Contains(e.CaseId))
            .Select(e => new { e.CaseId, e.SharedWithMerchant, e.At, e.Summary, e.Promise, e.Counterpart, e.Reference }).ToListAsync(ct))
            .Select(e => Entry(SearchKind.Communication, e.CaseId, !e.SharedWithMerchant, e.At, [e.Summary, e.Promise, e.Counterpart, e.Reference])));
        found.AddRange((await db.Set<CaseMessage>().Where(m => ids.Contains(m.CaseId)).Select(m => new { m.CaseId, m.At, m.Text }).ToListAsync(ct))
            .Select(m => Entry(SearchKind.Message, m.CaseId, false, m.At, [m.Text])));
        found.AddRange((await db.Notes.Where(n => ids.Contains(n.CaseId)).Select(n => new { n.CaseId, n.At, n.Text }).ToListAsync(ct))
            .Select(n => Entry(SearchKind.Note, n.CaseId, true, n.At, [n.Text])));
        return found;

        SearchEntry Entry(SearchKind kind, CaseId id, bool isInternal, DateTimeOffset at, IEnumerable<string?> words) => new()
        {
            Kind = kind,
            CaseId = id,
            MerchantId = cases.Find(c => c.Id == id)!.MerchantId,
            IsInternal = isInternal,
            At = at,
            Text = Joined(words),
        };
    }

    /// <summary>The entries of these merchants, not stored yet.</summary>
    public static async Task<List<SearchEntry>> OfMerchantsAsync(AppDb db, IReadOnlyCollection<MerchantId> ids, CancellationToken ct)
    {
        var found = await db.Merchants.AsNoTracking().Where(m => ids.Contains(m.Id))
            .Include(m => m.Numbers).Include(m => m.Stores).Include(m => m.Terminals).Include(m => m.Contacts).Include(m => m.Accounts)
            .AsSplitQuery().ToListAsync(ct);
        return [.. found.Select(m => new SearchEntry
        {
            Kind = SearchKind.Merchant,
            CaseId = null,
            MerchantId = m.Id,
            IsInternal = false,
            At = m.CreatedAt,
            Text = Joined(
            [
                m.Name, m.UnifiedCreditCode, m.Region, m.Address,
                .. m.Numbers.Select(n => n.Value), .. m.Stores.Select(s => s.Name), .. m.Terminals.SelectMany(t => new[] { t.Number, t.SerialNumber, t.Brand, t.Model }),
                .. m.Contacts.Select(c => c.Name), .. m.Accounts.SelectMany(a => new[] { a.BankName, a.LastFour }),
            ]),
        })];
    }

    private static async Task<ILookup<CaseId, string?>> HeadsAsync(AppDb db, IReadOnlyCollection<CaseId> ids, CancellationToken ct)
    {
        var institutions = db.Institutions;
        var measures = await db.Set<Measure>().Where(m => ids.Contains(m.CaseId))
            .Select(m => new
            {
                m.CaseId,
                m.DocumentNumber,
                m.AccountTail,
                m.TerminalNumber,
                m.Region,
                Institution = m.InstitutionName ?? institutions.Where(i => i.Id == m.InstitutionId).Select(i => i.Name).FirstOrDefault(),
            }).ToListAsync(ct);
        var parties = await db.Set<Party>().Where(p => ids.Contains(p.CaseId))
            .Join(institutions, p => p.InstitutionId, i => i.Id, (p, i) => new { p.CaseId, i.Name }).ToListAsync(ct);
        return measures.SelectMany(m => new[] { m.Institution, m.DocumentNumber, m.AccountTail, m.TerminalNumber, m.Region }.Select(word => (m.CaseId, Word: word)))
            .Concat(parties.Select(p => (p.CaseId, Word: (string?)p.Name)))
            .Distinct()
            .ToLookup(w => w.CaseId, w => w.Word);
    }

    private static string Joined(IEnumerable<string?> words)
    {
        var text = SearchTerms.Normal(string.Join('\n', words.Where(w => !string.IsNullOrWhiteSpace(w)).Select(w => w!.Trim()).Distinct()));
        return text.Length <= SearchEntry.TextLength ? text : text[..(char.IsHighSurrogate(text[SearchEntry.TextLength - 1]) ? SearchEntry.TextLength - 1 : SearchEntry.TextLength)];
    }
}
