using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Calendar;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.CardSearch;
using PosCases.Cases.Evidence.Custody;
using PosCases.Cases.Evidence.Examination;
using PosCases.Cases.Notices;
using PosCases.Cases.Packs;
using PosCases.Cases.Papers;
using PosCases.Cases.Relief;
using PosCases.Cases.Reminders;
using PosCases.Cases.Search;
using PosCases.Cases.Transactions;
using PosCases.Cases.Urgency;
using PosCases.Platform.Data;
using PosCases.Platform.Outbox;

namespace PosCases.Cases;

/// <summary>Registers what cases need.</summary>
public static class CasesRegistration
{
    /// <summary>What cases need beside handlers and validators, which are found by themselves.</summary>
    internal static IServiceCollection AddCases(this IServiceCollection services, CaseOptions options, EvidenceLimits limits)
    {
        services.AddSingleton(provider => options.Following(() => provider.GetRequiredService<Calendars>().Current));
        services.AddSingleton(limits);
        services.AddSingleton<FileExaminer>();
        services.AddSingleton<PaperIntake>();
        services.AddSingleton<CustodyJobs>();
        services.AddSingleton<EvidenceReader>();
        services.AddScoped<EvidenceCustody>();
        services.AddScoped<Retention.Forgetting>();
        services.AddSingleton<ISaveChangesInterceptor, PriorityKeeper>();
        services.AddSingleton<ISaveChangesInterceptor, CaseEventOutbox>();
        services.AddScoped<IOutboxConsumer, CaseNoticeConsumer>();
        services.AddScoped<IOutboxConsumer, PaperReminderConsumer>();
        services.AddReminders();
        services.AddSingleton(RemindPaper.Job);
        services.AddSingleton(WakeDueCase.Job);
        services.AddSingleton(WeighCase.Job);
        services.AddSingleton(RemindRelief.JobOf(options));
        services.AddSingleton(EndRelief.Job);
        services.AddSingleton(CheckClocks.Job);
        services.AddSingleton(Measures.WatchRenewals.Job);
        services.AddSingleton<PackProgress>();
        services.AddSingleton<PackPrinter>();
        services.AddSingleton(provider => provider.GetRequiredService<CustodyJobs>().Scan);
        services.AddSingleton<CardSearcher>();
        services.AddSingleton<CardSearchJob>();
        services.AddSingleton(provider => provider.GetRequiredService<CardSearchJob>().Job);
        services.AddSingleton(provider => provider.GetRequiredService<CustodyJobs>().Check);
        services.AddSingleton(provider => provider.GetRequiredService<CustodyJobs>().Rekey);
        services.AddSingleton(provider => provider.GetRequiredService<CustodyJobs>().Sweep);
        services.AddSingleton<ISaveChangesInterceptor, SearchQueue>();
        services.AddSingleton(provider => SearchIndex.Of(provider.GetRequiredService<DatabaseOptions>().Provider));
        services.AddSingleton<SearchKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<SearchKeeper>());
        services.AddTransactions();
        services.AddSingleton<Import.CaseImportRun>();
        services.AddSingleton(provider => provider.GetRequiredService<Import.CaseImportRun>().Job);
        services.AddSingleton(Import.CaseImportRun.Plans);
        return services;
    }

    /// <summary>Packs are made where there are words for them.</summary>
    /// <typeparam name="TWords">The words.</typeparam>
    public static IServiceCollection AddPacks<TWords>(this IServiceCollection services)
        where TWords : class, IPackWords => services
        .AddSingleton<IPackWords, TWords>()
        .AddSingleton<PackMaker>()
        .AddSingleton(provider => provider.GetRequiredService<PackMaker>().Job);
}
