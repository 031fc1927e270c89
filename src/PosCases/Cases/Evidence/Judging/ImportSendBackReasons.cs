using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence.Judging;

/// <summary>Enters the product's reasons that are not there yet. What is there stays as people edited it, so it may run on every start.</summary>
public static class ImportSendBackReasons
{
    /// <summary>Enters what is missing.</summary>
    [Requires(Permission.RunJobs)]
    public sealed record Command : Change;

    internal sealed class Handler(AppDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var known = await db.SendBackReasons.Select(r => new { r.Code, r.Position }).ToListAsync(ct);
            var next = known.Count == 0 ? 0 : known.Max(r => r.Position) + 1;
            db.SendBackReasons.AddRange(SendBackReasons.All
                .Where(e => known.All(r => r.Code != e.Code))
                .Select((e, index) => SendBackReason.Enter(e.Code, new SendBackText(e.Text.Zh, e.Text.En, e.Papers), next + index)));
            return Result.Ok;
        }
    }
}
