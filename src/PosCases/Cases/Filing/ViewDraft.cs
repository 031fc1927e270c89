using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Filing;

/// <summary>Reads one's drafts.</summary>
public static class ViewDraft
{
    /// <summary>Reads a draft of one's own.</summary>
    /// <param name="DraftId">The draft.</param>
    [Requires(Permission.FileCases)]
    public sealed record Query(Guid DraftId) : IQuery<Draft>;

    /// <summary>Lists one's drafts, last saved first.</summary>
    [Requires(Permission.FileCases)]
    public sealed record ListQuery : IQuery<IReadOnlyList<Draft>>;

    /// <summary>A draft.</summary>
    /// <param name="Id">Id.</param>
    /// <param name="Merchant">The merchant, once known.</param>
    /// <param name="MerchantName">His name.</param>
    /// <param name="Form">The answers so far.</param>
    /// <param name="SavedAt">Saved at.</param>
    public sealed record Draft(Guid Id, MerchantId? Merchant, string? MerchantName, FilingForm Form, DateTimeOffset SavedAt);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Draft>>, IRequestHandler<ListQuery, Result<IReadOnlyList<Draft>>>
    {
        public async Task<Result<Draft>> Handle(Query query, CancellationToken ct) =>
            await Own().SingleOrDefaultAsync(d => d.Id == query.DraftId, ct) is { } draft ? await ToViewAsync(draft, ct) : new NotFound("Draft");

        public async Task<Result<IReadOnlyList<Draft>>> Handle(ListQuery query, CancellationToken ct)
        {
            List<Draft> drafts = [];
            foreach (var draft in await Own().OrderByDescending(d => d.SavedAt).ToListAsync(ct))
            {
                drafts.Add(await ToViewAsync(draft, ct));
            }

            return drafts;
        }

        private IQueryable<CaseDraft> Own() => db.Drafts.AsNoTracking().Where(d => d.PersonId == actor.Id);

        private async Task<Draft> ToViewAsync(CaseDraft draft, CancellationToken ct)
        {
            var name = draft.MerchantId is { } merchant
                ? await db.Set<Merchant>().Where(m => m.Id == merchant).Select(m => m.Name).SingleOrDefaultAsync(ct)
                : null;
            return new Draft(draft.Id, draft.MerchantId, name, draft.Form, draft.SavedAt);
        }
    }
}
