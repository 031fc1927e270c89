using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Platform.Outbox;

/// <summary>An administrator has a parked message delivered after all.</summary>
public static class RetryParked
{
    /// <summary>Puts a parked message back; its schedule starts anew.</summary>
    /// <param name="Id">The message.</param>
    [Requires(Permission.Operate)]
    public sealed record Command(Guid Id) : Change;

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var outbox = db.Outbox;
            if (await outbox.SingleOrDefaultAsync(m => m.Id == command.Id && m.ParkedAt != null, ct) is not { } parked)
            {
                return new NotFound("OutboxMessage");
            }

            parked.Retry(clock.GetUtcNow());
            return Result.Ok;
        }
    }
}
