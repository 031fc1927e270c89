using PosCases.Cases.Import;
using PosCases.Cases.Resolution;
using PosCases.Cases.Urgency;
using PosCases.Cases.Verification;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    /// <summary>When it was taken over from older records; none for a case that was handed in here.</summary>
    public DateTimeOffset? ImportedAt { get; private init; }

    /// <summary>
    /// Takes a case over from older records, with its own dates. A closed one is there as it ended: its clocks never run, nobody is told of
    /// it. An open one is being verified by its owner, and our clock runs from now. What the records say of the money of a closed case stands in
    /// the ledger with their number as proof; that of an open one is what was told.
    /// </summary>
    /// <param name="serial">Running number.</param>
    /// <param name="merchant">The merchant.</param>
    /// <param name="old">What the records say; an outcome goes with an end, and the money agrees with it.</param>
    /// <param name="owner">Who works it, or worked it.</param>
    /// <param name="by">Who takes it over.</param>
    /// <param name="at">When.</param>
    /// <param name="clock">Settings of clocks.</param>
    public static Case Import(long serial, MerchantId merchant, OldCase old, Guid? owner, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        var taken = new Case
        {
            Id = CaseId.New(),
            Serial = serial,
            Number = CaseNumber.Format(serial, old.FiledAt),
            Status = old.ClosedAt is null ? CaseStatus.Verification : CaseStatus.Closed,
            MerchantId = merchant,
            FiledById = by.Id,
            FiledByDesk = true,
            FiledAt = old.FiledAt,
            ImportedAt = at,
            Told = old.Form,
            Amount = old.Amount,
            OwnerId = owner,
        };
        taken.measures.Add(Measure.Told(taken.Id, old.Form, old.FiledAt));
        if (old.InstitutionId is { } institution)
        {
            taken.parties.Add(new Communication.Party(taken.Id, institution, old.FiledAt));
        }

        if (old.Cause is { } cause)
        {
            // What other records said is not yet sure here.
            taken.causes.Add(CaseCause.Of(taken.Id, cause, Confidence.Low, CauseSource.Agent, null, by.Id, old.FiledAt));
        }

        taken.Append(CaseEventKind.Imported, by, at, null, taken.Status, deskOnly: false, EventDetails.Of(
            ("number", old.Number),
            ("due", Day(old.FiledAt)),
            ("until", old.ClosedAt is { } end ? Day(end) : null),
            ("outcome", old.Outcome)));
        if (old.ClosedAt is { } closed)
        {
            taken.Conclude(old, closed, by);
        }
        else
        {
            (taken.StageSince, taken.StageDueAt) = (at, clock.DueOf(CaseStatus.Verification, at));
            taken.Priority = PriorityInputs.Of(taken, at).ScoreAt(alike: 0, at).Level;
        }

        taken.Reclock();
        return taken;
    }

    private void Conclude(OldCase old, DateTimeOffset closed, Actor by)
    {
        (Outcome, ClosedAt, StageSince, UpdatedAt, ClockCheckAt) = (old.Outcome, closed, closed, closed, Never);
        foreach (var (kind, amount) in MoneyOf(old))
        {
            var on = kind == LedgerKind.Frozen ? old.Since ?? ShanghaiTime.DateOf(FiledAt) : ShanghaiTime.DateOf(closed);
            ledger.Add(LedgerEntry.Of(Id, kind, amount, on, old.Number, null, LedgerReach.None, by.Id, kind == LedgerKind.Frozen ? FiledAt : closed));
        }

        if (old.Outcome is Cases.Outcome.FullyUnfrozen or Cases.Outcome.ExpiredByLaw)
        {
            measures.ForEach(m => m.Lift(closed));
        }
    }

    /// <summary>What the records of a closed case say of its money.</summary>
    internal static IReadOnlyList<(LedgerKind Kind, decimal Amount)> MoneyOf(OldCase old)
    {
        if (old.Amount is not { } frozen || old.Outcome is Cases.Outcome.FakeNotice or Cases.Outcome.NotAFreeze)
        {
            return [];
        }

        var released = old.Released ?? (old.Outcome is Cases.Outcome.FullyUnfrozen or Cases.Outcome.ExpiredByLaw ? frozen : 0m);
        return
        [
            .. new[] { (LedgerKind.Frozen, frozen), (LedgerKind.Released, released), (LedgerKind.Deducted, old.Deducted ?? 0m) }.Where(e => e.Item2 > 0),
        ];
    }
}
