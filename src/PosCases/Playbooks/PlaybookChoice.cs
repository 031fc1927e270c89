using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;

namespace PosCases.Playbooks;

/// <summary>Chooses the playbooks of a case.</summary>
internal static class PlaybookChoice
{
    /// <summary>Serves a case whose causes no other playbook serves.</summary>
    public const string Fallback = "abnormal-transactions";

    /// <summary>The newest version of every playbook that serves one of the causes, in the order of the causes.</summary>
    public static async Task<IReadOnlyList<PlaybookDocument>> ChooseAsync(AppDb db, IReadOnlyList<string> causes, CancellationToken ct)
    {
        var newest = (await db.Playbooks.AsNoTracking().ToListAsync(ct))
            .GroupBy(p => p.Code, StringComparer.Ordinal)
            .Select(g => g.MaxBy(p => p.Version)!)
            .Where(p => p.RetiredAt is null)
            .Select(p => p.Document)
            .ToList();
        var fitting = newest.Where(p => p.Causes.Any(causes.Contains)).OrderBy(p => causes.ToList().FindIndex(p.Causes.Contains)).ToList();
        return fitting.Count > 0 ? fitting : [newest.Single(p => p.Code == Fallback)];
    }
}
