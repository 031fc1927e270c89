using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Transactions;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Mail;
using PosCases.Platform.Previews;
using PosCases.Platform.Storage;
using PosCases.Platform.Tools;
using PosCases.Seeding;
using PosCases.Web.Cases;
using PosCases.Web.Design;

namespace PosCases.Web.Hosting;

/// <summary>Reads the settings of the core and registers it.</summary>
internal static class CoreHosting
{
    /// <summary>Adds the core. Without any setting it runs on an SQLite file in the folder <c>data</c>.</summary>
    public static WebApplicationBuilder AddCore(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.GetSection("Transactions").Get<ImportLimits>() ?? new());
        builder.Services.AddPosCases(ReadOptions(builder.Configuration, builder.Environment));
        return builder;
    }

    /// <summary>The demo world with the words of the screens.</summary>
    public static DemoWorld DemoWorld(PosCasesOptions options, string password) => new(options, password, services => services.AddDesign().AddCaseScreens());

    /// <summary>The core's settings from configuration.</summary>
    public static PosCasesOptions ReadOptions(IConfiguration configuration, IHostEnvironment environment)
    {
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();
        database.ConnectionString = configuration.GetConnectionString("Default") is { Length: > 0 } given ? given : EmbeddedFile(database, configuration, environment);
        return new PosCasesOptions
        {
            Database = database,
            Cases = configuration.GetSection("Cases").Get<CaseOptions>() ?? new(),
            Evidence = configuration.GetSection("Evidence").Get<EvidenceLimits>() ?? new(),
            Encryption = ReadEncryption(configuration, environment),
            Storage = configuration.GetSection("Storage").Get<StorageOptions>() ?? new(),
            Scanner = configuration.GetSection("Scanner").Get<ScannerOptions>() ?? new(),
            EvidenceFolder = Path.Combine(DataFolder(configuration, environment), "evidence"),
            Previews = Previews(configuration, environment),
            Incidents = configuration.GetSection("Incidents").Get<PosCases.Incidents.IncidentOptions>() ?? new(),
            Background = configuration.GetSection("Background").Get<BackgroundStart>() ?? new(),
            Mail = configuration.GetSection("Mail").Get<MailOptions>() ?? new(),
            Tools = configuration.GetSection("Tools").Get<ToolOptions>() ?? new(),
        };
    }

    /// <summary>Where everything is kept that must outlive a restart: <c>Data:Folder</c>, or the folder <c>data</c> beside the app.</summary>
    public static string DataFolder(IConfiguration configuration, IHostEnvironment environment)
    {
        var folder = Path.GetFullPath(Path.Combine(environment.ContentRootPath, configuration["Data:Folder"] ?? "data"));
        Directory.CreateDirectory(folder);
        return folder;
    }

    // In production a key must be given: one made by itself would lie beside what it locks, and be lost with it.
    private static EncryptionOptions ReadEncryption(IConfiguration configuration, IHostEnvironment environment)
    {
        var given = configuration.GetSection("Encryption").Get<EncryptionOptions>() ?? new();
        return given.Keys.Count == 0 && environment.IsDevelopment()
            ? KeyFile.ReadOrMake(Path.Combine(DataFolder(configuration, environment), "keys"))
            : given;
    }

    private static PreviewOptions Previews(IConfiguration configuration, IHostEnvironment environment)
    {
        var previews = configuration.GetSection("Previews").Get<PreviewOptions>() ?? new();
        previews.Folder = previews.Folder.Length > 0 ? previews.Folder : Path.Combine(DataFolder(configuration, environment), "previews");
        return previews;
    }

    private static string EmbeddedFile(DatabaseOptions database, IConfiguration configuration, IHostEnvironment environment) =>
        database.Provider == DatabaseProvider.Sqlite
            ? $"Data Source={Path.Combine(DataFolder(configuration, environment), "poscases.db")}"
            : throw new InvalidOperationException("Set ConnectionStrings:Default for the provider SqlServer.");
}
