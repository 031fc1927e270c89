namespace PosCases.Platform.Data;

/// <summary>Which database engine holds the data.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded file; the default.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server; for production.</summary>
    SqlServer,
}

/// <summary>Settings of the section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The engine.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>From <c>ConnectionStrings:Default</c>; for SQLite a file in the data folder when empty.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Statements sent in one round trip.</summary>
    public int MaxBatchSize { get; set; } = 100;

    /// <summary>How long one statement may take, in seconds.</summary>
    public int CommandTimeout { get; set; } = 30;

    /// <summary>How often a transient fault of SQL Server is retried.</summary>
    public int RetryCount { get; set; } = 4;
}
