using PosCases.Cases.Transactions.Reading;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Transactions;

/// <summary>Identifies an import.</summary>
public readonly record struct TransactionImportId(Guid Value) : ITypedId<TransactionImportId>
{
    /// <inheritdoc/>
    public static TransactionImportId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static TransactionImportId New() => new(Guid.NewGuid());
}

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>待确认: the columns are to be confirmed.</summary>
    Mapping,

    /// <summary>导入中.</summary>
    Running,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>已取消; what was taken in until then stays.</summary>
    Cancelled,

    /// <summary>已中断; what was taken in until then stays.</summary>
    Failed,

    /// <summary>已过期: nobody started it, the file was thrown away.</summary>
    Expired,
}

/// <summary>One file of an acquirer's export on its way into a case. How far it came is stored with every batch, so that it goes on after a restart.</summary>
public sealed class TransactionImport : IVersioned, IChangeSignal
{
    private TransactionImport()
    {
    }

    /// <summary>Id.</summary>
    public TransactionImportId Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Whose export it is; none when not said.</summary>
    public InstitutionId? InstitutionId { get; private init; }

    /// <summary>Name of the file; a label, never a path.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private init; }

    /// <summary>SHA-256 of the file, 64 hexadecimal digits; stays when the file is gone.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Name of the file in the vault.</summary>
    public string StoreName { get; private init; } = "";

    /// <summary>The file in the vault, where it was read with the import; erased when it held what may not be kept.</summary>
    public VaultFile? Stored { get; private init; }

    /// <summary>How its table lies in the file.</summary>
    public TableShape Shape { get; private set; } = null!;

    /// <summary>What the columns hold.</summary>
    public IReadOnlyList<TransactionField> Columns { get; private set; } = [];

    /// <summary>Where it stands.</summary>
    public ImportState State { get; private set; }

    /// <summary>Rows read so far; the next batch begins behind them.</summary>
    public int RowsRead { get; private set; }

    /// <summary>Transactions taken in.</summary>
    public int Good { get; private set; }

    /// <summary>Rows kept to be mended, settled ones included.</summary>
    public int Bad { get; private set; }

    /// <summary>Transactions that were on the case already.</summary>
    public int Known { get; private set; }

    /// <summary>Rows with sums.</summary>
    public int Totals { get; private set; }

    /// <summary>Full card numbers that were masked.</summary>
    public int CardsMasked { get; private set; }

    /// <summary>Security codes, track data and the like that were thrown away.</summary>
    public int SecretsDropped { get; private set; }

    /// <summary>Sum of the amounts that were read, known transactions included, in yuan.</summary>
    public decimal AmountRead { get; private set; }

    /// <summary>What the file says of itself.</summary>
    public decimal? StatedAmount { get; private set; }

    /// <summary>How many rows the file says that it has.</summary>
    public int? StatedCount { get; private set; }

    /// <summary>Code of what broke it off.</summary>
    public string? Failure { get; private set; }

    /// <summary>Sent by.</summary>
    public Guid ById { get; private init; }

    /// <summary>Name of the sender at the time.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Whether it came from the merchant's side.</summary>
    public bool FromMerchant { get; private init; }

    /// <summary>Sent at.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Ended at.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When its rows, its file and the file's name were erased; how many there were stays.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    Guid IChangeSignal.Topic => CaseId.Value;

    /// <summary>Whether the file held what may not be kept; it is thrown away when the import ends, whatever happens before.</summary>
    public bool HeldCardData => CardsMasked > 0 || SecretsDropped > 0;

    /// <summary>Whether the sums that the file tells are those that were read; none when it tells none.</summary>
    public bool? SumsAgree => StatedAmount is null && StatedCount is null
        ? null
        : (StatedAmount is null || StatedAmount == AmountRead) && (StatedCount is null || StatedCount == Good + Known);

    internal Vault.Kept? File => Stored?.Kept;

    internal static TransactionImport Of(
        CaseId caseId, InstitutionId? institution, string name, Vault.Kept file, TableShape shape, IReadOnlyList<TransactionField> columns, Actor by, DateTimeOffset at) => new()
        {
            Id = TransactionImportId.New(),
            CaseId = caseId,
            InstitutionId = institution,
            FileName = name,
            Size = file.Size,
            Sha256 = file.Sha256,
            StoreName = file.Name,
            Stored = VaultFile.Of(file, Scanned.Not, at),
            Shape = shape,
            Columns = columns,
            ById = by.Id,
            ByName = by.Name,
            FromMerchant = by.IsOnMerchantsSide,
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

    /// <summary>Takes note of a batch.</summary>
    internal Result Advance(int from, ImportProgress batch)
    {
        if (State != ImportState.Running || RowsRead != from)
        {
            return new ImportNotAt(State);
        }

        RowsRead += batch.Rows;
        Good += batch.Good;
        Bad += batch.Bad;
        Known += batch.Known;
        Totals += batch.Totals;
        CardsMasked += batch.CardsMasked;
        SecretsDropped += batch.SecretsDropped;
        AmountRead += batch.Amount;
        StatedAmount = batch.Stated?.Amount ?? StatedAmount;
        StatedCount = batch.Stated?.Count ?? StatedCount;
        return Result.Ok;
    }

    /// <summary>A row that had been kept was taken in after all.</summary>
    internal void TakeIn(decimal amount) => (Good, AmountRead) = (Good + 1, AmountRead + amount);

    internal void End(ImportState state, string? failure, DateTimeOffset at)
    {
        (State, Failure, EndedAt) = (state, failure, at);
        // Whoever keeps the file keeps the card numbers in it. Without the key the bytes are noise, wherever copies of them lie.
        if (HeldCardData || state is ImportState.Expired or ImportState.Cancelled)
        {
            EraseFile(at);
        }
    }

    /// <summary>Erases what of the file is still there; the caller deletes the rows and has made sure that no hold forbids it.</summary>
    internal void Erase(DateTimeOffset at)
    {
        if (State is ImportState.Mapping or ImportState.Running)
        {
            End(ImportState.Cancelled, null, at);
        }

        Stored!.Erase(at);
        (FileName, ErasedAt) = (Evidence.EvidenceItem.NoName, at);
        (AmountRead, StatedAmount) = (0, null);
        Shape = Shape with { Headers = [], Sample = [] };
    }

    // What a legal hold keeps is kept, whatever is in it; it goes when the hold ends and its time has come.
    private void EraseFile(DateTimeOffset at)
    {
        if (Stored is { OnHold: false } file)
        {
            file.Erase(at);
        }
    }
}

/// <summary>What a batch adds.</summary>
public sealed record ImportProgress(
    int Rows, int Good, int Bad, int Known, int Totals, int CardsMasked, int SecretsDropped, decimal Amount, StatedTotal? Stated);

/// <summary>The import stands where this cannot be done.</summary>
/// <param name="State">Where it stands.</param>
public sealed record ImportNotAt(ImportState State) : Error
{
    /// <inheritdoc/>
    public override string Code => "Transactions.ImportNotAt";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [State];
}
