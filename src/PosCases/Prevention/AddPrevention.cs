using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases.Reminders;
using PosCases.Cases.Retention;
using PosCases.Prevention.Readiness;
using PosCases.Prevention.Watch;

namespace PosCases.Prevention;

/// <summary>Registers what precautions need.</summary>
internal static class PreventionRegistration
{
    /// <summary>What precautions need beside handlers and validators.</summary>
    public static IServiceCollection AddPrevention(this IServiceCollection services) => services
        .AddScoped<IMerchantData, PreventionData>()
        .AddSingleton<IReminderSource, ChannelsToTest>()
        .AddSingleton<ISaveChangesInterceptor, PreCaseQueue>()
        .AddSingleton(ForgetWatchedTrades.Job)
        .AddSingleton<ReadWatchImports>()
        .AddSingleton(provider => provider.GetRequiredService<ReadWatchImports>().Job);
}
