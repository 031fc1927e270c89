using Microsoft.AspNetCore.Components.Server;

namespace PosCases.Web.Hosting;

/// <summary>Limits of the staff's live connections.</summary>
internal static class Circuits
{
    /// <summary>How much a lost connection keeps, and for how long.</summary>
    public static void Limit(CircuitOptions circuits)
    {
        circuits.DisconnectedCircuitMaxRetained = 200;
        circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(5);
        circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(20);
    }

    /// <summary>Our own policy says who may frame a page; Blazor would add a second, wider one.</summary>
    public static void Send(ServerComponentsEndpointOptions endpoint) => endpoint.ContentSecurityFrameAncestorsPolicy = null;
}
