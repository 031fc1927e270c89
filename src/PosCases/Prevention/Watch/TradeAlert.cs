using PosCases.Cases.Papers;
using PosCases.Cases.Transactions.Signals;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Prevention.LargeTrades;

namespace PosCases.Prevention.Watch;

/// <summary>Identifies an alert.</summary>
public readonly record struct TradeAlertId(Guid Value) : ITypedId<TradeAlertId>
{
    /// <inheritdoc/>
    public static TradeAlertId Of(Guid value) => new(value);

    /// <summary>A fresh id.</summary>
    public static TradeAlertId New() => new(Guid.NewGuid());
}

/// <summary>Where an alert stands.</summary>
public enum AlertState
{
    /// <summary>新提示.</summary>
    New,

    /// <summary>已知悉: somebody has seen it.</summary>
    Acknowledged,

    /// <summary>已说明: what it was is written down.</summary>
    Explained,

    /// <summary>已处理: nothing is left to do.</summary>
    Resolved,
}

/// <summary>What explains the trades of an alert.</summary>
/// <param name="Note">What it was, in words.</param>
/// <param name="Trade">The record of a large trade that shows it; the first version's id.</param>
/// <param name="Paper">The paper of the profile that shows it.</param>
public sealed record AlertExplanation(string Note, LargeTradeId? Trade, MerchantPaperId? Paper);

/// <summary>Trades of a merchant that may look odd to a bank, so that what they were is written down while everybody remembers. It judges nobody.</summary>
public sealed class TradeAlert : IVersioned
{
    private TradeAlert()
    {
    }

    /// <summary>Order of all alerts; set by the database.</summary>
    public long Seq { get; private init; }

    /// <summary>Id.</summary>
    public TradeAlertId Id { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Whose trades.</summary>
    public MerchantId MerchantId { get; private init; }

    /// <summary>The import after which it was raised.</summary>
    public WatchImportId ImportId { get; private init; }

    /// <summary>The signal.</summary>
    public string Signal { get; private init; } = "";

    /// <summary>Edition of the signals.</summary>
    public string Edition { get; private init; } = "";

    /// <summary>How soon somebody should look.</summary>
    public AlertLevel Level { get; private init; }

    /// <summary>What the signal found, and the trades of it that no earlier alert names.</summary>
    public SignalHit Found { get; private init; } = null!;

    /// <summary>With which values it was looked, by code.</summary>
    public IReadOnlyDictionary<string, decimal> Values { get; private init; } = new Dictionary<string, decimal>(StringComparer.Ordinal);

    /// <summary>Raised at.</summary>
    public DateTimeOffset RaisedAt { get; private init; }

    /// <summary>Where it stands.</summary>
    public AlertState State { get; private set; }

    /// <summary>Name of who saw it first.</summary>
    public string? SeenByName { get; private set; }

    /// <summary>Seen at.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>What it was, in words.</summary>
    public string? Note { get; private set; }

    /// <summary>The record of a large trade that shows it; the first version's id.</summary>
    public LargeTradeId? TradeSeries { get; private set; }

    /// <summary>The paper of the profile that shows it.</summary>
    public MerchantPaperId? PaperId { get; private set; }

    /// <summary>Name of who explained it last.</summary>
    public string? ExplainedByName { get; private set; }

    /// <summary>Explained at.</summary>
    public DateTimeOffset? ExplainedAt { get; private set; }

    /// <summary>Name of who settled it.</summary>
    public string? ResolvedByName { get; private set; }

    /// <summary>Settled at.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>Whether something is left to do.</summary>
    public bool IsOpen => State != AlertState.Resolved;

    /// <summary>Whether a case can be prepared of it.</summary>
    public bool MayPrepare => IsOpen && Level == AlertLevel.High;

    internal static TradeAlert Raise(WatchImport import, SignalHit found, AlertLevel level, IReadOnlyDictionary<string, decimal> values, DateTimeOffset at) => new()
    {
        Id = TradeAlertId.New(),
        MerchantId = import.MerchantId,
        ImportId = import.Id,
        Signal = found.Code,
        Edition = SignalLibrary.Edition,
        Level = level,
        Found = found,
        Values = values,
        RaisedAt = at,
    };

    /// <summary>Somebody has seen it.</summary>
    public Result Acknowledge(Actor by, DateTimeOffset at)
    {
        if (State != AlertState.New)
        {
            return new AlertNotAt(State);
        }

        State = AlertState.Acknowledged;
        See(by, at);
        return Result.Ok;
    }

    /// <summary>What it was is written down; once more where more became known.</summary>
    public Result Explain(AlertExplanation said, Actor by, DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return new AlertNotAt(State);
        }

        See(by, at);
        (State, Note, TradeSeries, PaperId, ExplainedByName, ExplainedAt) = (AlertState.Explained, said.Note.Trim(), said.Trade, said.Paper, by.Name, at);
        return Result.Ok;
    }

    /// <summary>Nothing is left to do; what it was must be written down first.</summary>
    public Result Resolve(Actor by, DateTimeOffset at)
    {
        if (State != AlertState.Explained)
        {
            return new AlertNotAt(State);
        }

        (State, ResolvedByName, ResolvedAt) = (AlertState.Resolved, by.Name, at);
        return Result.Ok;
    }

    private void See(Actor by, DateTimeOffset at) => (SeenByName, SeenAt) = SeenAt is null ? (by.Name, at) : (SeenByName, SeenAt);
}

/// <summary>The alert stands where this cannot be done.</summary>
/// <param name="State">Where it stands.</param>
public sealed record AlertNotAt(AlertState State) : Error
{
    /// <inheritdoc/>
    public override string Code => "Watch.AlertNotAt";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [State];
}
