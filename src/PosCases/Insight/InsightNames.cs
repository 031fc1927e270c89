using Microsoft.EntityFrameworkCore;
using PosCases.Institutions;
using PosCases.Platform.Data;

namespace PosCases.Insight;

internal static class InsightNames
{
    /// <summary>Names of institutions by their ids as keys.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> InstitutionNamesAsync(this AppDb db, IEnumerable<string> keys, CancellationToken ct)
    {
        var ids = keys.Where(k => k.Length > 0).Distinct(StringComparer.Ordinal).Select(k => new InstitutionId(Guid.Parse(k))).ToList();
        return ids.Count == 0
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : await db.Institutions.Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Name }).ToDictionaryAsync(i => i.Id.Value.ToString("D"), i => i.Name, StringComparer.Ordinal, ct);
    }
}
