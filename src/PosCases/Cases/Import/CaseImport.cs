using PosCases.Cases.Transactions.Reading;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Import;

/// <summary>Identifies an import of old cases.</summary>
public readonly record struct CaseImportId(Guid Value) : ITypedId<CaseImportId>
{
    /// <inheritdoc/>
    public static CaseImportId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static CaseImportId New() => new(Guid.NewGuid());
}

/// <summary>Where an import of old cases stands.</summary>
public enum CaseImportState
{
    /// <summary>待确认列: the columns are to be confirmed.</summary>
    Mapping,

    /// <summary>检查中: every row is looked at, nothing is taken in.</summary>
    Checking,

    /// <summary>已检查: the report is there; somebody decides.</summary>
    Checked,

    /// <summary>导入中.</summary>
    Running,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>已取消; what came in until then stays.</summary>
    Cancelled,

    /// <summary>已中断; what came in until then stays.</summary>
    Failed,

    /// <summary>已过期: nobody started it, the file was thrown away.</summary>
    Expired,
}

/// <summary>How a person wants a list of old cases to be read.</summary>
/// <param name="Source">Name of the system that the list comes from; a number counts once for each.</param>
/// <param name="OwnerId">Who gets the open cases whose row names nobody.</param>
/// <param name="NewMerchants">What a merchant is in law that has no record yet and whose row does not say.</param>
public sealed record CaseImportChoices(string Source, Guid OwnerId, MerchantKind NewMerchants);

/// <summary>A list of old cases on its way in: looked at first, then taken in. How far it came is stored with every batch, so that it goes on after a restart.</summary>
public sealed class CaseImport : IVersioned
{
    private CaseImport()
    {
    }

    /// <summary>Id; also what the file in the vault belongs to.</summary>
    public CaseImportId Id { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Name of the file; a label, never a path.</summary>
    public string FileName { get; private init; } = "";

    /// <summary>SHA-256 of the file, 64 hexadecimal digits; stays when the file is gone.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Name of the file in the vault.</summary>
    public string StoreName { get; private init; } = "";

    /// <summary>The file in the vault, where it was read with the import.</summary>
    public VaultFile? Stored { get; private init; }

    /// <summary>How its table lies in the file.</summary>
    public TableShape Shape { get; private init; } = null!;

    /// <summary>What the columns hold.</summary>
    public IReadOnlyList<CaseField> Columns { get; private set; } = [];

    /// <summary>Name of the system that the list comes from.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Who gets the open cases whose row names nobody.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>What a new merchant is in law when its row does not say.</summary>
    public MerchantKind NewMerchants { get; private set; }

    /// <summary>Where it stands.</summary>
    public CaseImportState State { get; private set; }

    /// <summary>Rows read so far; the next batch begins behind them.</summary>
    public int RowsRead { get; private set; }

    /// <summary>Rows that become cases, or have become one.</summary>
    public int Good { get; private set; }

    /// <summary>Of these, open ones.</summary>
    public int Open { get; private set; }

    /// <summary>Of these, with a merchant that has no record yet.</summary>
    public int WithNewMerchant { get; private set; }

    /// <summary>Rows whose number came in before.</summary>
    public int Known { get; private set; }

    /// <summary>Rows that are no case.</summary>
    public int Bad { get; private set; }

    /// <summary>Code of what broke it off.</summary>
    public string? Failure { get; private set; }

    /// <summary>Sent by.</summary>
    public Guid ById { get; private init; }

    /// <summary>Name of the sender at the time.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Sent at.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Ended at.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether a job reads it now.</summary>
    public bool IsRead => State is CaseImportState.Checking or CaseImportState.Running;

    internal static CaseImport Of(CaseImportId id, string name, Vault.Kept file, TableShape shape, Actor by, DateTimeOffset at) => new()
    {
        Id = id,
        FileName = name,
        Sha256 = file.Sha256,
        StoreName = file.Name,
        Stored = VaultFile.Of(file, Scanned.Not, at),
        Shape = shape,
        Columns = CaseColumnWords.GuessOf(shape.Headers),
        OwnerId = by.Id,
        ById = by.Id,
        ByName = by.Name,
        At = at,
    };

    /// <summary>Begins to look at every row; after a look, with other columns or choices, begins anew.</summary>
    public Result Check(IReadOnlyList<CaseField> columns, CaseImportChoices choices)
    {
        if (State is not (CaseImportState.Mapping or CaseImportState.Checked))
        {
            return new CaseImportNotAt(State);
        }

        (Columns, Source, OwnerId, NewMerchants, State) = (columns, choices.Source, choices.OwnerId, choices.NewMerchants, CaseImportState.Checking);
        Restart();
        return Result.Ok;
    }

    /// <summary>Begins to take in what the look found good.</summary>
    public Result Start()
    {
        if (State != CaseImportState.Checked)
        {
            return new CaseImportNotAt(State);
        }

        State = CaseImportState.Running;
        Restart();
        return Result.Ok;
    }

    /// <summary>Stops it; what came in stays, the file is thrown away.</summary>
    public Result Cancel(DateTimeOffset at)
    {
        if (EndedAt is not null)
        {
            return new CaseImportNotAt(State);
        }

        End(CaseImportState.Cancelled, null, at);
        return Result.Ok;
    }

    /// <summary>Takes note of a batch.</summary>
    internal Result Advance(int from, CaseBatch batch)
    {
        if (!IsRead || RowsRead != from)
        {
            return new CaseImportNotAt(State);
        }

        RowsRead += batch.Rows;
        Good += batch.Good;
        Open += batch.Open;
        WithNewMerchant += batch.WithNewMerchant;
        Known += batch.Known;
        Bad += batch.Bad;
        return Result.Ok;
    }

    /// <summary>All rows were read.</summary>
    internal void Finish(DateTimeOffset at)
    {
        if (State == CaseImportState.Checking)
        {
            State = CaseImportState.Checked;
        }
        else
        {
            End(CaseImportState.Done, null, at);
        }
    }

    internal void End(CaseImportState state, string? failure, DateTimeOffset at)
    {
        (State, Failure, EndedAt) = (state, failure, at);
        // What came in stands in the cases; the list holds more than they need.
        if (Stored is { OnHold: false } file)
        {
            file.Erase(at);
        }
    }

    private void Restart() => (RowsRead, Good, Open, WithNewMerchant, Known, Bad) = (0, 0, 0, 0, 0, 0);
}

/// <summary>What a batch adds.</summary>
internal sealed record CaseBatch(int Rows, int Good, int Open, int WithNewMerchant, int Known, int Bad);

/// <summary>Where a case came from that was taken over. No number of a source has two.</summary>
public sealed class CaseOrigin
{
    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>Name of the system.</summary>
    public required string Source { get; init; }

    /// <summary>How that system calls it.</summary>
    public required string Number { get; init; }

    /// <summary>The import.</summary>
    public required CaseImportId ImportId { get; init; }

    /// <summary>Row of its file.</summary>
    public required int Row { get; init; }

    /// <summary>Whether its plan is still to be laid; only open cases have one.</summary>
    public bool NeedsPlan { get; set; }
}

/// <summary>A row that is no case, or whose case is there already.</summary>
public sealed class CaseImportIssue
{
    /// <summary>The import.</summary>
    public required CaseImportId ImportId { get; init; }

    /// <summary>Row of the file.</summary>
    public required int Row { get; init; }

    /// <summary>How the row calls the case.</summary>
    public string? Number { get; init; }

    /// <summary>The case that it became before; none for a row that is no case.</summary>
    public CaseId? KnownAs { get; init; }

    /// <summary>What is wrong.</summary>
    public required IReadOnlyList<CaseRowFault> Faults { get; init; }
}

/// <summary>The import stands where this cannot be done.</summary>
/// <param name="State">Where it stands.</param>
public sealed record CaseImportNotAt(CaseImportState State) : Error
{
    /// <inheritdoc/>
    public override string Code => "CaseImport.NotAt";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [State];
}
