using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PosCases.Platform.Mail;
using PosCases.Platform.Outbox;

namespace PosCases.Cases.Reminders;

/// <summary>Registers what reminders need.</summary>
public static class RemindersRegistration
{
    internal static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddSingleton<IReminderSource, Papers.EndedPapers>()
        .AddSingleton<ReminderJob>()
        .AddSingleton(provider => provider.GetRequiredService<ReminderJob>().Job);

    /// <summary>Reminders are mailed where there are words for them.</summary>
    /// <typeparam name="TWords">The words.</typeparam>
    public static IServiceCollection AddReminderMail<TWords>(this IServiceCollection services)
        where TWords : class, IReminderWords
    {
        services.TryAddSingleton<Mailer>();
        return services.AddSingleton<IReminderWords, TWords>().AddScoped<IOutboxConsumer, ReminderMailConsumer>().AddSingleton(MailReminders.Job);
    }
}
