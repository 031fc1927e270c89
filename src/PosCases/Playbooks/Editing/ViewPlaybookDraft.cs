using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks.Editing;

/// <summary>Reads a draft with what is still wrong in it.</summary>
public static class ViewPlaybookDraft
{
    /// <summary>Reads a draft.</summary>
    /// <param name="Id">The draft.</param>
    [Requires(Permission.ManagePlaybooks)]
    public sealed record Query(PlaybookDraftId Id) : IQuery<Details>;

    /// <summary>A draft as the actor sees it.</summary>
    /// <param name="Draft">The draft, for reading only.</param>
    /// <param name="Document">What it says.</param>
    /// <param name="Faults">What is still wrong in it.</param>
    /// <param name="Published">The newest published document of the same code, to compare with.</param>
    /// <param name="MayReview">Whether the actor may approve or return it now.</param>
    public sealed record Details(
        PlaybookDraft Draft, PlaybookDocument Document, IReadOnlyList<PlaybookFault> Faults, PlaybookDocument? Published, bool MayReview);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Details>>
    {
        public async Task<Result<Details>> Handle(Query query, CancellationToken ct)
        {
            var draft = await db.PlaybookDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == query.Id, ct);
            if (draft is null)
            {
                return new NotFound("PlaybookDraft");
            }

            var published = await db.Playbooks.AsNoTracking()
                .Where(p => p.Code == draft.Code).OrderByDescending(p => p.Version).FirstOrDefaultAsync(ct);
            var document = draft.Document;
            return new Details(draft, document, PlaybookCheck.FaultsOf(document), published?.Document, draft.RefuseReviewBy(actor) is null);
        }
    }
}
