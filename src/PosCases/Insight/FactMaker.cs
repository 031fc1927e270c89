using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Impact;
using PosCases.Cases.Resolution;
using PosCases.Platform;

namespace PosCases.Insight;

/// <summary>Whose time it was.</summary>
public enum ClockSide
{
    /// <summary>Ours: not taken up, being verified, under review, or waiting for ourselves.</summary>
    Ours,

    /// <summary>The merchant's: collecting papers, or waiting for him.</summary>
    Merchant,

    /// <summary>The institution's: talks, or waiting for it.</summary>
    Institution,

    /// <summary>The law's: a route is open, or waiting for an authority.</summary>
    Legal,
}

/// <summary>Makes the facts of a case from its events, ledger and clocks. Pure: the same case gives the same facts at every time.</summary>
internal static class FactMaker
{
    /// <summary>Most days that an avoided loss is counted for.</summary>
    public const int MostDaysAvoided = 180;

    private static readonly Outcome[] Easing = [Outcome.FullyUnfrozen, Outcome.PartlyUnfrozen, Outcome.ExpiredByLaw];

    /// <summary>Makes them. Needs events, marks, measures with renewals, causes, parties, communications, rounds, ledger, deadlines and playbooks.</summary>
    /// <param name="found">The case.</param>
    /// <param name="statements">What was said of the impact.</param>
    /// <param name="region">Where the merchant trades.</param>
    /// <param name="model">Model of the terminal that the case names, or of the merchant's only one.</param>
    public static CaseFact Of(Case found, IReadOnlyList<ImpactStatement> statements, string? region, string? model)
    {
        var events = found.Events.OrderBy(e => e.Seq).ToList();
        var closedOn = Day(found.ClosedAt);
        var isEased = found.Outcome is { } outcome && Easing.Contains(outcome);
        var filedOn = ShanghaiTime.DateOf(found.FiledAt);
        var (loss, avoided) = isEased ? LossesOf(found, statements, closedOn!.Value) : (null, null);
        var days = closedOn?.DayNumber - filedOn.DayNumber;
        return new CaseFact
        {
            CaseId = found.Id,
            Serial = found.Serial,
            MerchantId = found.MerchantId,
            OwnerId = found.OwnerId,
            Stage = found.Status.ToString(),
            DueAt = found.DueAt,
            FiledOn = filedOn,
            VerifiedOn = Day(events.Find(e => e.Kind is CaseEventKind.ConfirmedGenuine or CaseEventKind.ConfirmedFake or CaseEventKind.ConfirmedNotAFreeze)?.At),
            SubmittedOn = Day(found.Rounds.Min(r => (DateTimeOffset?)r.SentAt)),
            DecidedOn = Day(found.Rounds.Where(r => r.Answer is InstitutionAnswer.Lifted or InstitutionAnswer.PartlyLifted or InstitutionAnswer.Refused).Max(r => r.AnsweredAt)),
            ReleasedOn = LedgerLine.Of(found.Ledger).Where(l => l is { IsCorrected: false, Entry: { Kind: LedgerKind.Released, Corrects: null } }).Min(l => (DateOnly?)l.Entry.On),
            ClosedOn = closedOn,
            EasedOn = isEased ? closedOn : null,
            Outcome = found.Outcome?.ToString(),
            Days = days,
            Institution = InstitutionOf(found)?.ToString("D"),
            Region = Short(region),
            Model = Short(model),
            Cause = CauseOf(found),
            Measure = MeasureOf(found),
            FrozenFen = Fen(found.Balance.Frozen),
            RemainingFen = Fen(found.Balance.Remaining),
            LossFen = loss,
            AvoidedFen = avoided,
            Rating = found.Rating,
            RatedOn = Day(found.RatedAt),
            IsFreeze = found.Outcome is not (Outcome.FakeNotice or Outcome.NotAFreeze or Outcome.Withdrawn or Outcome.Duplicate),
            Lines = [.. LinesOf(found, events, isEased, days).Index().Select(l => Numbered(l.Item, found.Id, l.Index + 1))],
        };
    }

    /// <summary>Whose time a stage is; while a case waits, that of whom it waits for.</summary>
    internal static ClockSide SideOf(CaseStatus stage, Ball? waitsFor) => (stage, waitsFor) switch
    {
        (CaseStatus.Waiting, Ball.Merchant) or (CaseStatus.EvidenceCollection, _) => ClockSide.Merchant,
        (CaseStatus.Waiting, Ball.Institution) or (CaseStatus.BankCommunication, _) => ClockSide.Institution,
        (CaseStatus.Waiting, Ball.Authority) or (CaseStatus.LegalRoute, _) => ClockSide.Legal,
        _ => ClockSide.Ours,
    };

    private static IEnumerable<FactLine> LinesOf(Case found, List<CaseEvent> events, bool isEased, int? days) =>
        StagesOf(found, events)
            .Concat(AnswersOf(found))
            .Concat(PromisesOf(found))
            .Concat(DeadlinesOf(found))
            .Concat(found.Ledger.Where(e => e.Amount != 0).OrderBy(e => e.EnteredAt).ThenBy(e => e.Id).Select(e => Line(KindOf(e.Kind), e.On, null, value: Fen(e.Amount))))
            .Concat(days is null ? [] : found.Playbooks.Where(p => p.LeftAt is null).OrderBy(p => p.Code, StringComparer.Ordinal)
                .Select(p => Line(FactKind.Playbook, Day(found.ClosedAt)!.Value, $"{p.Code}/{p.Version}", value: days, kept: isEased)));

    private static IEnumerable<FactLine> StagesOf(Case found, List<CaseEvent> events)
    {
        (CaseStatus Stage, DateTimeOffset Since, Ball? WaitsFor)? now = null;
        foreach (var moved in events.Where(e => e.To is not null))
        {
            if (now is { } left && left.Stage != CaseStatus.Closed)
            {
                var marks = found.Marks.Where(m => m.Key == nameof(ClockKind.Stage) && m.BreachedAt >= left.Since && m.BreachedAt <= moved.At).ToList();
                var isClocked = left.Stage is not (CaseStatus.Draft or CaseStatus.Waiting);
                // A pause does not end the clock.
                bool? kept = !isClocked ? null : marks.Count > 0 ? false : moved.To == CaseStatus.Waiting ? null : true;
                yield return Line(
                    FactKind.Stage, ShanghaiTime.DateOf(moved.At), left.Stage.ToString(), (long)(moved.At - left.Since).TotalSeconds, kept,
                    marks.Find(m => m.Note is not null)?.Note, SideOf(left.Stage, left.WaitsFor));
            }

            Ball? waitsFor = moved.Details.TryGetValue("for", out var name) && Enum.TryParse<Ball>(name, out var ball) ? ball : null;
            now = (moved.To!.Value, moved.At, waitsFor);
        }
    }

    private static IEnumerable<FactLine> AnswersOf(Case found)
    {
        foreach (var round in found.Rounds.OrderBy(r => r.Number))
        {
            var isFinal = round.Answer is not (null or InstitutionAnswer.UnderReview or InstitutionAnswer.Silent);
            var mark = found.Marks.FirstOrDefault(m => m.Key == $"{ClockKind.Answer}:{round.Id:N}" && m.BreachedAt is not null);
            bool? kept = isFinal && round.AnswerDueAt is { } due ? round.AnsweredAt <= due
                : mark is not null || round.Answer == InstitutionAnswer.Silent ? false
                : null;
            if (!isFinal && kept is null)
            {
                continue;
            }

            var on = isFinal ? round.AnsweredAt!.Value : round.AnswerDueAt ?? round.AnsweredAt!.Value;
            var institution = found.Parties.FirstOrDefault(p => p.Id == round.PartyId)?.InstitutionId.Value.ToString("D");
            yield return Line(
                FactKind.Answer, ShanghaiTime.DateOf(on), institution, isFinal ? (long)(round.AnsweredAt!.Value - round.SentAt).TotalSeconds : null, kept, mark?.Note,
                ClockSide.Institution);
        }
    }

    private static IEnumerable<FactLine> PromisesOf(Case found) =>
        from entry in found.Communications.OrderBy(c => c.At)
        where entry is { Promise: not (null or ""), FollowUpAt: not null, FollowUpResult: FollowUpResult.Kept or FollowUpResult.Broken }
        let mark = found.Marks.FirstOrDefault(m => m.Key == $"{ClockKind.Promise}:{entry.Id:N}" && m.BreachedAt is not null)
        select Line(
            FactKind.Promise, ShanghaiTime.DateOf(entry.FollowUpAt!.Value), found.Parties.FirstOrDefault(p => p.Id == entry.PartyId)?.InstitutionId.Value.ToString("D"),
            null, entry.FollowUpResult == FollowUpResult.Kept, mark?.Note, ClockSide.Institution);

    private static IEnumerable<FactLine> DeadlinesOf(Case found)
    {
        foreach (var deadline in found.Deadlines.OrderBy(d => d.StartsAt).ThenBy(d => d.Id))
        {
            var mark = found.Marks.FirstOrDefault(m => m.Key == $"{ClockKind.Legal}:{deadline.Id:N}" && m.BreachedAt is not null);
            bool? kept = deadline is { End: DeadlineEnd.Met, EndedAt: { } ended } ? ended <= deadline.EndsAt : mark is not null ? false : null;
            if (kept is not null)
            {
                yield return Line(
                    FactKind.Legal, ShanghaiTime.DateOf(deadline.EndedAt ?? deadline.EndsAt), deadline.Rule, null, kept, mark?.Note, ClockSide.Legal);
            }
        }
    }

    // Only what can be counted: the lower daily loss by the merchant's own words. What was avoided needs the day on which the measure would have
    // ended by itself, as the document says it; the longest term of a rule is no such day.
    private static (long? Loss, long? Avoided) LossesOf(Case found, IReadOnlyList<ImpactStatement> statements, DateOnly easedOn)
    {
        var form = ImpactReading.Of(statements, found.Told, found.FiledAt).Form;
        if (LossEstimate.Of(form, easedOn).PerDay is not { Low: var daily })
        {
            return (null, null);
        }

        long? loss = LossEstimate.Of(form with { StoppedUntil = form.StoppedUntil < easedOn ? form.StoppedUntil : easedOn }, easedOn).ToDate is { Low: var borne } ? Fen(borne) : null;
        var ends = found.Measures.Select(m => m.Expiry).Where(e => e is not null && e.Basis != Cases.Measures.ExpiryBasis.RuleMaximum).Max(e => (DateOnly?)e!.Day);
        long? avoided = ends is { } end ? Fen(daily) * Math.Clamp(end.DayNumber - easedOn.DayNumber, 0, MostDaysAvoided) : null;
        return (loss, avoided);
    }

    /// <summary>The cause classified last. Needs causes.</summary>
    internal static string? CauseOf(Case found) => found.Causes.Where(k => k.RemovedAt is null).OrderByDescending(k => k.AddedAt).FirstOrDefault()?.Code;

    /// <summary>Kind of the measure by which the institution is told. Needs measures.</summary>
    internal static string? MeasureOf(Case found) =>
        found.Measures.OrderByDescending(m => m.IsConfirmed).ThenBy(m => m.RecordedAt).FirstOrDefault()?.Kind.ToString();

    /// <summary>The institution that imposed the measure, else the one first spoken to. Needs measures and parties.</summary>
    internal static Guid? InstitutionOf(Case found) =>
        found.Measures.OrderByDescending(m => m.IsConfirmed).ThenBy(m => m.RecordedAt).Select(m => m.InstitutionId).FirstOrDefault()?.Value
        ?? found.Parties.OrderBy(p => p.JoinedAt).FirstOrDefault()?.InstitutionId.Value;

    private static FactKind KindOf(LedgerKind kind) => kind switch
    {
        LedgerKind.Frozen => FactKind.Frozen,
        LedgerKind.Released => FactKind.Released,
        LedgerKind.Deducted => FactKind.Deducted,
        LedgerKind.Refunded => FactKind.Refunded,
    };

    private static FactLine Line(FactKind kind, DateOnly on, string? key, long? value = null, bool? kept = null, string? why = null, ClockSide? side = null) => new()
    {
        CaseId = default,
        Seq = 0,
        Kind = kind,
        On = on,
        Key = key,
        Value = value,
        Kept = kept,
        Why = why is { Length: > FactLine.WhyLength } ? why[..FactLine.WhyLength] : why,
        Side = side?.ToString(),
    };

    private static FactLine Numbered(FactLine line, CaseId id, int seq) => new()
    {
        CaseId = id,
        Seq = seq,
        Kind = line.Kind,
        On = line.On,
        Key = line.Key,
        Value = line.Value,
        Kept = line.Kept,
        Why = line.Why,
        Side = line.Side,
    };

    private static string? Short(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Length > CaseFact.KeyLength ? text[..CaseFact.KeyLength] : text;

    private static DateOnly? Day(DateTimeOffset? at) => at is { } known ? ShanghaiTime.DateOf(known) : null;

    private static long Fen(decimal yuan) => (long)decimal.Round(yuan * 100m);
}
