using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Transactions;

/// <summary>Hands out the list of disputed transactions; a command, so that it is in the audit trail who took it.</summary>
public static class ExportDisputes
{
    /// <summary>Hands out the list.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Command(CaseId Id) : Change<int>;

    /// <summary>The list of disputed transactions, the oldest first.</summary>
    /// <param name="Number">Number of the case.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Query(string Number) : IQuery<View>;

    /// <summary>The list.</summary>
    /// <param name="Case">The case.</param>
    /// <param name="Rows">The transactions.</param>
    public sealed record View(ViewTransactions.Heading Case, IReadOnlyList<ViewTransactions.Row> Rows);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result<int>>, IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<int>> Handle(Command command, CancellationToken ct) =>
            await db.Cases.VisibleTo(actor).AnyAsync(c => c.Id == command.Id, ct)
                ? await db.Disputes.CountAsync(d => d.CaseId == command.Id, ct)
                : new NotFound("Case");

        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            if (await db.HeadingAsync(query.Number, actor, ct) is not { } heading)
            {
                return new NotFound("Case");
            }

            var disputed = db.Filtered(heading.Id, new TransactionFilter { Flag = TransactionMark.Disputed }, []);
            var rows = await ViewTransactions.Handler.Rows(db, disputed).ToListAsync(ct);
            rows.Reverse();
            return new View(heading, rows);
        }
    }
}
