using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace PosCases.Web.Design;

/// <summary>Registers what the shared components ask for.</summary>
public static class DesignServices
{
    /// <summary>Adds localization, the clock, the toasts of one circuit and an encoder that leaves Chinese readable.</summary>
    public static IServiceCollection AddDesign(this IServiceCollection services)
    {
        services.AddLocalization();
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<Toasts>();
        // Chinese text as text: as entities it would be three times as large. The usual characters stay escaped.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        return services;
    }
}
