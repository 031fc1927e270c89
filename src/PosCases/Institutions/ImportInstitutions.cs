using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Institutions;

/// <summary>
/// Enters the library's institutions that are not in the directory yet. What is there stays as people edited it, so it may run
/// on every start.
/// </summary>
public static class ImportInstitutions
{
    /// <param name="WithDemo">The invented ones too.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(bool WithDemo) : Change;

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var known = await db.Institutions.Where(i => i.Code != null).Select(i => i.Code).ToHashSetAsync(ct);
            var now = clock.GetUtcNow();
            foreach (var entry in InstitutionLibrary.Load().Where(e => (command.WithDemo || !e.Demo) && !known.Contains(e.Code)))
            {
                var entered = Institution.Enter(entry.Profile, entry.Code, entry.Demo, now);
                foreach (var channel in entry.Channels)
                {
                    entered.AddChannel(channel, now);
                }

                db.Institutions.Add(entered);
            }

            return Result.Ok;
        }
    }
}
