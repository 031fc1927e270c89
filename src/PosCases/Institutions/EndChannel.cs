using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Institutions;

/// <summary>Marks a channel as no longer official; it is never removed.</summary>
public static class EndChannel
{
    /// <param name="Id">Which institution.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Channel">Which channel.</param>
    [Requires(Permission.ManageInstitutions)]
    public sealed record Command(InstitutionId Id, Guid Version, InstitutionChannelId Channel) : Change;

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindInstitutionAsync(command.Id, command.Version, ct);
            return found.Error is { } refusal ? refusal : found.Value.EndChannel(command.Channel, clock.GetUtcNow());
        }
    }
}
