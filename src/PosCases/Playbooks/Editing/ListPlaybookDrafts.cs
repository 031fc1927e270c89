using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks.Editing;

/// <summary>Lists the drafts of playbooks.</summary>
public static class ListPlaybookDrafts
{
    /// <summary>Lists the drafts, the latest changed first.</summary>
    [Requires(Permission.ManagePlaybooks)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>One draft.</summary>
    /// <param name="Id">The draft.</param>
    /// <param name="Code">Code of its playbook.</param>
    /// <param name="Title">Title as it stands; may be empty.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="EditedByName">Who changed it last.</param>
    /// <param name="EditedAt">When.</param>
    public sealed record Row(PlaybookDraftId Id, string Code, Bilingual Title, DraftState State, string EditedByName, DateTimeOffset EditedAt);

    internal sealed class Handler(AppDb db) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct) =>
            (await db.PlaybookDrafts.AsNoTracking().OrderByDescending(d => d.EditedAt).ThenBy(d => d.Code).ToListAsync(ct))
                .ConvertAll(d => new Row(d.Id, d.Code, d.Document.Title, d.State, d.EditedByName, d.EditedAt));
    }
}
