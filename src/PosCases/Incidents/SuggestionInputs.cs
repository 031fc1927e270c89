using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Data;

namespace PosCases.Incidents;

/// <summary>Reads what suggestions are made from: along the index of filing, so many cases at most. Restricted cases are not among them.</summary>
internal static class SuggestionInputs
{
    public static async Task<IReadOnlyList<SuggestionInput>> ReadAsync(AppDb db, IncidentOptions options, DateTimeOffset now, CancellationToken ct)
    {
        var since = now.AddDays(-options.LookBackDays);
        var cases = await db.Set<Case>().AsNoTracking()
            .Where(c => c.FiledAt > since && !c.IsRestricted && c.Outcome != Outcome.Duplicate)
            .OrderByDescending(c => c.FiledAt).ThenByDescending(c => c.Serial).Take(options.MostLooked)
            .Select(c => new { c.Id, c.Serial, c.MerchantId, c.FiledAt, c.Status, c.Told }).ToListAsync(ct);
        var (ids, shops) = (cases.ConvertAll(c => c.Id), cases.Select(c => c.MerchantId).Distinct().ToList());
        var measures = (await db.Set<Measure>().Where(m => ids.Contains(m.CaseId))
            .Select(m => new { m.CaseId, m.RecordedAt, m.InstitutionId, m.TerminalNumber, m.Region }).ToListAsync(ct))
            .GroupBy(m => m.CaseId).ToDictionary(g => g.Key, g => g.OrderBy(m => m.RecordedAt).ToList());
        var terminals = (await db.Set<Terminal>().Where(t => shops.Contains(t.MerchantId) && t.Model != null)
            .Select(t => new { t.MerchantId, t.Number, t.Model }).ToListAsync(ct)).ToLookup(t => t.MerchantId);
        var regions = await db.Set<Merchant>().Where(m => shops.Contains(m.Id)).Select(m => new { m.Id, m.Region }).ToDictionaryAsync(m => m.Id, m => m.Region, ct);
        var known = measures.Values.SelectMany(m => m).Select(m => m.InstitutionId).OfType<InstitutionId>().Distinct().ToList();
        var names = await db.Set<Institution>().Where(i => known.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Name, ct);
        return cases.ConvertAll(c =>
        {
            var own = measures.GetValueOrDefault(c.Id) ?? [];
            var institution = own.Select(m => m.InstitutionId).FirstOrDefault(i => i is not null);
            var number = own.Select(m => m.TerminalNumber).FirstOrDefault(n => n is not null);
            var models = terminals[c.MerchantId].Where(t => number is null || t.Number == number).Select(t => t.Model).Distinct().ToList();
            return new SuggestionInput
            {
                Case = c.Id,
                IsOpen = c.Status != CaseStatus.Closed,
                Serial = c.Serial,
                Merchant = c.MerchantId,
                FiledAt = c.FiledAt,
                Institution = institution,
                InstitutionName = institution is { } id ? names.GetValueOrDefault(id) : null,
                // A shop with terminals of several models does not say which one it is about.
                TerminalModel = c.Told.Device?.Model ?? (models.Count == 1 ? models[0] : null),
                Region = own.Select(m => m.Region).FirstOrDefault(r => r is not null) ?? regions.GetValueOrDefault(c.MerchantId),
                Wording = c.Told.Wording ?? c.Told.ReasonText,
            };
        });
    }
}
