using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions;

/// <summary>Reads one page of a case's transactions with the totals of all that the filter lets through.</summary>
public static class ViewTransactions
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 30;

    /// <summary>Reads one page, the newest first.</summary>
    /// <param name="Number">Number of the case.</param>
    /// <param name="Filter">Which transactions.</param>
    /// <param name="Page">Which page, from 1.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(string Number, TransactionFilter? Filter, int Page) : IQuery<View>;

    /// <summary>Reads what stands above every page about them.</summary>
    /// <param name="Number">Number of the case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record HeadingQuery(string Number) : IQuery<Heading>;

    /// <summary>Reads one transaction.</summary>
    /// <param name="Number">Number of the case.</param>
    /// <param name="TransactionId">The transaction.</param>
    [Requires(Permission.ViewCases)]
    public sealed record OneQuery(string Number, Guid TransactionId) : IQuery<Row>;

    /// <summary>One page and what stands around it.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Page">The transactions.</param>
    /// <param name="Totals">By kind and state.</param>
    /// <param name="Terminals">Terminals to filter by.</param>
    public sealed record View(Heading Case, Page<Row> Page, IReadOnlyList<Total> Totals, IReadOnlyList<string> Terminals);

    /// <summary>What a page about a case's transactions says above all.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="MerchantName">Whose it is.</param>
    /// <param name="IsOpen">Whether anything may still be added.</param>
    /// <param name="Since">Since when the measure is in force; none while unknown.</param>
    /// <param name="Transactions">How many transactions the case has.</param>
    /// <param name="OpenRows">How many rows wait to be mended.</param>
    public sealed record Heading(CaseId Id, string Number, string MerchantName, bool IsOpen, DateOnly? Since, int Transactions, int OpenRows);

    /// <summary>A transaction with what people say of it.</summary>
    /// <param name="Transaction">The transaction.</param>
    /// <param name="Dispute">What is said of it; none when it is not disputed.</param>
    /// <param name="HasSlip">Whether a slip of it was confirmed.</param>
    public sealed record Row(CaseTransaction Transaction, DisputedTransaction? Dispute, bool HasSlip);

    /// <summary>A sum.</summary>
    /// <param name="Kind">Of this kind.</param>
    /// <param name="State">That ended so.</param>
    /// <param name="Count">How many.</param>
    /// <param name="Amount">In yuan.</param>
    /// <param name="Fees">In yuan, as far as the exports tell them.</param>
    public sealed record Total(TransactionKind Kind, TransactionState State, int Count, decimal Amount, decimal Fees);

    internal sealed class Handler(AppDb db, Actor actor) :
        IRequestHandler<Query, Result<View>>, IRequestHandler<HeadingQuery, Result<Heading>>, IRequestHandler<OneQuery, Result<Row>>
    {
        private const int MostTerminals = 50;

        public async Task<Result<Heading>> Handle(HeadingQuery query, CancellationToken ct) =>
            await db.HeadingAsync(query.Number, actor, ct) is { } heading ? heading : new NotFound("Case");

        public async Task<Result<Row>> Handle(OneQuery query, CancellationToken ct) =>
            await db.HeadingAsync(query.Number, actor, ct) is not { } heading ? new NotFound("Case")
            : await Rows(db, db.Transactions.AsNoTracking().Where(t => t.CaseId == heading.Id && t.Id == query.TransactionId)).SingleOrDefaultAsync(ct) is { } row ? row
            : new NotFound("Transaction");

        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            if (await db.HeadingAsync(query.Number, actor, ct) is not { } heading)
            {
                return new NotFound("Case");
            }

            var filter = query.Filter ?? new TransactionFilter();
            IReadOnlyList<Guid> signalled = filter.Flag == TransactionMark.Signal ? await Signals.LastCheck.FoundAsync(db, heading.Id, filter.Signal, ct) : [];
            var found = db.Filtered(heading.Id, filter, signalled);
            var page = await Rows(db, found).ToPageAsync(Math.Max(1, query.Page), PageSize, ct);
            var totals = await TotalsOf(found).ToListAsync(ct);
            var terminals = await db.Transactions.Where(t => t.CaseId == heading.Id && t.Terminal != null)
                .Select(t => t.Terminal!).Distinct().OrderBy(t => t).Take(MostTerminals).ToListAsync(ct);
            return new View(heading, page, [.. totals.OrderBy(t => t.Kind).ThenBy(t => t.State)], terminals);
        }

        internal static IQueryable<Row> Rows(AppDb db, IQueryable<CaseTransaction> found)
        {
            var (disputes, slips) = (db.Disputes.AsNoTracking(), db.Slips.AsNoTracking());
            return from t in found
                   orderby t.At descending, t.Id
                   select new Row(t, disputes.FirstOrDefault(d => d.TransactionId == t.Id), slips.Any(s => s.TransactionId == t.Id));
        }

        internal static IQueryable<Total> TotalsOf(IQueryable<CaseTransaction> found) =>
            found.GroupBy(t => new { t.Kind, t.State }).Select(g => new Total(g.Key.Kind, g.Key.State, g.Count(), g.Sum(t => t.Amount), g.Sum(t => t.Fee ?? 0m)));
    }
}

internal static class TransactionHeadings
{
    /// <summary>What stands above every page about a case's transactions; none when the actor may not see the case.</summary>
    public static Task<ViewTransactions.Heading?> HeadingAsync(this AppDb db, string number, Actor actor, CancellationToken ct)
    {
        var (transactions, issues, merchants) = (db.Transactions, db.ImportIssues, db.Set<Merchant>());
        return db.Cases.VisibleTo(actor).Where(c => c.Number == number)
            .Select(c => new ViewTransactions.Heading(
                c.Id,
                c.Number,
                merchants.Where(m => m.Id == c.MerchantId).Select(m => m.Name).First(),
                c.Status != CaseStatus.Closed,
                c.Measures.OrderByDescending(m => m.IsConfirmed).ThenBy(m => m.RecordedAt).Select(m => m.Since).FirstOrDefault(),
                transactions.Count(t => t.CaseId == c.Id),
                issues.Count(i => i.CaseId == c.Id && i.State == IssueState.Open)))
            .SingleOrDefaultAsync(ct);
    }
}
