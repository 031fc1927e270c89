using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Measures;
using PosCases.Cases.Resolution;
using PosCases.Insight;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Insight;

/// <summary>Computes the figures once more, from the raw cases and in another way: case by case in memory.</summary>
internal sealed class RawFigures
{
    private readonly List<Case> cases;
    private readonly Dictionary<MerchantId, Merchant> merchants;
    private readonly DateTimeOffset now;

    private RawFigures(List<Case> cases, Dictionary<MerchantId, Merchant> merchants, DateTimeOffset now) => (this.cases, this.merchants, this.now) = (cases, merchants, now);

    /// <summary>One thing that is counted.</summary>
    public sealed record Thing(string Key, DateOnly On, decimal? Value = null, bool Hit = false);

    public static Task<RawFigures> ReadAsync(TestHost host) => host.AskAsync(async db =>
    {
        var all = await db.Set<Case>().AsNoTracking().IgnoreAutoIncludes()
            .Include(c => c.Events).Include(c => c.Marks).Include(c => c.Measures).ThenInclude(m => m.Renewals).Include(c => c.Causes).Include(c => c.Parties).Include(c => c.Communications)
            .Include(c => c.Rounds).Include(c => c.Ledger).Include(c => c.Deadlines).Include(c => c.Playbooks).Include(c => c.Impacts).AsSplitQuery().ToListAsync();
        var shops = await db.Set<Merchant>().AsNoTracking().Include(m => m.Terminals).ToDictionaryAsync(m => m.Id);
        return new RawFigures(all, shops, host.Clock.GetUtcNow());
    });

    /// <summary>Leaves cases out.</summary>
    public RawFigures Only(Func<Case, string?, bool> keep) => new(cases.FindAll(c => keep(c, RegionOf(c))), merchants, now) { every = every ?? cases };

    private List<Case>? every;

    private string? RegionOf(Case found) => merchants[found.MerchantId].Region;

    public static string? InstitutionOf(Case found) =>
        (found.Measures.OrderBy(m => m.IsConfirmed ? 0 : 1).ThenBy(m => m.RecordedAt).First().InstitutionId ?? found.Parties.MinBy(p => p.JoinedAt)?.InstitutionId)?.Value.ToString();

    /// <summary>What a figure counts within the days.</summary>
    public List<Thing> Of(string code, DaySpan span)
    {
        var seen = cases.FindAll(c => !c.IsRestricted);
        var open = seen.FindAll(c => c.Status != CaseStatus.Closed);
        var filed = seen.FindAll(c => span.Contains(Day(c.FiledAt)));
        var closed = seen.FindAll(c => c.ClosedAt is { } at && span.Contains(Day(at)));
        var eased = closed.FindAll(c => c.Outcome is Outcome.FullyUnfrozen or Outcome.PartlyUnfrozen or Outcome.ExpiredByLaw);
        var stages = seen.SelectMany(StagesOf).Where(s => span.Contains(s.On)).ToList();
        return code switch
        {
            "inflow" => filed.ConvertAll(c => new Thing("", Day(c.FiledAt))),
            "causes" => filed.ConvertAll(c => new Thing(c.Causes.Where(k => k.RemovedAt == null).MaxBy(k => k.AddedAt)?.Code ?? "", Day(c.FiledAt))),
            "regions" => filed.ConvertAll(c => new Thing(RegionOf(c) ?? "", Day(c.FiledAt))),
            "models" => filed.ConvertAll(c => new Thing(ModelOf(c) ?? "", Day(c.FiledAt))),
            "institutions" => filed.ConvertAll(c => new Thing(InstitutionOf(c) ?? "", Day(c.FiledAt))),
            "closed" => closed.ConvertAll(c => new Thing("", Day(c.ClosedAt!.Value))),
            "outcomes" => closed.ConvertAll(c => new Thing(c.Outcome.ToString()!, Day(c.ClosedAt!.Value))),
            "days-median" or "days-p90" => closed.ConvertAll(c => new Thing("", Day(c.ClosedAt!.Value), Day(c.ClosedAt.Value).DayNumber - Day(c.FiledAt).DayNumber)),
            "open" => seen.FindAll(c => Day(c.FiledAt) <= span.To && !(c.ClosedAt is { } at && Day(at) <= span.To)).ConvertAll(c => new Thing("", Day(c.FiledAt))),
            "backlog" => open.ConvertAll(c => new Thing(c.Status.ToString(), Day(c.FiledAt))),
            "overdue" => open.FindAll(c => c.DueAt < now).ConvertAll(c => new Thing(c.Status.ToString(), Day(c.FiledAt))),
            "remaining" => open.ConvertAll(c => new Thing(c.Status.ToString(), Day(c.FiledAt), c.Ledger.Sum(e => e.Kind == LedgerKind.Frozen ? e.Amount : -e.Amount))),
            "ageing" => open.ConvertAll(c => new Thing(AgeOf(Day(now).DayNumber - Day(c.FiledAt).DayNumber), Day(c.FiledAt))),
            "refreeze-30" => eased.ConvertAll(c => new Thing("", Day(c.ClosedAt!.Value), Hit: ComesAgain(c, 30))),
            "refreeze-90" => eased.ConvertAll(c => new Thing("", Day(c.ClosedAt!.Value), Hit: ComesAgain(c, 90))),
            "satisfaction" or "ratings" => seen.FindAll(c => c.RatedAt is { } at && span.Contains(Day(at))).ConvertAll(c => new Thing($"{c.Rating}", Day(c.RatedAt!.Value), c.Rating)),
            "loss-borne" => eased.ConvertAll(c => new Thing("", Day(c.ClosedAt!.Value), BorneOf(c))),
            "loss-avoided" => eased.ConvertAll(c => new Thing("", Day(c.ClosedAt!.Value), AvoidedOf(c))),
            "stage-median" or "stage-p90" => stages.ConvertAll(s => new Thing(s.Stage.ToString(), s.On, (long)s.Time.TotalSeconds)),
            "side-time" => stages.ConvertAll(s => new Thing(s.Side, s.On, (long)s.Time.TotalSeconds)),
            "our-clocks" => stages.FindAll(s => s.Kept is not null).ConvertAll(s => new Thing(s.Stage.ToString(), s.On, Hit: s.Kept!.Value)),
            "answer-clocks" => [.. seen.SelectMany(AnswersOf).Concat(seen.SelectMany(PromisesOf)).Where(a => a.Kept is not null && span.Contains(a.On)).Select(a => new Thing(a.Kind, a.On, Hit: a.Kept!.Value))],
            "legal-clocks" => [.. seen.SelectMany(LegalOf).Where(a => span.Contains(a.On)).Select(a => new Thing(a.Key ?? "", a.On, Hit: a.Kept!.Value))],
            "breaches" =>
            [
                .. stages.Where(s => s.Kept == false).Select(s => new Thing("Stage", s.On)),
                .. seen.SelectMany(c => AnswersOf(c).Concat(PromisesOf(c)).Concat(LegalOf(c))).Where(a => a.Kept == false && span.Contains(a.On)).Select(a => new Thing(a.Kind, a.On)),
            ],
            "frozen" => Money(seen, span, LedgerKind.Frozen),
            "released" => Money(seen, span, LedgerKind.Released),
            "taken" => Money(seen, span, LedgerKind.Deducted, LedgerKind.Refunded),
            "institution-released" => [.. seen.SelectMany(c => Money([c], span, LedgerKind.Released).Select(t => t with { Key = InstitutionOf(c) ?? "" }))],
            "answer-days" => [.. seen.SelectMany(AnswersOf).Where(a => a.Seconds is not null && span.Contains(a.On)).Select(a => new Thing(a.Key ?? "", a.On, a.Seconds))],
            "answer-kept" => [.. seen.SelectMany(AnswersOf).Where(a => a.Kept is not null && span.Contains(a.On)).Select(a => new Thing(a.Key ?? "", a.On, Hit: a.Kept!.Value))],
            "playbooks" or "playbook-eased" or "playbook-days" =>
            [
                .. closed.SelectMany(c => c.Playbooks.Where(p => p.LeftAt == null).Select(p => new Thing(
                    $"{p.Code}/{p.Version}", Day(c.ClosedAt!.Value), Day(c.ClosedAt.Value).DayNumber - Day(c.FiledAt).DayNumber, eased.Contains(c)))),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
        };
    }

    /// <summary>Puts things together as the figure says.</summary>
    public static decimal? Value(Figure figure, IReadOnlyList<Thing> things)
    {
        var values = things.Where(t => t.Value is not null).Select(t => t.Value!.Value).Order().ToList();
        return figure.Aggregate switch
        {
            FigureAggregate.Count => things.Count,
            FigureAggregate.Sum => values.Count == 0 && things.Count > 0 ? null : InUnit(figure, values.Sum()),
            FigureAggregate.Average => values.Count == 0 ? null : Math.Round(values.Average(), 2, MidpointRounding.AwayFromZero),
            FigureAggregate.Share => things.Count == 0 ? null : Math.Round(100m * things.Count(t => t.Hit) / things.Count, 1, MidpointRounding.AwayFromZero),
            FigureAggregate.Median => Rank(0.5),
            _ => Rank(0.9),
        };

        decimal? Rank(double share) => values.Count == 0 ? null : InUnit(figure, values.First(v => values.Count(w => w <= v) >= (share * values.Count) - 1e-9));
    }

    private static decimal InUnit(Figure figure, decimal value) => figure.Unit switch
    {
        FigureUnit.Hours => Math.Round(value / 3600m, 1, MidpointRounding.AwayFromZero),
        FigureUnit.Days when figure.Code is "side-time" or "answer-days" => Math.Round(value / 86400m, 1, MidpointRounding.AwayFromZero),
        _ => value,
    };

    private static List<Thing> Money(IEnumerable<Case> from, DaySpan span, params LedgerKind[] kinds) =>
        [.. from.SelectMany(c => c.Ledger).Where(e => kinds.AsEnumerable().Contains(e.Kind) && e.Amount != 0 && span.Contains(e.On)).Select(e => new Thing(kinds.Length > 1 ? e.Kind.ToString() : "", e.On, e.Amount))];

    private sealed record Stay(CaseStatus Stage, string Side, DateOnly On, TimeSpan Time, bool? Kept);

    private static IEnumerable<Stay> StagesOf(Case found)
    {
        var moves = found.Events.Where(e => e.To != null).OrderBy(e => e.Seq).ToList();
        for (var at = 1; at < moves.Count; at++)
        {
            var (came, left) = (moves[at - 1], moves[at]);
            if (came.To == CaseStatus.Closed)
            {
                continue;
            }

            var stage = came.To!.Value;
            var late = found.Marks.Any(m => m.Key == "Stage" && m.BreachedAt >= came.At && m.BreachedAt <= left.At);
            var whom = came.Details.GetValueOrDefault("for");
            var side = stage switch
            {
                CaseStatus.EvidenceCollection => "Merchant",
                CaseStatus.BankCommunication => "Institution",
                CaseStatus.LegalRoute => "Legal",
                CaseStatus.Waiting => whom switch { "Merchant" => "Merchant", "Institution" => "Institution", "Authority" => "Legal", _ => "Ours" },
                _ => "Ours",
            };
            yield return new Stay(stage, side, Day(left.At), left.At - came.At, stage == CaseStatus.Waiting ? null : late ? false : left.To == CaseStatus.Waiting ? null : true);
        }
    }

    private sealed record Clock(string Kind, string? Key, DateOnly On, long? Seconds, bool? Kept);

    private static IEnumerable<Clock> AnswersOf(Case found) =>
        from round in found.Rounds
        let came = round.Answer is InstitutionAnswer.Lifted or InstitutionAnswer.PartlyLifted or InstitutionAnswer.MoreRequested or InstitutionAnswer.Refused
        let marked = found.Marks.Any(m => m.BreachedAt != null && m.Key == "Answer:" + round.Id.ToString("N"))
        let kept = came && round.AnswerDueAt != null ? round.AnsweredAt <= round.AnswerDueAt : marked || round.Answer == InstitutionAnswer.Silent ? false : (bool?)null
        where came || kept != null
        select new Clock(
            "Answer", found.Parties.Single(p => p.Id == round.PartyId).InstitutionId.Value.ToString(), Day(came ? round.AnsweredAt!.Value : (round.AnswerDueAt ?? round.AnsweredAt)!.Value),
            came ? (long)(round.AnsweredAt!.Value - round.SentAt).TotalSeconds : null, kept);

    private static IEnumerable<Clock> PromisesOf(Case found) =>
        from said in found.Communications
        where !string.IsNullOrEmpty(said.Promise) && said.FollowUpAt != null && said.FollowUpResult is FollowUpResult.Kept or FollowUpResult.Broken && said.FollowUpAt is not null && !string.IsNullOrEmpty(said.Promise)
        select new Clock("Promise", null, Day(said.FollowUpAt!.Value), null, said.FollowUpResult == FollowUpResult.Kept);

    private static IEnumerable<Clock> LegalOf(Case found) =>
        from deadline in found.Deadlines
        let marked = found.Marks.Any(m => m.BreachedAt != null && m.Key == "Legal:" + deadline.Id.ToString("N"))
        let kept = deadline.End == DeadlineEnd.Met ? deadline.EndedAt <= deadline.EndsAt : marked ? false : (bool?)null
        where kept != null
        select new Clock("Legal", deadline.Rule, Day(deadline.EndedAt ?? deadline.EndsAt), null, kept);

    private bool ComesAgain(Case eased, int days) => (every ?? cases).Exists(c =>
        c.MerchantId == eased.MerchantId && c.Serial > eased.Serial && !c.IsRestricted
        && c.Outcome is not (Outcome.FakeNotice or Outcome.NotAFreeze or Outcome.Withdrawn or Outcome.Duplicate)
        && Day(c.FiledAt).DayNumber - Day(eased.ClosedAt!.Value).DayNumber is >= 0 and var later && later <= days
        && !(every ?? cases).Exists(o => o.MerchantId == c.MerchantId && o.Serial < c.Serial && o != eased && !o.IsRestricted
            && o.Outcome is Outcome.FullyUnfrozen or Outcome.PartlyUnfrozen or Outcome.ExpiredByLaw && o.Serial < c.Serial && o.MerchantId == c.MerchantId
            && Day(o.ClosedAt!.Value) <= Day(c.FiledAt)
            && (Day(o.ClosedAt.Value) > Day(eased.ClosedAt.Value) || (Day(o.ClosedAt.Value) == Day(eased.ClosedAt.Value) && o.Serial > eased.Serial))));

    private static decimal? DailyOf(Case found)
    {
        var form = found.ReadImpact().Form;
        return form.DailyTakings * form.LostSharePercent / 100m * form.MarginPercent / 100m is { } daily ? Math.Round(daily, 2, MidpointRounding.AwayFromZero) : null;
    }

    private static decimal? BorneOf(Case found)
    {
        var form = found.ReadImpact().Form;
        var end = Day(found.ClosedAt!.Value);
        end = form.StoppedUntil < end ? form.StoppedUntil.Value : end;
        return DailyOf(found) is { } daily && form.StoppedSince is { } since ? (daily * Math.Max(0, end.DayNumber - since.DayNumber)) + (form.MoneyLost ?? 0) : null;
    }

    private static decimal? AvoidedOf(Case found)
    {
        var ends = found.Measures.Select(FreezeTerms.ExpiryOf).Where(e => e is { Basis: ExpiryBasis.DocumentEnd or ExpiryBasis.StatedTerm }).Select(e => ShanghaiTime.DateOf(e!.At)).ToList();
        return DailyOf(found) is { } daily && ends.Count > 0 ? daily * Math.Min(180, Math.Max(0, ends.Max().DayNumber - Day(found.ClosedAt!.Value).DayNumber)) : null;
    }

    private string? ModelOf(Case found)
    {
        var terminals = merchants[found.MerchantId].Terminals.Where(t => t.EndedAt == null).ToList();
        return found.Measures.Select(m => m.TerminalNumber).FirstOrDefault(n => n != null) is { } number ? terminals.Find(t => t.Number == number)?.Model
            : terminals.Count == 1 ? terminals[0].Model : null;
    }

    private static string AgeOf(int days) => days switch { <= 7 => "0-7", <= 30 => "8-30", <= 90 => "31-90", <= 180 => "91-180", _ => "181-" };

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime.AddHours(8));
}
