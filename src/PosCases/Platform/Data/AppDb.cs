using System.Reflection;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace PosCases.Platform.Data;

/// <summary>
/// The one database context. It names no noun: it applies every mapping of this assembly, and each noun's mapping file adds its
/// own set as an extension property.
/// </summary>
public sealed class AppDb(DbContextOptions<AppDb> options) : DbContext(options)
{
    private const int EnumLength = 40;

    private readonly HashSet<Guid> signals = [];

    /// <summary>Whether the error is a clash with a unique index.</summary>
    internal static bool IsUniqueViolation(DbUpdateException clash) => clash.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
        SqlException sql => sql.Number is 2601 or 2627,
        _ => false,
    };

    /// <summary>The topics changed since the last call; for the feed after the commit.</summary>
    internal IReadOnlyCollection<Guid> TakeSignals()
    {
        Guid[] taken = [.. signals];
        signals.Clear();
        return taken;
    }

    /// <summary>
    /// Keeps the connection to an embedded file open until the answer is disposed of: EF opens and closes it for each statement otherwise,
    /// and registers thirty functions every time. A server's connections are few and are lent by its own pool.
    /// </summary>
    internal async Task<IAsyncDisposable?> HoldConnectionAsync(CancellationToken ct)
    {
        if (!Database.IsSqlite())
        {
            return null;
        }

        await Database.OpenConnectionAsync(ct);
        return new HeldConnection(this);
    }

    /// <summary>
    /// The entries of one type, as the last search for changes left them. For interceptors of a save: it begins with a search
    /// (<see cref="StampVersions"/>), and each <c>ChangeTracker.Entries</c> would compare every property again.
    /// </summary>
    internal IReadOnlyList<EntityEntry<T>> Tracked<T>()
        where T : class
    {
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. ChangeTracker.Entries<T>()];
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        StampVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        StampVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    private void StampVersions()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry is { Entity: IVersioned versioned, State: EntityState.Added or EntityState.Modified })
            {
                versioned.Version = Guid.NewGuid();
            }

            if (entry is { Entity: IChangeSignal signal, State: EntityState.Added or EntityState.Modified })
            {
                signals.Add(signal.Topic);
            }
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var id in typeof(AppDb).Assembly.GetTypes().Where(t => t.IsValueType && typeof(ITypedId).IsAssignableFrom(t)))
        {
            configurationBuilder.Properties(id).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id));
        }

        // Said here and not of each property: the model would first be made with numbers, and a converter for each kind besides.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumLength);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
            configurationBuilder.Properties<decimal>().HaveConversion<FenConverter>();
        }
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var key in entity.GetForeignKeys().Where(k => !k.IsOwnership))
            {
                // SQL Server refuses several cascade paths to one table, and nothing here is deleted by cascade anyway.
                key.DeleteBehavior = DeleteBehavior.Restrict;
            }

            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            }
        }
    }

    private sealed class HeldConnection(AppDb db) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await db.Database.CloseConnectionAsync();
    }

    /// <summary>Stores a typed id as its bare value.</summary>
    internal sealed class TypedIdConverter<T>() : ValueConverter<T, Guid>(id => id.Value, value => Wrap(value))
        where T : struct, ITypedId<T>
    {
        private static T Wrap(Guid value) => T.Of(value);
    }

    /// <summary>SQLite cannot compare a date with an offset; ticks of UTC sort and compare.</summary>
    internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
        at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    /// <summary>SQLite has no decimal; whole fen compare, sort and add up exactly.</summary>
    internal sealed class FenConverter() : ValueConverter<decimal, long>(
        yuan => (long)decimal.Round(yuan * 100m), fen => fen / 100m);
}
