using System.Globalization;
using PosCases.Cases.Measures;
using PosCases.Cases.Resolution;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

public sealed partial class Case
{
    private const int DaysToAsk = 3;

    private readonly List<RenewalAsk> renewalAsks = [];

    /// <summary>Questions whether a measure was renewed, answered ones included.</summary>
    public IReadOnlyList<RenewalAsk> RenewalAsks => renewalAsks;

    /// <summary>Records that a measure was renewed, or that a stop of payments was repeated.</summary>
    public Result RecordRenewal(Guid measureId, RenewalRecord record, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        if (measures.Find(m => m.Id == measureId && m.IsInForce) is not { } measure)
        {
            return new NotFound("Measure");
        }

        var before = measure.Expiry;
        var startsAt = record.StartsAt ?? (before is { IsMoment: true } && record.StartsOn is null ? before.At : null);
        if ((record.StartsOn ?? (startsAt is { } moment ? ShanghaiTime.DateOf(moment) : before?.Day.AddDays(1))) is not { } startsOn)
        {
            return new Invalid("Renewal.StartsOn", "StartUnknown");
        }

        measure.Renew(record, startsOn, startsAt, by.Name, at);
        TakeMeasured();
        SettleAsks(measure.Id, RenewalAnswer.Renewed, record.Note, at);
        Record(CaseEventKind.MeasureRenewed, by, at, EventDetails.Of(
            ("kind", measure.Kind), ("document", record.DocumentNumber), ("on", Iso(startsOn)), ("until", Iso(measure.Expiry?.Day))));
        return Result.Ok;
    }

    /// <summary>Records that a measure ended.</summary>
    public Result EndMeasure(EndMeasure.Command ended, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        if (measures.Find(m => m.Id == ended.MeasureId && m.IsInForce) is not { } measure)
        {
            return new NotFound("Measure");
        }

        if (ended.Ending == MeasureEnding.Replaced && !measures.Exists(m => m.Id == ended.ReplacedBy && m.Id != measure.Id && m.IsInForce))
        {
            return new Invalid("ReplacedBy", "ReplacementUnknown");
        }

        measure.End(ended.Ending, ended.On, ended.Proof, ended.Ending == MeasureEnding.Replaced ? ended.ReplacedBy : null, at);
        TakeMeasured();
        SettleAsks(measure.Id, RenewalAnswer.Ended, ended.Proof, at);
        Record(CaseEventKind.MeasureEnded, by, at, EventDetails.Of(("kind", measure.Kind), ("ending", ended.Ending), ("on", Iso(ended.On)), ("proof", ended.Proof)));
        return Result.Ok;
    }

    /// <summary>Raises the questions that the watch finds due; no effect where there is none.</summary>
    public Result RaiseRenewalAsks(Actor by, DateTimeOffset at)
    {
        if (Status == CaseStatus.Closed)
        {
            return new CaseLocked();
        }

        foreach (var measure in measures.Where(m => m.WatchAt <= at).ToList())
        {
            var expiry = measure.Expiry ?? throw new InvalidOperationException($"{Number} watches a measure without an end.");
            var kind = at > expiry.At || expiry.IsMoment ? RenewalAskKind.AfterExpiry : RenewalAskKind.BeforeExpiry;
            SettleAsks(measure.Id, RenewalAnswer.AskAgain, null, at);
            Ask(measure, kind, expiry, ShanghaiTime.EndOf(ShanghaiTime.DateOf(at).AddDays(kind == RenewalAskKind.BeforeExpiry ? DaysToAsk : 0)), at);
            measure.Asked(kind);
            Record(CaseEventKind.RenewalDue, by, at, EventDetails.Of(
                ("kind", measure.Kind), ("until", Iso(expiry.Day)), ("passed", kind == RenewalAskKind.AfterExpiry ? "yes" : null)));
        }

        return Result.Ok;
    }

    /// <summary>Nobody could say whether a measure was renewed: the question stays due on a later day.</summary>
    public Result AskRenewalAgain(Guid measureId, string note, DateOnly on, Actor by, DateTimeOffset at)
    {
        if (RefuseUnlessWorkedBy(by, Open) is { } refused)
        {
            return refused.AsResult();
        }

        if (measures.Find(m => m.Id == measureId && m.IsInForce) is not { } measure || renewalAsks.Find(a => a.MeasureId == measureId && a.Answer is null) is not { } open)
        {
            return new NotFound("Measure");
        }

        open.Settle(RenewalAnswer.AskAgain, note, at);
        Ask(measure, RenewalAskKind.Again, measure.Expiry, ShanghaiTime.EndOf(on), at);
        Record(CaseEventKind.RenewalUnknown, by, at, EventDetails.Of(("kind", measure.Kind), ("followUp", Iso(on))));
        return Result.Ok;
    }

    /// <summary>
    /// Why an addressee must not be asked to lift measures; none when it may. A bank, an acquirer or a payment institution is never asked to lift
    /// what an authority ordered: it can only be asked for facts.
    /// </summary>
    /// <param name="addressee">What is asked; none counts as an institution.</param>
    /// <param name="concerns">The measures that it is about; empty when they are not named.</param>
    /// <param name="field">The field that names them.</param>
    public Error? RefusalToAskForLifting(InstitutionKind? addressee, IReadOnlyList<Guid> concerns, string field = "Concerns")
    {
        if (addressee is { } asked && MeasureAuthority.Is(asked))
        {
            return null;
        }

        var named = measures.Where(m => m.IsInForce && concerns.Contains(m.Id)).ToList();
        var ordered = measures.Where(m => m is { IsInForce: true, IsOrderedByAuthority: true }).ToList();
        return named.Count != concerns.Count ? new NotFound("Measure")
            : named.Exists(m => m.IsOrderedByAuthority) ? OnlyAuthorityMayLift.Of(named.Where(m => m.IsOrderedByAuthority))
            : ordered.Count > 0 && measures.TrueForAll(m => !m.IsInForce || m.IsOrderedByAuthority) ? OnlyAuthorityMayLift.Of(ordered)
            : ordered.Count > 0 && named.Count == 0 ? new Invalid(field, "ConcernsUnnamed")
            : null;
    }

    // What has ended holds nothing any more, and what waits behind an earlier freeze nothing yet. Once entered, the ledger knows better.
    private void TakeMeasured()
    {
        if (!ledger.Exists(e => e.Kind == LedgerKind.Frozen) && measures.Exists(m => m.Amount is not null))
        {
            var holding = measures.FindAll(m => m is { IsInForce: true, IsQueued: false, Amount: not null });
            Amount = holding.Count > 0 ? holding.Sum(m => m.Amount) : null;
        }
    }

    private void Ask(Measure measure, RenewalAskKind kind, Expiry? expiry, DateTimeOffset due, DateTimeOffset at)
    {
        renewalAsks.Add(RenewalAsk.Of(Id, measure.Id, kind, expiry?.At ?? at, due, at));
        TakeNextAsk();
    }

    private void SettleAsks(Guid measureId, RenewalAnswer answer, string? note, DateTimeOffset at)
    {
        foreach (var open in renewalAsks.Where(a => a.MeasureId == measureId && a.Answer is null))
        {
            open.Settle(answer, note, at);
        }

        TakeNextAsk();
    }

    private void TakeNextAsk()
    {
        RenewalDueAt = renewalAsks
            .Where(a => a.Answer is null && measures.Exists(m => m.Id == a.MeasureId && m.IsInForce)).Min(a => (DateTimeOffset?)a.DueAt);
        Reclock();
    }

    private static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
