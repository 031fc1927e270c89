using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(PosCases.DeskBench.Floor))]

namespace PosCases.DeskBench;

/// <summary>
/// In the app's own process: records the SQL of a request that asks for it, and runs that very SQL again through ADO.NET, writing the rows
/// as JSON. That is the floor: the least that an answer from this database costs.
/// </summary>
public sealed class Floor : IHostingStartup, IStartupFilter
{
    /// <summary>A request with this header has its SQL recorded under the name it gives.</summary>
    public const string RecordHeader = "X-Bench-Record";

    private static readonly AsyncLocal<List<Recorded>?> Recording = new();
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Recorded>> Known = new(StringComparer.Ordinal);
    private static string connectionString = "";

    /// <inheritdoc/>
    public void Configure(IWebHostBuilder builder)
    {
        DiagnosticListener.AllListeners.Subscribe(new Listeners());
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));
    }

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(AnswerAsync);
        next(app);
    };

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "";
        if (path.StartsWith("/bench/floor/", StringComparison.Ordinal))
        {
            await ReplayAsync(context, path["/bench/floor/".Length..]);
        }
        else if (path.StartsWith("/bench/write/", StringComparison.Ordinal))
        {
            var name = path["/bench/write/".Length..];
            await Writes.ReplayAsync(context, name, Known[name], connectionString);
        }
        else if (path.StartsWith("/bench/recorded/", StringComparison.Ordinal))
        {
            await context.Response.WriteAsJsonAsync(Known[path["/bench/recorded/".Length..]].Select(r => r.Sql));
        }
        else if (path == "/bench/heap")
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            await context.Response.WriteAsync(GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture));
        }
        else if (path == "/bench/sql")
        {
            await ScalarAsync(context);
        }
        else if (context.Request.Headers.TryGetValue(RecordHeader, out var name))
        {
            List<Recorded> recorded = [];
            Recording.Value = recorded;
            await next(context);
            Recording.Value = null;
            Known[name.ToString()] = recorded;
        }
        else
        {
            await next(context);
        }
    }

    private static async Task ReplayAsync(HttpContext context, string name)
    {
        context.Response.ContentType = "application/json";
        await using SqliteConnection connection = new(connectionString);
        await connection.OpenAsync();
        await using Utf8JsonWriter json = new(context.Response.BodyWriter);
        json.WriteStartArray();
        foreach (var recorded in Known[name])
        {
            json.WriteStartArray();
            await using var command = connection.CreateCommand();
            command.CommandText = recorded.Sql;
            foreach (var (parameter, value) in recorded.Parameters)
            {
                command.Parameters.AddWithValue(parameter, value ?? DBNull.Value);
            }

            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                WriteRow(json, reader);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, SqliteDataReader reader)
    {
        json.WriteStartArray();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            switch (reader.GetValue(i))
            {
                case long number:
                    json.WriteNumberValue(number);
                    break;
                case double number:
                    json.WriteNumberValue(number);
                    break;
                case string text:
                    json.WriteStringValue(text);
                    break;
                case byte[] bytes:
                    json.WriteBase64StringValue(bytes);
                    break;
                default:
                    json.WriteNullValue();
                    break;
            }
        }

        json.WriteEndArray();
    }

    // One value, for the bench to find its way about the data.
    private static async Task ScalarAsync(HttpContext context)
    {
        using StreamReader body = new(context.Request.Body);
        await using SqliteConnection connection = new(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = await body.ReadToEndAsync();
        await context.Response.WriteAsync(Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) ?? "");
    }

    private sealed class Listeners : IObserver<DiagnosticListener>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
            {
                value.Subscribe(new Commands()!);
            }
        }
    }

    private sealed class Commands : IObserver<KeyValuePair<string, object?>>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted", Value: CommandExecutedEventData executed })
            {
                connectionString = executed.Command.Connection!.ConnectionString;
                Recording.Value?.Add(new(
                    executed.Command.CommandText, [.. executed.Command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value is DBNull ? null : p.Value))]));
            }
        }
    }
}
