using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks.Editing;

/// <summary>Throws a draft away; what is published stays.</summary>
public static class DiscardPlaybookDraft
{
    /// <summary>Throws a draft away.</summary>
    /// <param name="Id">The draft.</param>
    /// <param name="Version">The version that the user saw.</param>
    [Requires(Permission.ManagePlaybooks)]
    public sealed record Command(PlaybookDraftId Id, Guid Version) : Change;

    internal sealed class Handler(AppDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.FindDraftAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            db.PlaybookDrafts.Remove(loaded.Value);
            return Result.Ok;
        }
    }
}
