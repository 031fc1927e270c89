using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks.Editing;

/// <summary>Publishes a draft as the next version of its playbook; never by the one who wrote it last.</summary>
public static class ApprovePlaybookDraft
{
    /// <summary>Publishes a draft. New cases take it from now on; running ones keep theirs until somebody moves them.</summary>
    /// <param name="Id">The draft.</param>
    /// <param name="Version">The version that the user saw.</param>
    [Requires(Permission.ManagePlaybooks)]
    public sealed record Command(PlaybookDraftId Id, Guid Version) : Change<int>;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.FindDraftAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var draft = loaded.Value;
            if (draft.RefuseReviewBy(actor) is { } refused)
            {
                return refused;
            }

            var newest = await db.Playbooks.Where(p => p.Code == draft.Code).MaxAsync(p => (int?)p.Version, ct) ?? 0;
            var document = draft.Document with { Version = newest + 1 };
            db.Playbooks.Add(PlaybookVersion.Approved(document, draft.EditedByName, actor.Name, clock.GetUtcNow()));
            db.PlaybookDrafts.Remove(draft);
            return document.Version;
        }
    }
}
