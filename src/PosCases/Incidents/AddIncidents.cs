using Microsoft.Extensions.DependencyInjection;
using PosCases.Platform.Outbox;

namespace PosCases.Incidents;

/// <summary>Registers what incidents need.</summary>
internal static class IncidentsRegistration
{
    /// <summary>What incidents need beside handlers and validators, which are found by themselves.</summary>
    public static IServiceCollection AddIncidents(this IServiceCollection services, IncidentOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(SuggestIncident.JobOf(options));
        services.AddScoped<IOutboxConsumer, JointNoticeConsumer>();
        return services;
    }
}
