using PosCases.Cases;
using PosCases.Merchants;
using PosCases.Platform.Messages;

namespace PosCases.Prevention.Watch;

/// <summary>What was prepared from an alert for the day of a freeze: a draft of a report with the facts filled in. When it is handed in, the case is named.</summary>
public sealed class PreCase
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>The alert.</summary>
    public required TradeAlertId AlertId { get; init; }

    /// <summary>Whose.</summary>
    public required MerchantId MerchantId { get; init; }

    /// <summary>The draft of the report; it belongs to whoever prepared it.</summary>
    public required Guid DraftId { get; init; }

    /// <summary>Who prepared it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The name at the time.</summary>
    public required string ByName { get; init; }

    /// <summary>Prepared at.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>That the merchant agreed to hand in with it what explains the alert; his own people agree by preparing it.</summary>
    public bool MerchantAgreed { get; init; }

    /// <summary>The case that came of it; none as long as nothing is frozen.</summary>
    public CaseId? CaseId { get; private set; }

    /// <summary>Names the case that came of it.</summary>
    internal void BecomeCase(CaseId id) => CaseId = id;
}

/// <summary>A case is prepared only from an open alert that weighs much.</summary>
public sealed record NothingToPrepare : Error
{
    /// <inheritdoc/>
    public override string Code => "Watch.NothingToPrepare";
}
