using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PosCases.AfterCare;
using PosCases.Audit;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Incidents;
using PosCases.Insight;
using PosCases.Knowledge;
using PosCases.Letters;
using PosCases.Merchants.Identifiers;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Documents;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Previews;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;
using PosCases.Platform.Tools;
using PosCases.Playbooks;
using PosCases.Prevention;
using PosCases.Remedies;
using PosCases.Supervision;
using PosCases.Team;
using PosCases.Team.Cover;

namespace PosCases;

/// <summary>The one registration entry of the core.</summary>
public static class PosCasesRegistration
{
    /// <summary>Registers the platform, every handler and validator of this assembly, and each noun's own services.</summary>
    public static IServiceCollection AddPosCases(this IServiceCollection services, PosCasesOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(WorkCalendar.WeekendsOnly);
        services.AddDatabase(options.Database);
        services.AddSingleton<Door>();
        services.AddScoped<ActorContext>();
        services.AddScoped(provider => provider.GetRequiredService<ActorContext>().Actor);
        services.AddScoped<AuditChain>();
        services.AddScoped<AuditVerifier>();
        services.AddPeople();
        services.AddCalendar();
        services.AddCases(options.Cases, options.Evidence);
        services.AddIncidents(options.Incidents);
        services.AddInsight();
        services.AddAfterCare();
        services.AddPrevention();
        services.AddKnowledge();
        services.AddTeam();
        services.AddSupervision();
        services.AddSingleton(options.Mail);
        services.AddSingleton(new FileStoreOptions { Folder = options.EvidenceFolder });
        services.AddSingleton(options.Storage);
        services.AddSingleton<IFileStore>(provider => options.Storage.Bucket is { Length: > 0 }
            ? new S3FileStore(options.Storage)
            : new FileStore(provider.GetRequiredService<FileStoreOptions>()));
        services.AddSingleton(_ => new KeyRing(options.Encryption));
        services.AddSingleton<Vault>();
        services.AddSingleton(options.Scanner);
        services.AddSingleton<VirusScanner>();
        services.AddSingleton(_ => new ExternalTools(options.Tools));
        services.AddHostedService<ToolReport>();
        services.AddSingleton<PdfPrinter>();
        services.AddSingleton(options.Previews);
        services.AddSingleton<PreviewMaker>();
        services.AddSingleton<Blackening>();
        services.AddSingleton<Cases.Packs.ICoverLetters, CoverLetters>();
        services.AddSingleton<PlaybookShelf>();
        services.AddScoped<CasePlanner>();
        services.AddPipeline();
        services.AddHandlersAndValidators();
        services.AddSingleton<OutboxPump>();
        services.AddSingleton(options.Background);
        services.AddSingleton<JobHost>();
        services.AddHostedService(provider => provider.GetRequiredService<JobHost>());
        return services;
    }

    /// <summary>In the order in which a message meets them; the reasons stand in docs/decisions.</summary>
    private static void AddPipeline(this IServiceCollection services)
    {
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuditRefusalBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorizationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(CardDataBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(CommitBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(IdempotencyBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuditBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AwayBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(NextRouteBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ReplanBehavior<,>));
    }

    /// <summary>MediatR 5.1 brings no registration of its own (docs/decisions).</summary>
    private static void AddHandlersAndValidators(this IServiceCollection services)
    {
        foreach (var type in typeof(PosCasesRegistration).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var service in type.GetInterfaces().Where(IsHandlerOrValidator))
            {
                services.AddTransient(service, type);
            }
        }
    }

    private static bool IsHandlerOrValidator(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() is var open)
        && (open == typeof(IRequestHandler<,>)
            || (open == typeof(IValidator<>) && type.GetGenericArguments()[0].IsAssignableTo(typeof(IBaseRequest))));
}
