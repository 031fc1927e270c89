namespace PosCases.Web.Cases.Transactions;

/// <summary>Registers what the screens of transactions ask for.</summary>
internal static class TransactionScreens
{
    /// <summary>Adds their words and the intake of exports.</summary>
    public static IServiceCollection AddTransactionScreens(this IServiceCollection services) =>
        services.AddSingleton(new ErrorTexts(typeof(TransactionText))).AddScoped<TransactionEndpoints.Intake>();
}
