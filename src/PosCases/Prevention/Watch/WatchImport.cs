using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Reading;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Prevention.Watch;

/// <summary>Identifies an import of a merchant's own trades.</summary>
public readonly record struct WatchImportId(Guid Value) : ITypedId<WatchImportId>
{
    /// <inheritdoc/>
    public static WatchImportId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static WatchImportId New() => new(Guid.NewGuid());
}

/// <summary>
/// One file of an acquirer's export that a merchant has looked through while nothing is frozen. The file is thrown away once it was read; what
/// of it is needed stands in <see cref="WatchedTrade"/>.
/// </summary>
public sealed class WatchImport : IVersioned
{
    /// <summary>How many rows that are no trade are kept to be shown.</summary>
    public const int MostShown = 20;

    private WatchImport()
    {
    }

    /// <summary>Id.</summary>
    public WatchImportId Id { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Whose trades.</summary>
    public MerchantId MerchantId { get; private init; }

    /// <summary>Name of the file; a label, never a path.</summary>
    public string FileName { get; private init; } = "";

    /// <summary>SHA-256 of the file, 64 hexadecimal digits.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Name of the file in the vault.</summary>
    public string StoreName { get; private init; } = "";

    /// <summary>The file in the vault, where it was read with the import.</summary>
    public VaultFile? Stored { get; private init; }

    /// <summary>How its table lies in the file.</summary>
    public TableShape Shape { get; private set; } = null!;

    /// <summary>What the columns hold.</summary>
    public IReadOnlyList<TransactionField> Columns { get; private set; } = [];

    /// <summary>Where it stands.</summary>
    public ImportState State { get; private set; }

    /// <summary>Rows read so far.</summary>
    public int RowsRead { get; private set; }

    /// <summary>Trades taken in.</summary>
    public int Good { get; private set; }

    /// <summary>Rows that are no trade.</summary>
    public int Bad { get; private set; }

    /// <summary>Trades that were there already.</summary>
    public int Known { get; private set; }

    /// <summary>The first rows that are no trade, by number, with what is wrong; nothing of what stood in them.</summary>
    public IReadOnlyList<BadRow> BadRows { get; private set; } = [];

    /// <summary>Alerts that came of it.</summary>
    public int Alerts { get; private set; }

    /// <summary>Code of what broke it off.</summary>
    public string? Failure { get; private set; }

    /// <summary>Name of who sent it.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Sent at.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Ended at.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    internal Vault.Kept? File => Stored?.Kept;

    internal static WatchImport Of(MerchantId merchant, string name, Vault.Kept file, TableShape shape, IReadOnlyList<TransactionField> columns, Actor by, DateTimeOffset at) => new()
    {
        Id = WatchImportId.New(),
        MerchantId = merchant,
        FileName = name,
        Sha256 = file.Sha256,
        StoreName = file.Name,
        Stored = VaultFile.Of(file, Scanned.Not, at),
        Shape = shape,
        Columns = columns,
        ByName = by.Name,
        At = at,
    };

    /// <summary>Starts reading, with what the columns hold.</summary>
    public Result Start(IReadOnlyList<TransactionField> columns)
    {
        if (State != ImportState.Mapping)
        {
            return new ImportNotAt(State);
        }

        (Columns, State) = (columns, ImportState.Running);
        return Result.Ok;
    }

    /// <summary>Stops it; what was taken in stays.</summary>
    public Result Cancel(DateTimeOffset at)
    {
        if (State is not (ImportState.Mapping or ImportState.Running))
        {
            return new ImportNotAt(State);
        }

        End(ImportState.Cancelled, null, at);
        return Result.Ok;
    }

    internal Result Advance(int from, int rows, int good, int known, IReadOnlyList<BadRow> bad)
    {
        if (State != ImportState.Running || RowsRead != from)
        {
            return new ImportNotAt(State);
        }

        (RowsRead, Good, Known, Bad) = (RowsRead + rows, Good + good, Known + known, Bad + bad.Count);
        BadRows = [.. BadRows.Concat(bad).Take(MostShown)];
        return Result.Ok;
    }

    internal void End(ImportState state, string? failure, DateTimeOffset at)
    {
        (State, Failure, EndedAt) = (state, failure, at);
        // Nobody needs the file any more; what stood in its first rows goes with it.
        if (Stored is { OnHold: false } file)
        {
            file.Erase(at);
        }

        Shape = Shape with { Sample = [] };
    }

    internal void Raised(int alerts) => Alerts = alerts;
}

/// <summary>A row that is no trade.</summary>
/// <param name="Row">Its number in the file.</param>
/// <param name="Kind">What is wrong.</param>
public sealed record BadRow(int Row, RowProblemKind Kind);
