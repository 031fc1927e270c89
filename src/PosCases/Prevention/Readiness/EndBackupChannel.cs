using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Readiness;

/// <summary>Gives a back-up channel up; its tries stay on record.</summary>
public static class EndBackupChannel
{
    /// <summary>Gives it up.</summary>
    /// <param name="Id">The channel.</param>
    /// <param name="Version">The version that the user saw.</param>
    [Requires(Permission.EditMerchants)]
    public sealed record Command(BackupChannelId Id, Guid Version) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindChannelAsync(command.Id, command.Version, actor, ct);
            if (found.Succeeded)
            {
                found.Value.End(clock.GetUtcNow());
            }

            return found;
        }
    }
}

internal static class ChannelAccess
{
    /// <summary>A channel in use within one's scope, in order to change it.</summary>
    public static async Task<Result<BackupChannel>> FindChannelAsync(this AppDb db, BackupChannelId id, Guid version, Actor actor, CancellationToken ct)
    {
        var merchants = db.Merchants.VisibleTo(actor);
        var found = await db.BackupChannels.Where(c => merchants.Any(m => m.Id == c.MerchantId)).SingleOrDefaultAsync(c => c.Id == id && c.EndedAt == null, ct);
        return found is null ? new NotFound(nameof(BackupChannel)) : found.Version != version ? new Conflict() : found;
    }
}
