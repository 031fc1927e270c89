using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PosCases.IntegrationTests.Platform.Data;

/// <summary>What EF sends to the database for whatever is awaited between its making and its end; other tests are not heard.</summary>
internal sealed class RecordedSql : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<RecordedSql?> Now = new();

    private readonly List<Statement> statements = [];
    private readonly List<IDisposable> ends = [];

    public RecordedSql()
    {
        Now.Value = this;
        ends.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>In the order in which they were sent.</summary>
    public IReadOnlyList<Statement> Statements => statements;

    public void Dispose()
    {
        Now.Value = null;
        ends.ForEach(end => end.Dispose());
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            ends.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: var command } && value.Key == RelationalEventId.CommandExecuting.Name && Now.Value == this)
        {
            statements.Add(new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))]));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    /// <summary>One statement and what was put into it.</summary>
    public sealed record Statement(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);
}
