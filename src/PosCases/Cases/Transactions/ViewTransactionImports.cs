using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions;

/// <summary>Reads the imports of a case, or one of them with the rows that wait to be mended.</summary>
public static class ViewTransactionImports
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 20;

    /// <summary>The imports of a case, the newest first.</summary>
    /// <param name="Number">Number of the case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(string Number) : IQuery<View>;

    /// <summary>One import.</summary>
    /// <param name="Number">Number of the case.</param>
    /// <param name="ImportId">The import.</param>
    /// <param name="Page">Which page of its rows to be mended, from 1.</param>
    [Requires(Permission.ViewCases)]
    public sealed record OneQuery(string Number, TransactionImportId ImportId, int Page) : IQuery<One>;

    /// <summary>All rows of an import that could not be taken in, for a file of their own.</summary>
    /// <param name="Number">Number of the case.</param>
    /// <param name="ImportId">The import.</param>
    [Requires(Permission.ViewCases)]
    public sealed record RowsQuery(string Number, TransactionImportId ImportId) : IQuery<One>;

    /// <summary>The imports of a case.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Imports">The imports.</param>
    /// <param name="Institutions">Institutions to choose from; those of the case first.</param>
    public sealed record View(ViewTransactions.Heading Case, IReadOnlyList<TransactionImport> Imports, IReadOnlyList<Choice> Institutions);

    /// <summary>An institution.</summary>
    /// <param name="Id">The institution.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="IsOnCase">Whether the case knows it already.</param>
    public sealed record Choice(InstitutionId Id, string Name, bool IsOnCase);

    /// <summary>One import.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Import">The import.</param>
    /// <param name="Institution">Name of the institution.</param>
    /// <param name="Issues">Rows to be mended.</param>
    public sealed record One(ViewTransactions.Heading Case, TransactionImport Import, string? Institution, Page<ImportIssue> Issues);

    internal sealed class Handler(AppDb db, Actor actor, ImportLimits limits) :
        IRequestHandler<Query, Result<View>>, IRequestHandler<OneQuery, Result<One>>, IRequestHandler<RowsQuery, Result<One>>
    {
        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            if (await db.HeadingAsync(query.Number, actor, ct) is not { } heading)
            {
                return new NotFound("Case");
            }

            var imports = await db.TransactionImports.AsNoTracking().Where(i => i.CaseId == heading.Id).OrderByDescending(i => i.At).ToListAsync(ct);
            var ofCase = db.Cases.Where(c => c.Id == heading.Id);
            var choices = await db.Set<Institution>()
                .Select(i => new
                {
                    i.Id,
                    i.Name,
                    IsOnCase = ofCase.Any(c => c.Parties.Any(p => p.InstitutionId == i.Id) || c.Measures.Any(m => m.InstitutionId == i.Id)),
                })
                .OrderByDescending(i => i.IsOnCase).ThenBy(i => i.Name).ToListAsync(ct);
            return new View(heading, imports, [.. choices.Select(c => new Choice(c.Id, c.Name, c.IsOnCase))]);
        }

        public Task<Result<One>> Handle(OneQuery query, CancellationToken ct) => ReadAsync(query.Number, query.ImportId, Math.Max(1, query.Page), PageSize, ct);

        public Task<Result<One>> Handle(RowsQuery query, CancellationToken ct) => ReadAsync(query.Number, query.ImportId, 1, limits.MostIssues + limits.BatchRows * limits.BatchesOfRun, ct);

        private async Task<Result<One>> ReadAsync(string number, TransactionImportId id, int page, int size, CancellationToken ct)
        {
            if (await db.HeadingAsync(number, actor, ct) is not { } heading)
            {
                return new NotFound("Case");
            }

            if (await db.TransactionImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.CaseId == heading.Id, ct) is not { } import)
            {
                return new NotFound("Import");
            }

            var institution = await db.Set<Institution>().Where(i => i.Id == import.InstitutionId).Select(i => i.Name).SingleOrDefaultAsync(ct);
            var issues = await db.ImportIssues.AsNoTracking().Where(i => i.ImportId == id && i.State == IssueState.Open).OrderBy(i => i.Row).ToPageAsync(page, size, ct);
            return new One(heading, import, institution, issues);
        }
    }
}
