using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PosCases.Cases.Transactions;

internal static class TransactionsRegistration
{
    /// <summary>What importing transactions needs beside handlers and validators.</summary>
    public static IServiceCollection AddTransactions(this IServiceCollection services)
    {
        services.TryAddSingleton(new ImportLimits());
        services.AddSingleton<TransactionFiles>();
        services.AddSingleton<ImportRun>();
        services.AddSingleton(provider => provider.GetRequiredService<ImportRun>().Job);
        return services;
    }
}
