using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases.Reminders;
using PosCases.Cases.Retention;
using PosCases.Knowledge.Training;

namespace PosCases.Knowledge;

/// <summary>Registers what the knowledge base needs.</summary>
internal static class KnowledgeRegistration
{
    /// <summary>What the knowledge base needs beside handlers and validators.</summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services) => services
        .AddScoped<IMerchantData, KnowledgeData>()
        .AddSingleton<IReminderSource, UnreadArticles>()
        .AddSingleton<IReminderSource, EndingTrainings>();
}
