using Microsoft.Extensions.Diagnostics.HealthChecks;
using PosCases.Platform.Tools;

namespace PosCases.Web.Hosting;

/// <summary>Degraded while a program of the operating system is missing: what needs it is not offered, all else works.</summary>
internal sealed class ToolHealth(ExternalTools tools) : IHealthCheck
{
    /// <summary>Marks this check among the others.</summary>
    public const string Tag = "tools";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var all = Enum.GetValues<Tool>();
        var found = all.ToDictionary(t => t.ToString(), object (t) => tools.PathOf(t) ?? "missing", StringComparer.Ordinal);
        Tool[] missing = [.. all.Where(t => !tools.IsThere(t))];
        return Task.FromResult(missing.Length == 0
            ? HealthCheckResult.Healthy("All tools are there.", found)
            : HealthCheckResult.Degraded("Missing: " + string.Join(", ", missing), data: found));
    }

    /// <summary>Writes the state and where each tool is.</summary>
    public static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new { status = report.Status.ToString(), tools = report.Entries.SelectMany(e => e.Value.Data).ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal) },
        http.RequestAborted);
}
