using PosCases.Cases.Resolution;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private readonly List<LedgerEntry> ledger = [];
    private readonly List<Proposal> proposals = [];

    /// <summary>What happened to the money.</summary>
    public IReadOnlyList<LedgerEntry> Ledger => ledger;

    /// <summary>Outcomes proposed so far.</summary>
    public IReadOnlyList<Proposal> Proposals => proposals;

    /// <summary>Who proposed the outcome under review or, once closed, the approved one.</summary>
    public Guid? ProposedById { get; private set; }

    /// <summary>The ledger added up.</summary>
    public Balance Balance => Balance.Of(ledger.Select(e => (e.Kind, e.Amount)));

    /// <summary>What works on a day and what does not. Needs measures and ledger to be loaded.</summary>
    public AbilityState AbilitiesOn(DateOnly today) => AbilityState.Of(
        from measure in measures
        from ability in measure.AbilitiesOff
        select new AbilityHold(measure.Id, ability, measure.Since, measure.EndedOn ?? (measure.LiftedAt is { } lifted ? ShanghaiTime.DateOf(lifted) : null)),
        LedgerLine.SwitchesOf(ledger),
        today);

    /// <summary>The merchant's rating of the handling, 1 to 5.</summary>
    public int? Rating { get; private set; }

    /// <summary>The merchant's comment.</summary>
    public string? RatingComment { get; private set; }

    /// <summary>Rated at.</summary>
    public DateTimeOffset? RatedAt { get; private set; }

    /// <summary>Enters what happened to the money and to abilities.</summary>
    public Result EnterLedger(
        LedgerKind kind, decimal amount, DateOnly on, string proof, Guid? proofItem, Actor by, DateTimeOffset at, LedgerReach? reach = null)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        if (kind != LedgerKind.Frozen && amount > Balance.Remaining)
        {
            return new LedgerOverdrawn(Balance.Remaining);
        }

        if (reach?.MeasureId is { } under && !measures.Exists(m => m.Id == under))
        {
            return new NotFound("Measure");
        }

        ledger.Add(LedgerEntry.Of(Id, kind, amount, on, proof, proofItem, reach ?? LedgerReach.None, by.Id, at));
        TakeAmount();
        Record(CaseEventKind.LedgerEntryAdded, by, at, EventDetails.Of(
            ("kind", kind),
            ("amount", amount == 0 ? null : amount),
            ("abilities", reach is null ? null : string.Join('|', reach.Abilities)),
            ("until", reach?.Until?.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
            ("remaining", Balance.Frozen == 0 ? null : Balance.Remaining)));
        return Result.Ok;
    }

    /// <summary>Corrects an entry by a counter-entry; both stay.</summary>
    public Result CorrectLedger(Guid entryId, string reason, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        if (ledger.Find(e => e.Id == entryId && e.Corrects is null) is not { } entry || ledger.Exists(e => e.Corrects == entryId))
        {
            return new NotFound("LedgerEntry");
        }

        if (entry.Kind == LedgerKind.Frozen && Balance.Remaining < entry.Amount)
        {
            return new LedgerOverdrawn(Balance.Remaining);
        }

        var counter = entry.Counter(reason, ShanghaiTime.DateOf(at), by.Id, at);
        ledger.Add(counter);
        TakeAmount();
        Record(
            CaseEventKind.LedgerEntryAdded, by, at,
            EventDetails.Of(("kind", counter.Kind), ("amount", counter.Amount), ("remaining", Balance.Remaining), ("correction", "yes")));
        return Result.Ok;
    }

    /// <summary>Proposes an outcome of the talks with the institutions.</summary>
    public Result ProposeResolution(ProposalRecord proposal, Actor by, DateTimeOffset at, CaseOptions clock) =>
        string.IsNullOrWhiteSpace(proposal.Proof) ? new CaseNotReady(Lack.Proof)
            : proposal.EndsInterim is null && interims.Exists(w => w.EndedOn is null) ? new Invalid("Proposal.EndsInterim", "Unanswered")
            : Propose(CaseAction.ProposeResolution, CaseEventKind.ResolutionProposed, proposal, by, at, clock);

    /// <summary>Accepts the proposed outcome and closes the case; never by the person who proposed it.</summary>
    public Result Approve(string? note, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        if (LackFor(CaseAction.Approve) is { } lack)
        {
            return lack;
        }

        if (proposals.Find(p => p.State == ProposalState.Pending) is not { } proposal)
        {
            return new CaseMoveRefused(Status, CaseAction.Approve);
        }

        var details = EventDetails.Of(
            ("outcome", proposal.Outcome), ("released", Balance.Released), ("remaining", Balance.Remaining), ("advice", proposal.Advice));
        if (Move(CaseAction.Approve, CaseEventKind.ResolutionApproved, by, at, clock, details) is { } refused)
        {
            return refused;
        }

        proposal.Review(ProposalState.Approved, note, by, at);
        Outcome = proposal.Outcome;
        if (proposal.Outcome is Cases.Outcome.FullyUnfrozen or Cases.Outcome.ExpiredByLaw)
        {
            measures.ForEach(m => m.Lift(at));
            RenewalDueAt = null;
        }

        if (proposal.EndsInterim == true)
        {
            interims.FindAll(w => w.EndedOn is null).ForEach(w => w.End(ShanghaiTime.DateOf(at), null, by, at));
        }

        return Result.Ok;
    }

    /// <summary>Sends the proposal back to its owner with a reason.</summary>
    public Result Return(string reason, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        if (proposals.Find(p => p.State == ProposalState.Pending) is not { } proposal)
        {
            return new CaseMoveRefused(Status, CaseAction.Return);
        }

        if (Move(CaseAction.Return, CaseEventKind.ResolutionReturned, by, at, clock, EventDetails.Of(("reason", reason))) is { } refused)
        {
            return refused;
        }

        proposal.Review(ProposalState.Returned, reason, by, at);
        ProposedById = null;
        return Result.Ok;
    }

    /// <summary>Takes a legal route, by its code. Whether it fits is the remedies' decision, made before.</summary>
    public Result TakeLegalRoute(string route, string reason, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        if (LackFor(CaseAction.TakeLegalRoute) is { } lack)
        {
            return lack;
        }

        if (Move(CaseAction.TakeLegalRoute, CaseEventKind.LegalRouteTaken, by, at, clock, EventDetails.Of(("route", route), ("reason", reason))) is { } refused)
        {
            return refused;
        }

        Outcome = null;
        ProposedById = null;
        OwnerId ??= by.Id;
        return Result.Ok;
    }

    /// <summary>Opens a closed case again; its history stays.</summary>
    public Result Reopen(string reason, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        if (Move(CaseAction.Reopen, CaseEventKind.Reopened, by, at, clock, EventDetails.Of(("reason", reason))) is { } refused)
        {
            return refused;
        }

        EndClosingLinks(reason, by, at);
        Outcome = null;
        DuplicateOf = null;
        ProposedById = null;
        WithdrawalReason = null;
        WorksAgainAt = null;
        OwnerId ??= by.Id;
        return Result.Ok;
    }

    /// <summary>Rates the handling of a closed case; may be changed by rating again.</summary>
    public Result Rate(int stars, string? comment, Actor by, DateTimeOffset at)
    {
        if (Status != CaseStatus.Closed)
        {
            return new WrongStage(Status);
        }

        Rating = stars;
        RatingComment = comment;
        RatedAt = at;
        Record(CaseEventKind.Rated, by, at, EventDetails.Of(("stars", stars), ("comment", comment)));
        return Result.Ok;
    }

    private Result Propose(CaseAction action, CaseEventKind kind, ProposalRecord record, Actor by, DateTimeOffset at, CaseOptions clock)
    {
        if (new FreezeStanding(Balance, AbilitiesOn(ShanghaiTime.DateOf(at))).LackFor(record.Outcome) is { } lack)
        {
            return lack;
        }

        if (Move(action, kind, by, at, clock, EventDetails.Of(("outcome", record.Outcome))) is { } refused)
        {
            return refused;
        }

        proposals.Add(Proposal.Of(Id, proposals.Count + 1, record, Balance, by, at));
        ProposedById = by.Id;
        return Result.Ok;
    }

    private void TakeAmount() => Amount = Balance.Frozen > 0 ? Balance.Frozen : Told.Amount;
}
