using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace PosCases.Platform.Data;

/// <summary>Points the context at its engine; the only place where the two engines differ.</summary>
public static class DatabaseSetup
{
    /// <summary>Assembly with the migrations for SQLite.</summary>
    public const string SqliteMigrations = "PosCases.Migrations.Sqlite";

    /// <summary>Assembly with the migrations for SQL Server.</summary>
    public const string SqlServerMigrations = "PosCases.Migrations.SqlServer";

    /// <summary>Registers the context with the configured engine.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, DatabaseOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<WriteGate>();
        services.AddSingleton<ChangeFeed>();

        // Begun here, on another thread: the rest is put together meanwhile.
        var model = Task.Run(() => CompiledModel(options.Provider));
        services.AddDbContextPool<AppDb>(
            (provider, builder) => builder.UseEngine(options).UseModel(model.GetAwaiter().GetResult()).AddInterceptors(provider.GetServices<ISaveChangesInterceptor>())
                // Counts stop at a number of rows; which rows they were does not matter, and an order would cost what stopping saves.
                .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning)));
        return services;
    }

    /// <summary>Configures the engine of one context.</summary>
    public static DbContextOptionsBuilder UseEngine(this DbContextOptionsBuilder builder, DatabaseOptions options) =>
        options.Provider switch
        {
            DatabaseProvider.Sqlite => builder
                .UseSqlite(Sqlite(options.ConnectionString), sqlite => sqlite
                    .MigrationsAssembly(SqliteMigrations).MaxBatchSize(options.MaxBatchSize).CommandTimeout(options.CommandTimeout))
                .AddInterceptors(SqlitePragmas.Instance),
            DatabaseProvider.SqlServer => builder
                .UseSqlServer(options.ConnectionString, server => server
                    .MigrationsAssembly(SqlServerMigrations).MaxBatchSize(options.MaxBatchSize).CommandTimeout(options.CommandTimeout)
                    .EnableRetryOnFailure(options.RetryCount)),
            _ => throw new InvalidOperationException($"Unknown database provider {options.Provider}."),
        };

    /// <summary>
    /// The model as it was compiled from the mappings (<c>eng/model.sh</c>). Making it anew takes ten times as long as reading it, and nearly half of the start.
    /// </summary>
    /// <param name="provider">Each engine has its own.</param>
    internal static IModel CompiledModel(DatabaseProvider provider)
    {
        var assembly = provider switch
        {
            DatabaseProvider.Sqlite => SqliteMigrations,
            DatabaseProvider.SqlServer => SqlServerMigrations,
            _ => throw new InvalidOperationException($"Unknown database provider {provider}."),
        };
        return Assembly.Load(assembly).GetType($"{assembly}.Compiled.{nameof(AppDb)}Model")?.GetProperty("Instance")?.GetValue(null) as IModel
            ?? throw new InvalidOperationException($"{assembly} has no compiled model: run eng/model.sh.");
    }

    private static string Sqlite(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true }.ToString();
}
