using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PosCases.Web.Design;

/// <summary>Registers what the shared components ask for.</summary>
public static class DesignServices
{
    /// <summary>Adds localization, the clock and the toasts of one circuit.</summary>
    public static IServiceCollection AddDesign(this IServiceCollection services)
    {
        services.AddLocalization();
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<Toasts>();
        return services;
    }
}
