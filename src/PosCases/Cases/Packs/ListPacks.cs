using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Packs;

/// <summary>The packs of a case.</summary>
public static class ListPacks
{
    /// <summary>The packs of a case, the newest first.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(CaseId Id) : IQuery<IReadOnlyList<PackRow>>;

    internal sealed class Handler(AppDb db, Actor actor, PackProgress progress) : IRequestHandler<Query, Result<IReadOnlyList<PackRow>>>
    {
        public async Task<Result<IReadOnlyList<PackRow>>> Handle(Query query, CancellationToken ct)
        {
            if (!await db.Cases.VisibleTo(actor).AnyAsync(c => c.Id == query.Id, ct))
            {
                return new NotFound("Case");
            }

            var packs = await db.Set<CasePack>().AsNoTracking().Where(p => p.CaseId == query.Id).OrderByDescending(p => p.Number).ToListAsync(ct);
            var zips = packs.Select(p => p.ZipFile).ToList();
            var erased = await db.Set<VaultFile>().Where(f => zips.Contains(f.Name) && f.ErasedAt != null).Select(f => f.Name).ToListAsync(ct);
            return packs.ConvertAll(p => new PackRow(p, progress.Of(p.Id)) { IsErased = p.ZipFile is { } zip && erased.Contains(zip) });
        }
    }
}

/// <summary>A pack, and how far its making is.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Progress">Steps done and steps in all; none while it waits for its turn.</param>
public sealed record PackRow(CasePack Pack, (int Done, int Total)? Progress)
{
    /// <summary>Whether its files were erased.</summary>
    public bool IsErased { get; init; }
}

/// <summary>Opens a file of a pack.</summary>
public static class OpenPack
{
    /// <summary>Opens a file of a pack. A command, so that every fetching is in the audit trail.</summary>
    /// <param name="PackId">The pack.</param>
    /// <param name="Pdf">The PDF, or the zip.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(Guid PackId, bool Pdf) : Change<OpenedPack>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result<OpenedPack>>
    {
        public async Task<Result<OpenedPack>> Handle(Command command, CancellationToken ct)
        {
            var found = await (
                from pack in db.Set<CasePack>()
                join item in db.Cases.VisibleTo(actor) on pack.CaseId equals item.Id
                where pack.Id == command.PackId && pack.State == PackState.Ready
                select new { Pack = pack, item.Number }).AsNoTracking().SingleOrDefaultAsync(ct);
            var name = command.Pdf ? found?.Pack.PdfFile : found?.Pack.ZipFile;
            if (found is null || await db.Set<VaultFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Name == name, ct) is not { Kept: { } kept })
            {
                return new NotFound("Pack");
            }

            return new OpenedPack(found.Pack.CaseId, $"{found.Number}-{found.Pack.Number}", found.Pack.Kind) { File = kept };
        }
    }
}

/// <summary>A file of a pack that may be handed out.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Name">Label without ending.</param>
/// <param name="Kind">What it is.</param>
public sealed record OpenedPack(CaseId CaseId, string Name, PackKind Kind)
{
    /// <summary>What the vault needs to read it; kept out of receipts.</summary>
    [JsonIgnore]
    public Vault.Kept? File { get; init; }
}

/// <summary>How far the packs are that this node makes just now.</summary>
public sealed class PackProgress
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, (int Done, int Total)> known = new();

    /// <summary>Steps done and steps in all; none when it is not being made here.</summary>
    public (int Done, int Total)? Of(Guid pack) => known.TryGetValue(pack, out var found) ? found : null;

    internal void Set(Guid pack, int done, int total) => known[pack] = (done, total);

    internal void End(Guid pack) => known.TryRemove(pack, out _);
}
