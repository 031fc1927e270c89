using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Platform.Outbox;

/// <summary>Shows an administrator what could not be delivered.</summary>
public static class ListParked
{
    /// <summary>How many messages are shown at most; the newest ones.</summary>
    public const int Most = 200;

    /// <summary>Reads the parked messages; what they say is not shown, because it may concern cases.</summary>
    [Requires(Permission.Operate)]
    public sealed record Query : IQuery<Answer>;

    /// <summary>What is stuck and what is still under way.</summary>
    /// <param name="Parked">The last parked first.</param>
    /// <param name="Waiting">Messages neither delivered nor parked.</param>
    public sealed record Answer(IReadOnlyList<Row> Parked, int Waiting);

    /// <summary>One message that was given up.</summary>
    /// <param name="Id">The message.</param>
    /// <param name="Kind">Names the consumer.</param>
    /// <param name="CreatedAt">When its cause was committed.</param>
    /// <param name="Attempts">How often delivery was tried.</param>
    /// <param name="ParkedAt">Given up at.</param>
    /// <param name="LastError">Code or type of the last failure.</param>
    public sealed record Row(Guid Id, string Kind, DateTimeOffset CreatedAt, int Attempts, DateTimeOffset ParkedAt, string? LastError);

    internal sealed class Handler(AppDb db) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var open = db.Outbox.AsNoTracking().Where(m => m.DoneAt == null);
            var parked = await open
                .Where(m => m.ParkedAt != null)
                .OrderByDescending(m => m.ParkedAt).ThenBy(m => m.CreatedAt)
                .Take(Most)
                .Select(m => new Row(m.Id, m.Kind, m.CreatedAt, m.Attempts, m.ParkedAt!.Value, m.LastError))
                .ToListAsync(ct);
            return new Answer(parked, await open.CountAsync(m => m.ParkedAt == null, ct));
        }
    }
}
