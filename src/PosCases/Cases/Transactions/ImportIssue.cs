using PosCases.Cases.Transactions.Reading;

namespace PosCases.Cases.Transactions;

/// <summary>What became of a row that could not be taken in at once.</summary>
public enum IssueState
{
    /// <summary>待处理.</summary>
    Open,

    /// <summary>已更正并导入.</summary>
    Mended,

    /// <summary>确认不导入.</summary>
    Dropped,
}

/// <summary>A row of a file that is no transaction yet, kept as it stands there, without card numbers and secrets.</summary>
public sealed class ImportIssue
{
    private ImportIssue()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>The import.</summary>
    public TransactionImportId ImportId { get; private init; }

    /// <summary>Number of the row in the file.</summary>
    public int Row { get; private init; }

    /// <summary>What is wrong.</summary>
    public RowProblemKind Kind { get; private init; }

    /// <summary>The column, from 0; none when it is the row as a whole.</summary>
    public int? Column { get; private init; }

    /// <summary>What stands there.</summary>
    public string Found { get; private init; } = "";

    /// <summary>The cells of the row.</summary>
    public IReadOnlyList<string> Cells { get; private init; } = [];

    /// <summary>What became of it.</summary>
    public IssueState State { get; private set; }

    /// <summary>Name of who settled it.</summary>
    public string? ByName { get; private set; }

    /// <summary>Settled at.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    internal static ImportIssue Of(CaseId caseId, TransactionImportId import, KeptRow row) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = caseId,
        ImportId = import,
        Row = row.Row,
        Kind = row.Problem.Kind,
        Column = row.Problem.Column,
        Found = row.Problem.Found,
        Cells = row.Cells,
    };

    internal void Settle(IssueState state, string byName, DateTimeOffset at) => (State, ByName, SettledAt) = (state, byName, at);
}

/// <summary>A row to be kept.</summary>
/// <param name="Row">Its number.</param>
/// <param name="Cells">Its cells, without card numbers and secrets.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record KeptRow(int Row, IReadOnlyList<string> Cells, RowProblem Problem);

/// <summary>What the columns of one institution's export held the last time; the desk's are the desk's, a merchant's are that merchant's.</summary>
internal sealed class RememberedColumns
{
    public required Guid Institution { get; init; }

    /// <summary>The merchant; empty for the desk.</summary>
    public required Guid Merchant { get; init; }

    /// <summary>Names of columns, plain, with what they hold.</summary>
    public required IReadOnlyDictionary<string, TransactionField> Fields { get; set; }

    public required DateTimeOffset At { get; set; }
}
