using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;

namespace PosCases.Playbooks;

/// <summary>
/// The published playbooks of this host, each read and parsed once: a version never changes. What is published and what is retired is asked
/// every time.
/// </summary>
internal sealed class PlaybookShelf
{
    private readonly ConcurrentDictionary<Key, PlaybookDocument> documents = [];

    /// <summary>Every version, with whether it is retired.</summary>
    public async Task<IReadOnlyList<(PlaybookDocument Document, bool IsRetired)>> AllAsync(AppDb db, CancellationToken ct)
    {
        var known = await db.Playbooks.Select(p => new { p.Code, p.Version, p.PublishedAt, IsRetired = p.RetiredAt != null }).ToListAsync(ct);
        var keys = known.ConvertAll(p => (Key: new Key(p.Code, p.Version, p.PublishedAt), p.IsRetired));
        if (keys.Exists(k => !documents.ContainsKey(k.Key)))
        {
            foreach (var version in await db.Playbooks.AsNoTracking().ToListAsync(ct))
            {
                documents.TryAdd(new Key(version.Code, version.Version, version.PublishedAt), version.Document);
            }
        }

        return keys.ConvertAll(k => (documents[k.Key], k.IsRetired));
    }

    // The hour tells apart what was published in a transaction that was taken back from what came later under the same number.
    private sealed record Key(string Code, int Version, DateTimeOffset PublishedAt);
}
