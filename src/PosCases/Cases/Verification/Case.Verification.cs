using PosCases.Cases.Filing;
using PosCases.Cases.Measures;
using PosCases.Cases.Resolution;
using PosCases.Cases.Verification;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private static readonly CaseStatus[] Open =
    [
        CaseStatus.Verification, CaseStatus.EvidenceCollection, CaseStatus.BankCommunication, CaseStatus.LegalRoute, CaseStatus.Waiting,
    ];

    private readonly List<OfficialCheck> checks = [];
    private readonly List<CaseCause> causes = [];

    /// <summary>Questions put to official channels.</summary>
    public IReadOnlyList<OfficialCheck> Checks => checks;

    /// <summary>Causes, taken-back ones included.</summary>
    public IReadOnlyList<CaseCause> Causes => causes;

    /// <summary>Whether the notice is genuine; none before it was judged.</summary>
    public Authenticity? Verdict { get; private set; }

    /// <summary>Why it was judged so.</summary>
    public string? VerdictReasons { get; private set; }

    /// <summary>Takes the case up: the actor becomes its owner.</summary>
    public Result StartVerification(Actor by, DateTimeOffset at, CaseOptions clock)
    {
        if (Move(CaseAction.StartVerification, CaseEventKind.VerificationStarted, by, at, clock, EventDetails.Of(("owner", by.Name))) is { } refused)
        {
            return refused;
        }

        OwnerId = by.Id;
        return Result.Ok;
    }

    /// <summary>Records what an official channel answered.</summary>
    public Result RecordCheck(RecordCheck.Command check, string institution, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        checks.Add(OfficialCheck.Of(Id, check, by.Id));
        Record(CaseEventKind.CheckRecorded, by, at, EventDetails.Of(("institution", institution), ("answer", check.Answer)));
        return Result.Ok;
    }

    /// <summary>Judges whether the notice is genuine; a later verdict replaces an earlier one, the events keep both.</summary>
    public Result RecordVerdict(Authenticity verdict, string reasons, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, CaseStatus.Verification) is { } refused)
        {
            return refused.AsResult();
        }

        if (verdict != Authenticity.CannotTell && !checks.Any(c => c.Answer != CheckAnswer.NotReached))
        {
            return new CaseNotReady(Lack.OfficialCheck);
        }

        Verdict = verdict;
        VerdictReasons = reasons;
        Record(CaseEventKind.VerdictRecorded, by, at, EventDetails.Of(("verdict", verdict), ("reasons", reasons)));
        return Result.Ok;
    }

    /// <summary>Completes or corrects a measure, or adds one.</summary>
    public Result RecordMeasure(Guid? measureId, MeasureRecord record, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        if (measureId is null)
        {
            measures.Add(Measure.Confirmed(Id, record, at));
        }
        else if (measures.Find(m => m.Id == measureId) is { } known)
        {
            if (!known.IsInForce)
            {
                return new MeasureEnded();
            }

            var before = known.Expiry;
            known.Confirm(record);
            if (known.Expiry != before)
            {
                SettleAsks(known.Id, RenewalAnswer.Corrected, null, at);
            }
        }
        else
        {
            return new NotFound("Measure");
        }

        if (record.Institution is { } institution && !parties.Exists(p => p.InstitutionId == institution))
        {
            parties.Add(new Communication.Party(Id, institution, at));
        }

        TakeMeasured();
        Record(CaseEventKind.MeasureRecorded, by, at, EventDetails.Of(("kind", record.Kind), ("by", record.ImposedBy)));
        return Result.Ok;
    }

    /// <summary>Classifies a cause.</summary>
    public Result AddCause(string code, Confidence confidence, CauseSource source, string? note, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        if (causes.Exists(c => c.RemovedAt is null && c.Code == code))
        {
            return new Invalid("Code", "CauseKnown");
        }

        causes.Add(CaseCause.Of(Id, code, confidence, source, note, by.Id, at));
        Record(CaseEventKind.CauseAdded, by, at, EventDetails.Of(("cause", code), ("source", source), ("confidence", confidence)));
        return Result.Ok;
    }

    /// <summary>Takes a cause back; its row stays.</summary>
    public Result RemoveCause(Guid causeId, string reason, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        if (causes.Find(c => c.Id == causeId && c.RemovedAt is null) is not { } cause)
        {
            return new NotFound("Cause");
        }

        cause.Remove(at);
        Record(CaseEventKind.CauseRemoved, by, at, EventDetails.Of(("cause", cause.Code), ("reason", reason)));
        return Result.Ok;
    }

    /// <summary>The notice is genuine and its cause is known: on to the papers.</summary>
    public Result ConfirmGenuine(Actor by, DateTimeOffset at, CaseOptions clock) =>
        LackFor(CaseAction.ConfirmGenuine) is { } lack
            ? lack
            : Move(CaseAction.ConfirmGenuine, CaseEventKind.ConfirmedGenuine, by, at, clock, EventDetails.None).AsResult();

    /// <summary>The notice is a scam: proposes that outcome for review.</summary>
    /// <param name="flags">The red flags that speak for it; at least one.</param>
    /// <param name="advice">What the merchant should do now.</param>
    /// <param name="by">The owner.</param>
    /// <param name="at">Now.</param>
    /// <param name="clock">Stage lengths.</param>
    public Result ConfirmFake(IReadOnlyList<Demand> flags, string advice, Actor by, DateTimeOffset at, CaseOptions clock) =>
        LackFor(CaseAction.ConfirmFake) is { } lack
            ? lack
            : Propose(CaseAction.ConfirmFake, CaseEventKind.ConfirmedFake, new ProposalRecord
            {
                Outcome = Cases.Outcome.FakeNotice,
                Statement = string.Join(", ", flags),
                Advice = advice,
            }, by, at, clock);

    /// <summary>Nothing is frozen: device, network or maintenance.</summary>
    public Result ConfirmNotAFreeze(string finding, string advice, Actor by, DateTimeOffset at, CaseOptions clock) =>
        LackFor(CaseAction.ConfirmNotAFreeze) is { } lack
            ? lack
            : Propose(CaseAction.ConfirmNotAFreeze, CaseEventKind.ConfirmedNotAFreeze, new ProposalRecord
            {
                Outcome = Cases.Outcome.NotAFreeze,
                Statement = finding,
                Advice = advice,
            }, by, at, clock);
}

/// <summary>Whether a notice is genuine.</summary>
public enum Authenticity
{
    /// <summary>真.</summary>
    Genuine,

    /// <summary>假.</summary>
    Fake,

    /// <summary>无法确认.</summary>
    CannotTell,
}
