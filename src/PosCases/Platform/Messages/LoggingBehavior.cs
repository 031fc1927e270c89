using MediatR;
using Microsoft.Extensions.Logging;

namespace PosCases.Platform.Messages;

/// <summary>Logs each message's name, outcome and duration; never its content.</summary>
internal sealed partial class LoggingBehavior<TRequest, TResponse>(ILogger<Door> log, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TResponse : Result
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        var name = MessageName.Of(typeof(TRequest));
        var started = clock.GetTimestamp();
        try
        {
            var result = await next();
            MessageHandled(log, name, result.Error?.Code ?? "ok", clock.GetElapsedTime(started).TotalMilliseconds);
            return result;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            MessageFailed(log, failure, name, clock.GetElapsedTime(started).TotalMilliseconds);
            throw;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Message} {Outcome} in {Milliseconds:0.0} ms")]
    private static partial void MessageHandled(ILogger log, string message, string outcome, double milliseconds);

    [LoggerMessage(2, LogLevel.Error, "{Message} failed after {Milliseconds:0.0} ms")]
    private static partial void MessageFailed(ILogger log, Exception failure, string message, double milliseconds);
}
