using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PosCases.Platform.Tools;

/// <summary>Says once at the start which tools are there and which are not.</summary>
internal sealed partial class ToolReport(ExternalTools tools, ILogger<ToolReport> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var tool in Enum.GetValues<Tool>())
        {
            if (tools.PathOf(tool) is { } path)
            {
                Found(log, tool, path);
            }
            else
            {
                Missing(log, tool);
            }
        }

        if (!tools.Limits || !tools.CutsNetwork)
        {
            Loose(log, tools.Limits, tools.CutsNetwork);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(60, LogLevel.Information, "{Tool} is at {Path}")]
    private static partial void Found(ILogger log, Tool tool, string path);

    [LoggerMessage(61, LogLevel.Warning, "{Tool} is not on this machine; what needs it is not offered")]
    private static partial void Missing(ILogger log, Tool tool);

    [LoggerMessage(62, LogLevel.Warning, "Tools are held less than they could be: limits by the system {Limits}, network cut {CutsNetwork}")]
    private static partial void Loose(ILogger log, bool limits, bool cutsNetwork);
}
