using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Insight.Reports;
using PosCases.Platform.Mail;
using PosCases.Platform.Outbox;

namespace PosCases.Insight;

/// <summary>Registers what the figures need.</summary>
public static class InsightRegistration
{
    internal static IServiceCollection AddInsight(this IServiceCollection services) => services
        .AddSingleton<ISaveChangesInterceptor, FactQueue>()
        .AddSingleton<BoardCache>()
        .AddSingleton<FactKeeper>()
        .AddHostedService(provider => provider.GetRequiredService<FactKeeper>());

    /// <summary>Reports are made and mailed where there are words for them.</summary>
    /// <typeparam name="TWords">The words.</typeparam>
    public static IServiceCollection AddReports<TWords>(this IServiceCollection services)
        where TWords : class, IReportWords => services
        .AddSingleton<IReportWords, TWords>()
        .AddSingleton<ReportMaker>()
        .AddSingleton<Mailer>()
        .AddScoped<IOutboxConsumer, ReportMailConsumer>()
        .AddSingleton(SendReport.Job);
}
