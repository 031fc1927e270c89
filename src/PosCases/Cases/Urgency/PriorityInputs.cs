using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Filing;
using PosCases.Cases.Impact;
using PosCases.Cases.Resolution;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Platform;
using PosCases.Platform.Data;

namespace PosCases.Cases.Urgency;

/// <summary>What is read of a case to weigh it; from the database or from the case in memory.</summary>
internal sealed record PriorityInputs
{
    // Cases that fall within these days of each other at one institution count as one happening.
    private const int MassDays = 7;

    // More of them make no case more urgent; counting stops here.
    private const int MostAlike = 200;

    private const int PageSize = 2000;

    public required CaseId Id { get; init; }

    public required Priority Stored { get; init; }

    public required FilingForm Told { get; init; }

    public required ImpactForm? Impact { get; init; }

    public required decimal? Amount { get; init; }

    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>When the first of its measures or temporary releases ends that did not end yet.</summary>
    public required DateOnly? Deadline { get; init; }

    public required InstitutionId? Institution { get; init; }

    /// <summary>Weighs it.</summary>
    /// <param name="alike">Other open cases at its institution, filed within a week.</param>
    /// <param name="now">Now.</param>
    public PriorityScore ScoreAt(int alike, DateTimeOffset now)
    {
        var today = ShanghaiTime.DateOf(now);
        var form = Impact ?? ImpactForm.Told(Told);
        return PriorityScore.Of(new PriorityFacts
        {
            CashDays = LossEstimate.Of(form, today).Cash?.Days,
            Amount = Amount,
            DailyTakings = form.DailyTakings,
            Survival = form.Has(ImpactEffect.Survival),
            Hardship = form.Has(ImpactEffect.DailyLife),
            DataGiven = form.Has(ImpactEffect.DataGiven),
            WaitingDays = today.DayNumber - ShanghaiTime.DateOf(FiledAt).DayNumber,
            DaysToDeadline = Deadline is { } end ? end.DayNumber - today.DayNumber : null,
            Alike = alike,
        });
    }

    /// <summary>From the case in memory, with impacts, measures, ledger and reliefs as far as they are loaded.</summary>
    public static PriorityInputs Of(Case found, DateTimeOffset now)
    {
        var today = ShanghaiTime.DateOf(now);
        return new PriorityInputs
        {
            Id = found.Id,
            Stored = found.Priority,
            Told = found.Told,
            Impact = found.Impacts.MaxBy(i => i.Number)?.Form,
            Amount = found.Balance.Frozen > 0 ? found.Balance.Remaining : found.Amount,
            FiledAt = found.FiledAt,
            Deadline = found.Measures.Where(m => m.LiftedAt is null).Select(m => m.ExpectedEnd)
                .Concat(found.Reliefs.Where(r => r.IsRunning).Select(r => r.EndsOn))
                .Where(end => end >= today).Min(),
            Institution = found.Measures.OrderBy(m => m.RecordedAt).Select(m => m.InstitutionId).FirstOrDefault(i => i is not null),
        };
    }

    /// <summary>Reads the open cases, page by page.</summary>
    public static async IAsyncEnumerable<(PriorityInputs Inputs, int Alike)> OfOpenAsync(AppDb db, DateTimeOffset now, [EnumeratorCancellation] CancellationToken ct)
    {
        var (today, since) = (ShanghaiTime.DateOf(now), now.AddDays(-MassDays));
        var fresh = await db.Set<Measure>()
            .Where(m => m.InstitutionId != null && m.RecordedAt >= since)
            .Join(db.Cases.Where(c => c.Status != CaseStatus.Closed && c.FiledAt >= since), m => m.CaseId, c => c.Id, (m, c) => new { m.InstitutionId, c.Id })
            .Distinct().GroupBy(m => m.InstitutionId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        for (var serial = 0L; ;)
        {
            var from = serial;
            var page = await db.Cases.AsNoTracking()
                .Where(c => c.Serial > from && c.Status != CaseStatus.Closed && c.PriorityOverride == null)
                .OrderBy(c => c.Serial).Take(PageSize)
                .Select(c => new
                {
                    c.Serial,
                    Inputs = new PriorityInputs
                    {
                        Id = c.Id,
                        Stored = c.Priority,
                        Told = c.Told,
                        Impact = c.Impacts.OrderByDescending(i => i.Number).Select(i => i.Form).FirstOrDefault(),
                        Amount = c.Ledger.Any(e => e.Kind == LedgerKind.Frozen)
                            ? c.Ledger.Sum(e => e.Kind == LedgerKind.Frozen ? e.Amount : -e.Amount)
                            : c.Amount,
                        FiledAt = c.FiledAt,
                        Deadline = c.Measures.Where(m => m.LiftedAt == null && m.ExpectedEnd >= today).Select(m => m.ExpectedEnd)
                            .Concat(c.Reliefs.Where(r => r.Status == Relief.ReliefStatus.Accepted && r.EndsOn >= today).Select(r => r.EndsOn))
                            .Min(),
                        Institution = c.Measures.Where(m => m.InstitutionId != null).OrderBy(m => m.RecordedAt).Select(m => m.InstitutionId).FirstOrDefault(),
                    },
                })
                .ToListAsync(ct);
            foreach (var read in page)
            {
                yield return (read.Inputs, AlikeOf(read.Inputs));
                serial = read.Serial;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }
        }

        int AlikeOf(PriorityInputs r) =>
            r.Institution is { } at ? Math.Min(MostAlike, fresh.GetValueOrDefault(at) - (r.FiledAt >= since ? 1 : 0)) : 0;
    }

    /// <summary>Other open cases at the same institution, filed within a week; 200 at most.</summary>
    public static async Task<int> AlikeAsync(AppDb db, PriorityInputs inputs, DateTimeOffset now, CancellationToken ct)
    {
        if (inputs.Institution is not { } institution)
        {
            return 0;
        }

        var since = now.AddDays(-MassDays);
        return await db.Set<Measure>()
            .Where(m => m.InstitutionId == institution && m.RecordedAt >= since && m.CaseId != inputs.Id)
            .Join(db.Cases.Where(c => c.Status != CaseStatus.Closed && c.FiledAt >= since), m => m.CaseId, c => c.Id, (m, c) => c.Id)
            .Distinct().Take(MostAlike).CountAsync(ct);
    }
}
