using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PosCases.Platform.Data;

namespace PosCases.Migrations.Sqlite;

/// <summary>Gives the migration tools a context of this provider; no database is opened.</summary>
public sealed class DesignTimeFactory : IDesignTimeDbContextFactory<AppDb>
{
    /// <inheritdoc/>
    public AppDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<AppDb>();
        builder.UseEngine(new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = "Data Source=design-time" });
        return new AppDb(builder.Options);
    }
}
