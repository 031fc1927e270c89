using PosCases.Cases.Filing;

namespace PosCases.Cases.Resolution;

/// <summary>What happened to the money.</summary>
public enum LedgerKind
{
    /// <summary>冻结.</summary>
    Frozen,

    /// <summary>解除: free to use, or settled to the merchant.</summary>
    Released,

    /// <summary>扣划: taken by the competent organ or the institution.</summary>
    Deducted,

    /// <summary>退还: paid back to payers.</summary>
    Refunded,
}

/// <summary>What an entry does to abilities: a frozen one switches them off, a released one on.</summary>
/// <param name="Abilities">Which.</param>
/// <param name="MeasureId">Under which measure; none means under every one.</param>
/// <param name="Until">Last day, where a release is temporary; the abilities are off again the day after.</param>
/// <param name="ReliefId">The relief that it carries out.</param>
public sealed record LedgerReach(IReadOnlyList<Ability> Abilities, Guid? MeasureId = null, DateOnly? Until = null, Guid? ReliefId = null)
{
    /// <summary>Money alone.</summary>
    public static readonly LedgerReach None = new([]);
}

/// <summary>One entry of the freeze ledger. Never changed; a mistake is corrected by a counter-entry.</summary>
public sealed class LedgerEntry
{
    private LedgerEntry()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>What happened.</summary>
    public LedgerKind Kind { get; private init; }

    /// <summary>Yuan, two decimals; below zero only in a counter-entry, zero where only abilities were switched.</summary>
    public decimal Amount { get; private init; }

    /// <summary>When it happened; Shanghai date.</summary>
    public DateOnly On { get; private init; }

    /// <summary>What shows it: statement, notice, receipt number.</summary>
    public string Proof { get; private init; } = "";

    /// <summary>The paper that shows it, where there is one.</summary>
    public Guid? ProofItemId { get; private init; }

    /// <summary>What it switched off (frozen) or on (released).</summary>
    public IReadOnlyList<Ability> Abilities { get; private init; } = [];

    /// <summary>Under which measure; none means under every one.</summary>
    public Guid? MeasureId { get; private init; }

    /// <summary>Last day of a temporary release.</summary>
    public DateOnly? Until { get; private init; }

    /// <summary>The relief that it carries out.</summary>
    public Guid? ReliefId { get; private init; }

    /// <summary>The entry that this one corrects.</summary>
    public Guid? Corrects { get; private init; }

    /// <summary>Entered by.</summary>
    public Guid ById { get; private init; }

    /// <summary>Entered at.</summary>
    public DateTimeOffset EnteredAt { get; private init; }

    internal static LedgerEntry Of(
        CaseId caseId, LedgerKind kind, decimal amount, DateOnly on, string proof, Guid? item, LedgerReach reach, Guid by, DateTimeOffset at) => new()
        {
            Abilities = reach.Abilities,
            MeasureId = reach.MeasureId,
            Until = reach.Until,
            ReliefId = reach.ReliefId,
            Id = Guid.NewGuid(),
            CaseId = caseId,
            Kind = kind,
            Amount = amount,
            On = on,
            Proof = proof,
            ProofItemId = item,
            ById = by,
            EnteredAt = at,
        };

    internal LedgerEntry Counter(string reason, DateOnly on, Guid by, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = CaseId,
        Kind = Kind,
        Amount = -Amount,
        On = on,
        Proof = reason,
        Corrects = Id,
        ById = by,
        EnteredAt = at,
    };
}

/// <summary>An entry with what remained frozen after it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Remaining">Yuan still frozen after it.</param>
/// <param name="IsCorrected">Whether a later counter-entry took it back.</param>
public sealed record LedgerLine(LedgerEntry Entry, decimal Remaining, bool IsCorrected)
{
    /// <summary>The entries in the order in which they were entered, with the running balance.</summary>
    public static IReadOnlyList<LedgerLine> Of(IEnumerable<LedgerEntry> entries)
    {
        List<LedgerEntry> ordered = [.. entries.OrderBy(e => e.EnteredAt)];
        var corrected = ordered.Select(e => e.Corrects).ToHashSet();
        var remaining = 0m;
        return [.. ordered.Select(e => new LedgerLine(e, remaining += e.Kind == LedgerKind.Frozen ? e.Amount : -e.Amount, corrected.Contains(e.Id)))];
    }

    /// <summary>What the entries switched, those taken back left out.</summary>
    public static IEnumerable<AbilitySwitch> SwitchesOf(IEnumerable<LedgerEntry> entries) =>
        from line in Of(entries)
        where !line.IsCorrected && line.Entry.Corrects is null
        from ability in line.Entry.Abilities
        select new AbilitySwitch(ability, line.Entry.Kind == LedgerKind.Released, line.Entry.On, line.Entry.Until, line.Entry.MeasureId);
}

/// <summary>The ledger added up, in yuan.</summary>
/// <param name="Frozen">Ever frozen.</param>
/// <param name="Released">Released.</param>
/// <param name="Deducted">Deducted.</param>
/// <param name="Refunded">Paid back.</param>
public sealed record Balance(decimal Frozen, decimal Released, decimal Deducted, decimal Refunded)
{
    /// <summary>Still frozen.</summary>
    public decimal Remaining => Frozen - Released - Deducted - Refunded;

    /// <summary>Adds up entries.</summary>
    public static Balance Of(IEnumerable<(LedgerKind Kind, decimal Amount)> entries)
    {
        var sums = entries.GroupBy(e => e.Kind).ToDictionary(g => g.Key, g => g.Sum(e => e.Amount));
        return new Balance(
            sums.GetValueOrDefault(LedgerKind.Frozen),
            sums.GetValueOrDefault(LedgerKind.Released),
            sums.GetValueOrDefault(LedgerKind.Deducted),
            sums.GetValueOrDefault(LedgerKind.Refunded));
    }

    /// <summary>
    /// Whether the ledger says the same as an outcome. An empty ledger contradicts no outcome but those that speak of deducted
    /// money: some measures block abilities and no money.
    /// </summary>
    public bool Agrees(Outcome outcome) => outcome switch
    {
        Outcome.FullyUnfrozen or Outcome.ExpiredByLaw => Remaining == 0 && Deducted == 0 && Refunded == 0,
        Outcome.PartlyUnfrozen => Frozen == 0 || (Released > 0 && Released < Frozen),
        Outcome.Refused => Released == 0 && Deducted == 0,
        Outcome.ServiceEnded => Remaining == 0,
        Outcome.Deducted => Deducted + Refunded > 0 && Remaining == 0,
        Outcome.FakeNotice or Outcome.NotAFreeze => Frozen == 0,
        Outcome.Withdrawn or Outcome.Duplicate => true,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}
