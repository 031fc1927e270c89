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

        // Begun here, on another thread: it takes longer than anything else at the start, and the rest is put together meanwhile.
        var model = Task.Run(() => BuildModel(options));
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

    private static IModel BuildModel(DatabaseOptions options)
    {
        DbContextOptionsBuilder<AppDb> builder = new();
        builder.UseEngine(options);
        using AppDb db = new(builder.Options);
        return db.Model;
    }

    private static string Sqlite(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true }.ToString();
}
