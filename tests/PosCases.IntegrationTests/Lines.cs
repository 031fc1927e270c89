using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PosCases.IntegrationTests;

/// <summary>Keeps what was logged.</summary>
internal sealed class Lines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> written = new();

    public IReadOnlyCollection<string> Written => written;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        written.Enqueue(formatter(state, exception) + exception);

    public void Dispose()
    {
        // Nothing is held open.
    }
}
