using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases.Evidence;
using PosCases.Cases.Notices;
using PosCases.Platform.Outbox;

namespace PosCases.Cases;

internal static class CasesRegistration
{
    /// <summary>What cases need beside handlers and validators, which are found by themselves.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services, CaseOptions options, EvidenceLimits limits)
    {
        services.AddSingleton(options);
        services.AddSingleton(limits);
        services.AddSingleton<ISaveChangesInterceptor, CaseEventOutbox>();
        services.AddScoped<IOutboxConsumer, CaseNoticeConsumer>();
        services.AddSingleton(WakeDueCase.Job);
        services.AddSingleton(Measures.WatchRenewals.Job);
        return services;
    }
}
