using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Import;

/// <summary>Reads the imports of old cases, or one of them with what became of its rows.</summary>
public static class ViewCaseImports
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    private const int MostImports = 50;

    /// <summary>The last imports, the newest first.</summary>
    [Requires(Permission.ReviewCases)]
    public sealed record Query : IQuery<IReadOnlyList<CaseImport>>;

    /// <summary>One import.</summary>
    /// <param name="ImportId">The import.</param>
    /// <param name="Page">Which page of its rows, from 1.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record OneQuery(CaseImportId ImportId, int Page) : IQuery<One>;

    /// <summary>What became of every row, for a file.</summary>
    /// <param name="ImportId">The import.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record RowsQuery(CaseImportId ImportId) : IQuery<AllRows>;

    /// <summary>One import.</summary>
    /// <param name="Import">The import.</param>
    /// <param name="Issues">Rows that are no case or came in before.</param>
    /// <param name="Owners">Who may get the open cases.</param>
    public sealed record One(CaseImport Import, Page<Row> Issues, IReadOnlyList<Owner> Owners);

    /// <summary>What became of every row.</summary>
    /// <param name="Import">The import.</param>
    /// <param name="Rows">In the order of the file.</param>
    public sealed record AllRows(CaseImport Import, IReadOnlyList<Row> Rows);

    /// <summary>What became of a row.</summary>
    /// <param name="At">Row of the file.</param>
    /// <param name="Number">How it calls the case.</param>
    /// <param name="CaseNumber">The case that it became, now or before.</param>
    /// <param name="WasKnown">Whether it came in before.</param>
    /// <param name="Faults">What is wrong.</param>
    public sealed record Row(int At, string? Number, string? CaseNumber, bool WasKnown, IReadOnlyList<CaseRowFault> Faults);

    /// <summary>Somebody who may own cases.</summary>
    /// <param name="Id">Who.</param>
    /// <param name="Name">His name.</param>
    public sealed record Owner(Guid Id, string Name);

    internal sealed class Handler(AppDb db, Actor actor) :
        IRequestHandler<Query, Result<IReadOnlyList<CaseImport>>>, IRequestHandler<OneQuery, Result<One>>, IRequestHandler<RowsQuery, Result<AllRows>>
    {
        public async Task<Result<IReadOnlyList<CaseImport>>> Handle(Query query, CancellationToken ct) =>
            await db.Set<CaseImport>().AsNoTracking().OrderByDescending(i => i.At).Take(MostImports).ToListAsync(ct);

        public async Task<Result<One>> Handle(OneQuery query, CancellationToken ct)
        {
            if (await FindAsync(query.ImportId, ct) is not { } import)
            {
                return new NotFound("CaseImport");
            }

            var owners = await db.People.WhoMayOwnCases().OrderBy(p => p.DisplayName).Select(p => new Owner(p.Id, p.DisplayName)).ToListAsync(ct);
            return new One(import, await Issues(import.Id).ToPageAsync(Math.Max(1, query.Page), PageSize, ct), owners);
        }

        public async Task<Result<AllRows>> Handle(RowsQuery query, CancellationToken ct)
        {
            if (await FindAsync(query.ImportId, ct) is not { } import)
            {
                return new NotFound("CaseImport");
            }

            var issues = await Issues(import.Id).ToListAsync(ct);
            var taken = await db.Set<CaseOrigin>().Where(o => o.ImportId == import.Id)
                .Join(db.Cases, o => o.CaseId, c => c.Id, (o, c) => new Row(o.Row, o.Number, c.Number, false, Array.Empty<CaseRowFault>())).ToListAsync(ct);
            return new AllRows(import, [.. issues.Concat(taken).OrderBy(r => r.At)]);
        }

        private Task<CaseImport?> FindAsync(CaseImportId id, CancellationToken ct) => db.Set<CaseImport>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct);

        private IQueryable<Row> Issues(CaseImportId id)
        {
            var cases = db.Cases.VisibleTo(actor);
            return db.Set<CaseImportIssue>().AsNoTracking().Where(i => i.ImportId == id).OrderBy(i => i.Row)
                .Select(i => new Row(i.Row, i.Number, cases.Where(c => c.Id == i.KnownAs).Select(c => c.Number).FirstOrDefault(), i.KnownAs != null, i.Faults));
        }
    }
}
