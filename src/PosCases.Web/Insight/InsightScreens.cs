using PosCases.Insight;
using PosCases.Web.Cases;

namespace PosCases.Web.Insight;

/// <summary>Registers what the pages of figures ask for.</summary>
public static class InsightScreens
{
    /// <summary>Adds the words of figures and reports.</summary>
    public static IServiceCollection AddInsightScreens(this IServiceCollection services) =>
        services.AddSingleton(new ErrorTexts(typeof(InsightText))).AddScoped<InsightWords>().AddReports<ReportWords>();
}
