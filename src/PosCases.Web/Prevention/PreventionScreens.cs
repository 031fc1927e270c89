using PosCases.Prevention.Watch;
using PosCases.Web.Cases;
using PosCases.Web.Prevention.Readiness;
using PosCases.Web.Prevention.Trades;

namespace PosCases.Web.Prevention;

/// <summary>Registers and maps what the screens of precautions need.</summary>
internal static class PreventionScreens
{
    /// <summary>Adds the words and the files.</summary>
    public static IServiceCollection AddPreventionScreens(this IServiceCollection services) =>
        services.AddSingleton(new ErrorTexts(typeof(PreventionText))).AddSingleton(new ErrorTexts(typeof(Watch.WatchText))).AddSingleton(new ErrorTexts(typeof(Knowledge.Training.TrainingText))).AddPreCasePapers<Watch.PreCaseCopier>().AddScoped<Knowledge.Training.TrainingPaper>().AddScoped<TradePaper>().AddScoped<TradeFiles>().AddScoped<PlanPaper>();

    /// <summary>Maps the endpoints.</summary>
    public static void MapPreventionEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapTradeEndpoints();
        PlanPaper.Map(app);
        Knowledge.Training.TrainingPaper.Map(app);
        Knowledge.Training.TrainingSheetEndpoints.Map(app);
        Watch.WatchEndpoints.MapWatchEndpoints(app);
    }
}
