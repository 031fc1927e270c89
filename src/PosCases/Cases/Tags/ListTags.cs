using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Tags;

/// <summary>Names the tags in use, to choose from instead of inventing a second spelling; and those of a case.</summary>
public static class ListTags
{
    /// <summary>Most tags named.</summary>
    public const int Most = 100;

    /// <summary>Names the tags in use, in order of their characters.</summary>
    [Requires(Permission.WorkCases)]
    public sealed record Query : IQuery<IReadOnlyList<string>>;

    /// <summary>Names the tags of a case.</summary>
    /// <param name="Id">The case.</param>
    [Requires(Permission.WorkCases)]
    public sealed record OfCaseQuery(CaseId Id) : IQuery<IReadOnlyList<string>>;

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<IReadOnlyList<string>>>, IRequestHandler<OfCaseQuery, Result<IReadOnlyList<string>>>
    {
        // Jumps from word to word in the index: what lies between is not read, however many cases stand under one word.
        public async Task<Result<IReadOnlyList<string>>> Handle(Query query, CancellationToken ct)
        {
            List<string> found = [];
            var last = "";
            while (found.Count < Most
                && await db.Set<CaseTag>().Where(t => t.Text.CompareTo(last) > 0).OrderBy(t => t.Text).Select(t => t.Text).FirstOrDefaultAsync(ct) is { } next)
            {
                last = next;
                if (await db.Set<CaseTag>().AnyAsync(t => t.Text == next && t.IsOn, ct))
                {
                    found.Add(next);
                }
            }

            return found;
        }

        public async Task<Result<IReadOnlyList<string>>> Handle(OfCaseQuery query, CancellationToken ct) =>
            await db.Cases.VisibleTo(actor).AnyAsync(c => c.Id == query.Id, ct)
                ? await db.Set<CaseTag>().Where(t => t.CaseId == query.Id && t.IsOn).OrderBy(t => t.Text).Select(t => t.Text).ToListAsync(ct)
                : new NotFound("Case");
    }
}
