using PosCases.Calendar;
using PosCases.Cases.Measures;
using PosCases.Platform;

namespace PosCases.Cases.Verification;

public sealed partial class Measure
{
    private readonly List<MeasureRenewal> renewals = [];

    /// <summary>Which paper orders it.</summary>
    public DocumentKind? DocumentKind { get; private set; }

    /// <summary>The body that ordered it and how its unit is reached.</summary>
    public OrderingBody? OrderedBy { get; private set; }

    /// <summary>The moment since when, where hours are counted.</summary>
    public DateTimeOffset? StartsAt { get; private set; }

    /// <summary>The term that the document states.</summary>
    public Term? Term { get; private set; }

    /// <summary>What of the account it covers.</summary>
    public FreezeScope Scope { get; private set; }

    /// <summary>轮候冻结: in force only when an earlier freeze ends, so nothing is counted yet.</summary>
    public bool IsQueued { get; private set; }

    /// <summary>Whether the document states a major or complex case, for which rules allow longer terms.</summary>
    public bool IsMajorCase { get; private set; }

    /// <summary>Renewals in order.</summary>
    public IReadOnlyList<MeasureRenewal> Renewals => renewals;

    /// <summary>How it ended; none while it is in force, or when the outcome of the case ended it.</summary>
    public MeasureEnding? Ending { get; private set; }

    /// <summary>The day it ended.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>What proves that it ended.</summary>
    public string? EndProof { get; private set; }

    /// <summary>The measure in its place.</summary>
    public Guid? ReplacedById { get; private set; }

    /// <summary>When the watch must ask next whether it was renewed; none when there is nothing to ask.</summary>
    public DateTimeOffset? WatchAt { get; private set; }

    /// <summary>Whether it is in force as far as is known.</summary>
    public bool IsInForce => LiftedAt is null;

    /// <summary>Whether only an authority can end it: bank, acquirer and payment institution merely carry it out.</summary>
    public bool IsOrderedByAuthority => MeasureAuthority.Ordered(Kind, ImposedBy);

    /// <summary>When it is expected to end; ask whether it was renewed.</summary>
    public Expiry? Expiry => FreezeTerms.ExpiryOf(this);

    internal void Renew(RenewalRecord record, DateOnly startsOn, DateTimeOffset? startsAt, string by, DateTimeOffset at)
    {
        renewals.Add(MeasureRenewal.Of(Id, renewals.Count + 1, record, startsOn, startsAt, by, at));
        IsQueued = false;
        Rewatch(null);
    }

    internal void End(MeasureEnding ending, DateOnly on, string proof, Guid? replacedBy, DateTimeOffset at)
    {
        (Ending, EndedOn, EndProof, ReplacedById) = (ending, on, proof, replacedBy);
        Lift(at);
    }

    /// <summary>The watch has asked: what it must ask next.</summary>
    internal void Asked(RenewalAskKind kind) =>
        WatchAt = kind == RenewalAskKind.BeforeExpiry && Expiry is { } expiry ? ShanghaiTime.StartOf(expiry.Day.AddDays(1)) : null;

    private void TakeDocument(MeasureRecord record)
    {
        DocumentKind = record.DocumentKind;
        OrderedBy = record.OrderedBy;
        StartsAt = record.StartsAt;
        Term = record.Term;
        Scope = record.Scope;
        IsQueued = record.IsQueued;
        IsMajorCase = record.IsMajorCase;
        Since ??= record.StartsAt is { } moment ? ShanghaiTime.DateOf(moment) : null;
    }

    // A correction that leaves the expiry as it was must not raise the same question again.
    private void Rewatch(Expiry? before)
    {
        if (before is not null && Expiry == before)
        {
            return;
        }

        WatchAt = !IsInForce || Expiry is not { } expiry ? null
            : expiry.IsMoment ? expiry.At
            : ShanghaiTime.StartOf(expiry.Day.AddDays(-FreezeTerms.DaysBefore));
    }
}
