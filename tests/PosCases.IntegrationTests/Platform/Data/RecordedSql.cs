using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PosCases.IntegrationTests.Platform.Data;

/// <summary>What EF sends to the database for whatever is awaited between its making and its end; other tests are not heard.</summary>
internal sealed class RecordedSql : IDisposable
{
    private static readonly AsyncLocal<RecordedSql?> Now = new();
    private static readonly Lazy<IDisposable> Ear = new(() => DiagnosticListener.AllListeners.Subscribe(new Listener()));

    private readonly List<Statement> statements = [];

    public RecordedSql()
    {
        Listen();
        Now.Value = this;
    }

    /// <summary>In the order in which they were sent.</summary>
    public IReadOnlyList<Statement> Statements => statements;

    /// <summary>
    /// Begins to listen, once. EF remembers for a second that nobody does, and its pooled contexts live longer than that: call it before the
    /// first statement.
    /// </summary>
    public static void Listen() => _ = Ear.Value;

    public void Dispose() => Now.Value = null;

    /// <summary>One statement and what was put into it.</summary>
    public sealed record Statement(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);

    private sealed class Listener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData { Command: var command } && value.Key == RelationalEventId.CommandExecuting.Name)
            {
                Now.Value?.statements.Add(new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
