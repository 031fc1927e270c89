using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using PosCases.Platform.Data;
using PosCases.Web.Hosting;

namespace PosCases.IntegrationTests.Platform.Data;

/// <summary>What both engines have in common, shown without a server.</summary>
public sealed class ProviderTests
{
    [Fact]
    public void Both_engines_have_the_same_migrations_by_name()
    {
        using var sqlite = Context(DatabaseProvider.Sqlite);
        using var server = Context(DatabaseProvider.SqlServer);

        Assert.NotEmpty(sqlite.Database.GetMigrations());
        Assert.Equal(Names(sqlite), Names(server));

        static IEnumerable<string> Names(AppDb db) => db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void The_model_has_no_change_that_no_migration_carries(DatabaseProvider provider)
    {
        using var db = Context(provider);

        Assert.False(db.Database.HasPendingModelChanges(), "Run eng/migration.sh NAME.");
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void The_compiled_model_says_what_the_mappings_say(DatabaseProvider provider)
    {
        using var mapped = Context(provider);
        DbContextOptionsBuilder<AppDb> builder = new();
        builder.UseEngine(new DatabaseOptions { Provider = provider, ConnectionString = "Data Source=nowhere" }).UseModel(DatabaseSetup.CompiledModel(provider));
        using AppDb compiled = new(builder.Options);

        Assert.True(Said(mapped.Model) == Said(compiled.Model), "Run eng/model.sh.");

        // What the mappings say, and what becomes of each value on its way: the debug view leaves that out.
        static string Said(IModel model) => string.Join('\n', model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Select(p => (Property: p, Mapping: p.GetRelationalTypeMapping()))
            .Select(p => $"{p.Property.DeclaringType.Name}.{p.Property.Name}: {p.Mapping.StoreType} {p.Mapping.Converter?.GetType()} {p.Property.GetValueComparer().GetType()}")
            .Prepend(model.ToDebugString(MetadataDebugStringOptions.LongDefault)));
    }

    [Fact]
    public void The_script_for_SQL_Server_is_T_SQL()
    {
        using var db = Context(DatabaseProvider.SqlServer);

        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Contains("CREATE TABLE [Cases]", script, StringComparison.Ordinal);
        TSql.AssertParses(script);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void The_settings_of_the_section_Database_reach_the_engine(DatabaseProvider provider)
    {
        var options = Read(("Database:Provider", provider.ToString()), ("Database:MaxBatchSize", "7"), ("Database:CommandTimeout", "77"), ("Database:RetryCount", "3"));
        using var db = Context(options);

        Assert.Equal(7, RelationalOptionsExtension.Extract(db.GetService<IDbContextOptions>()).MaxBatchSize);
        Assert.Equal(77, db.Database.GetCommandTimeout());
        var strategy = db.Database.CreateExecutionStrategy();
        Assert.Equal(provider == DatabaseProvider.SqlServer, strategy.RetriesOnFailure);
        if (strategy is SqlServerRetryingExecutionStrategy retrying)
        {
            var count = typeof(ExecutionStrategy).GetProperty("MaxRetryCount", System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!;
            Assert.Equal(3, count.GetValue(retrying));
        }
    }

    [Fact]
    public void Two_settings_are_all_it_takes_to_switch_to_SQL_Server()
    {
        using var db = Context(Read(("Database:Provider", "SqlServer"), ("ConnectionStrings:Default", "Server=db.example;Database=cases")));

        Assert.True(db.Database.IsSqlServer());
        Assert.Contains("db.example", db.Database.GetConnectionString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_setting_it_is_a_file_in_the_data_folder_with_sensible_limits()
    {
        var options = Read(("Data:Folder", Path.GetTempPath()));

        Assert.Equal((DatabaseProvider.Sqlite, 100, 30, 4), (options.Provider, options.MaxBatchSize, options.CommandTimeout, options.RetryCount));
        Assert.Equal($"Data Source={Path.Combine(Path.GetTempPath(), "poscases.db")}", options.ConnectionString);
    }

    [Fact]
    public void SQL_Server_without_a_connection_is_refused_in_plain_words() =>
        Assert.Contains(
            "ConnectionStrings:Default",
            Assert.Throws<InvalidOperationException>(() => Read(("Database:Provider", "SqlServer"), ("ConnectionStrings:Default", ""))).Message,
            StringComparison.Ordinal);

    private static DatabaseOptions Read(params (string Key, string Value)[] settings)
    {
        Dictionary<string, string?> values = new(StringComparer.Ordinal) { ["Data:Folder"] = Path.GetTempPath(), ["ConnectionStrings:Default"] = null };
        if (settings.Any(s => s.Key == "Database:Provider" && s.Value == "SqlServer"))
        {
            values["ConnectionStrings:Default"] = "Server=nowhere";
        }

        foreach (var (key, value) in settings)
        {
            values[key] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return CoreHosting.ReadOptions(configuration, new HostingEnvironment { ContentRootPath = Path.GetTempPath() }).Database;
    }

    private static AppDb Context(DatabaseProvider provider) => Context(new DatabaseOptions { Provider = provider, ConnectionString = "Data Source=nowhere" });

    private static AppDb Context(DatabaseOptions options)
    {
        var builder = new DbContextOptionsBuilder<AppDb>();
        builder.UseEngine(options);
        return new AppDb(builder.Options);
    }
}
