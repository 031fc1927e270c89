using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;

namespace PosCases.Platform.Messages;

/// <summary>
/// One transaction a command: change, case event, audit entry, receipt and outbox rows are written together or not at all.
/// A refusal is rolled back, unless its error says that it keeps what it changed. A version conflict is a normal answer.
/// </summary>
internal sealed class CommitBehavior<TRequest, TResponse>(AppDb db, WriteGate gate, ChangeFeed feed)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand
    where TResponse : Result, IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        try
        {
            return await CommitAsync(next, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return TResponse.Refused(new Conflict());
        }
        catch (DbUpdateException clash) when (AppDb.IsUniqueViolation(clash))
        {
            // Two servers carried out the same thing at once (the same command id, the same number). The loser looks
            // again: either it finds the receipt of its twin, or it gets the handler's own refusal.
            return await RetryAsync(next, ct);
        }
    }

    private async Task<TResponse> RetryAsync(RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        try
        {
            return await CommitAsync(next, ct);
        }
        catch (DbUpdateException clash) when (clash is DbUpdateConcurrencyException || AppDb.IsUniqueViolation(clash))
        {
            return TResponse.Refused(new Conflict());
        }
    }

    private async Task<TResponse> CommitAsync(RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                db.ChangeTracker.Clear();
                db.TakeSignals();
                await using var transaction = await db.Database.BeginTransactionAsync(token);
                var result = await next();
                if (result.Succeeded || result.Error.KeepsChanges)
                {
                    await db.SaveChangesAsync(token);
                    await transaction.CommitAsync(token);
                    feed.Announce(db.TakeSignals());
                }
                else
                {
                    await transaction.RollbackAsync(token);
                    db.ChangeTracker.Clear();
                }

                return result;
            },
            ct);
    }
}
