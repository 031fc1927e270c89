using System.Reflection;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Audit;

/// <summary>Records a refused command in a transaction of its own, because the command's own was rolled back.</summary>
internal sealed class AuditRefusalBehavior<TRequest, TResponse>(AppDb db, AuditChain chain, ActorContext context, WriteGate gate)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand
    where TResponse : Result
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        var result = await next();
        if (result.Error is { } error)
        {
            await RecordAsync(request, error, ct);
        }

        return result;
    }

    private async Task RecordAsync(TRequest request, Error error, CancellationToken ct)
    {
        using var turn = await gate.EnterAsync(ct);
        await db.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                db.ChangeTracker.Clear();
                await using var transaction = await db.Database.BeginTransactionAsync(token);
                await chain.AppendAsync(
                    context.Actor, MessageName.Of(typeof(TRequest)), AuditTarget.Of(request) ?? AuditTarget.Of(error), error.Code, token);
                await db.SaveChangesAsync(token);
                await transaction.CommitAsync(token);
            },
            ct);
    }
}

/// <summary>Records a command that was carried out, in the command's own transaction.</summary>
internal sealed class AuditBehavior<TRequest, TResponse>(AuditChain chain, ActorContext context) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand
    where TResponse : Result
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        var result = await next();
        if (result.Succeeded)
        {
            var target = AuditTarget.Of(request) ?? AuditTarget.Of(result.Payload);
            await chain.AppendAsync(context.Actor, MessageName.Of(typeof(TRequest)), target, AuditEntry.Done, ct);
        }

        return result;
    }
}

/// <summary>Finds the record that a message is about: the first typed id in it.</summary>
internal static class AuditTarget
{
    public static Guid? Of(object? message) => message switch
    {
        null => null,
        ITypedId id => id.Value,
        _ => FirstId(message.GetType())?.GetValue(message) is ITypedId found ? found.Value : null,
    };

    private static PropertyInfo? FirstId(Type type) => Cache.GetOrAdd(
        type,
        static t => t.GetProperties().FirstOrDefault(p =>
            p.GetIndexParameters().Length == 0 && typeof(ITypedId).IsAssignableFrom(Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType)));

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, PropertyInfo?> Cache = new();
}
