using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Calendar;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Evidence;
using PosCases.Cases.Notices;
using PosCases.Cases.Papers;
using PosCases.Cases.Relief;
using PosCases.Cases.Urgency;
using PosCases.Platform.Outbox;

namespace PosCases.Cases;

internal static class CasesRegistration
{
    /// <summary>What cases need beside handlers and validators, which are found by themselves.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services, CaseOptions options, EvidenceLimits limits)
    {
        services.AddSingleton(provider => options.Following(() => provider.GetRequiredService<Calendars>().Current));
        services.AddSingleton(limits);
        services.AddSingleton<ISaveChangesInterceptor, PriorityKeeper>();
        services.AddSingleton<ISaveChangesInterceptor, CaseEventOutbox>();
        services.AddScoped<IOutboxConsumer, CaseNoticeConsumer>();
        services.AddScoped<IOutboxConsumer, PaperReminderConsumer>();
        services.AddSingleton(RemindPaper.Job);
        services.AddSingleton(WakeDueCase.Job);
        services.AddSingleton(WeighCase.Job);
        services.AddSingleton(RemindRelief.JobOf(options));
        services.AddSingleton(EndRelief.Job);
        services.AddSingleton(CheckClocks.Job);
        services.AddSingleton(Measures.WatchRenewals.Job);
        return services;
    }
}
