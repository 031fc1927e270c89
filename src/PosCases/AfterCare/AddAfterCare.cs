using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases.Reminders;
using PosCases.Cases.Retention;

namespace PosCases.AfterCare;

/// <summary>Registers what after-care needs.</summary>
internal static class AfterCareRegistration
{
    /// <summary>What after-care needs beside handlers and validators. Asking for the libraries looks through their files: a fault stops the start.</summary>
    public static IServiceCollection AddAfterCare(this IServiceCollection services)
    {
        _ = (PreventionLibrary.Measures, QuestionnaireLibrary.Current);
        return services
            .AddScoped<IMerchantData, CareData>()
            .AddScoped<ICaseForgetting, CareData>()
            .AddSingleton<ISaveChangesInterceptor, CareQueue>()
            .AddSingleton<IReminderSource, OpenLookBacks>()
            .AddSingleton(BeginAfterCare.Job)
            .AddSingleton(RemindCareTask.Job)
            .AddSingleton(OpenLookBack.Job)
            .AddSingleton(FollowLookBack.Job);
    }
}
