using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks.Editing;

/// <summary>Hands a draft without faults to a second supervisor.</summary>
public static class SubmitPlaybookDraft
{
    /// <summary>Hands a draft to a second supervisor.</summary>
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

            var faults = PlaybookCheck.FaultsOf(loaded.Value.Document);
            return faults.Count > 0 ? new PlaybookFaulty(faults) : loaded.Value.Submit();
        }
    }
}
