using System.Security.Cryptography;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Platform.Messages;

/// <summary>Answers a repeated command from its receipt. Runs inside the transaction, so the receipt and the effect are one.</summary>
internal sealed class IdempotencyBehavior<TRequest, TResponse>(AppDb db, ActorContext context, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand
    where TResponse : Result, IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType()));
        var message = MessageName.Of(typeof(TRequest));
        var receipts = db.Set<CommandReceipt>();
        var earlier = await receipts.AsNoTracking().SingleOrDefaultAsync(r => r.CommandId == request.CommandId, ct);
        if (earlier is not null)
        {
            return earlier.ActorId == context.Actor.Id && earlier.Message == message && earlier.PayloadHash.AsSpan().SequenceEqual(hash)
                ? TResponse.Restored(earlier.Answer)
                : TResponse.Refused(new CommandIdReused());
        }

        var result = await next();
        if (result.Succeeded)
        {
            receipts.Add(new CommandReceipt
            {
                CommandId = request.CommandId,
                ActorId = context.Actor.Id,
                Message = message,
                PayloadHash = hash,
                Answer = result.Store(),
                At = clock.GetUtcNow(),
            });
        }

        return result;
    }
}
