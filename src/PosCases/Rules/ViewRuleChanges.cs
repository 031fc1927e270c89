using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Rules;

/// <summary>Reads how a rule's card was changed, newest first.</summary>
public static class ViewRuleChanges
{
    /// <param name="Code">Which rule.</param>
    [Requires(Permission.ManageRules)]
    public sealed record Query(string Code) : IQuery<IReadOnlyList<Row>>;

    /// <summary>One change.</summary>
    public sealed record Row(DateTimeOffset At, string ByName, string Reason, RuleCard Before);

    internal sealed class Handler(AppDb db) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            if (!await db.Rules.AnyAsync(r => r.Code == query.Code, ct))
            {
                return new NotFound(nameof(Rule));
            }

            return await db.RuleChanges.Where(c => c.RuleCode == query.Code).OrderByDescending(c => c.Seq)
                .Select(c => new Row(c.At, c.ByName, c.Reason, c.Before)).ToListAsync(ct);
        }
    }
}
