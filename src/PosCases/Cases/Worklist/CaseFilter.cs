using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Causes;
using PosCases.Cases.Communication;
using PosCases.Cases.Filing;
using PosCases.Cases.Tags;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Cases.Worklist;

/// <summary>Which part of the work a list shows.</summary>
public enum WorkView
{
    /// <summary>Filed, nobody has taken it up.</summary>
    Unassigned,

    /// <summary>Mine and open.</summary>
    Mine,

    /// <summary>Waiting for a date.</summary>
    Waiting,

    /// <summary>Due until the end of today.</summary>
    DueToday,

    /// <summary>Late.</summary>
    Overdue,

    /// <summary>Waiting for a supervisor's review.</summary>
    InReview,

    /// <summary>A clock ran out and nobody took note: it went to the supervisors.</summary>
    Escalated,

    /// <summary>Everything within one's scope.</summary>
    All,
}

/// <summary>What a list is narrowed to; empty means "all".</summary>
public sealed record CaseFilter
{
    /// <summary>Work statuses.</summary>
    public IReadOnlyList<CaseStatus> Statuses { get; init; } = [];

    /// <summary>An institution on the case.</summary>
    public InstitutionId? Institution { get; init; }

    /// <summary>Kind of measure.</summary>
    public MeasureKind? Measure { get; init; }

    /// <summary>Cause code.</summary>
    public string? Cause { get; init; }

    /// <summary>Amount at stake from, in yuan.</summary>
    public decimal? AmountFrom { get; init; }

    /// <summary>Amount at stake to, in yuan.</summary>
    public decimal? AmountTo { get; init; }

    /// <summary>Filed at least so many days ago.</summary>
    public int? OlderThanDays { get; init; }

    /// <summary>Whose.</summary>
    public OwnedBy? Owner { get; init; }

    /// <summary>How urgent.</summary>
    public Priority? Priority { get; init; }

    /// <summary>A word that the desk keeps cases under.</summary>
    public string? Tag { get; init; }

    /// <summary>How the place of the merchant begins, e.g. a province.</summary>
    public string? Region { get; init; }

    /// <summary>Words that the search finds in the case.</summary>
    public string? Text { get; init; }
}

internal static class CaseFilters
{
    /// <summary>Up to how many cases are looked for by what the filter names, before the list is walked in its order.</summary>
    public const int MostFew = 2000;

    /// <summary>Every status but the last one. Named one by one an index is entered at each; "any but closed" walks past all the closed ones of a person.</summary>
    public static readonly IReadOnlyList<CaseStatus> Open = [.. Enum.GetValues<CaseStatus>().Where(s => s != CaseStatus.Closed)];

    /// <summary>The statuses of <see cref="Open"/> in which the work does not wait.</summary>
    public static readonly IReadOnlyList<CaseStatus> Busy = [.. Open.Where(s => s != CaseStatus.Waiting)];

    public static IQueryable<Case> In(this IQueryable<Case> cases, WorkView view, Actor actor, DateTimeOffset now)
    {
        var endOfDay = ShanghaiTime.EndOf(ShanghaiTime.DateOf(now));
        return view switch
        {
            WorkView.Unassigned => cases.Where(c => c.OwnerId == null && c.Status == CaseStatus.Filed),
            WorkView.Mine => cases.Where(c => c.OwnerId == actor.Id && EF.Constant(Open).Contains(c.Status)),
            WorkView.Waiting => cases.Where(c => c.Status == CaseStatus.Waiting),
            WorkView.DueToday => cases.Where(c => c.DueAt >= now && c.DueAt <= endOfDay),
            WorkView.Overdue => cases.Where(c => c.DueAt < now),
            WorkView.InReview => cases.Where(c => c.Status == CaseStatus.Resolution),
            // The level first: cases on the ladder have an index of their own.
            WorkView.Escalated => cases.Where(c => c.EscalationLevel > 0 && c.EscalatedAt != null),
            WorkView.All => cases,
            _ => throw new ArgumentOutOfRangeException(nameof(view), view, null),
        };
    }

    /// <summary>
    /// Those of a list, at most some thousand. They are taken first and looked through then: beside a stage the engine would walk all cases of
    /// the stage to meet them. The list goes over as one parameter: as one each, some thousand would make another statement of every number.
    /// </summary>
    public static IQueryable<Case> Among(this IQueryable<Case> cases, IReadOnlyCollection<CaseId> found) =>
        cases.Where(c => EF.Parameter(found).Contains(c.Id)).Take(int.MaxValue);

    /// <summary>
    /// The cases that an institution, a tag or a cause leaves, where they are few: a list walked in its order to meet them would be walked to its
    /// end. None where the filter names nothing of the kind, or where many cases have it; then a page is soon full.
    /// </summary>
    /// <param name="db">Where they are.</param>
    /// <param name="filter">What is asked for.</param>
    /// <param name="most">Up to how many are few.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<IReadOnlyCollection<CaseId>?> FewAsync(this AppDb db, CaseFilter filter, int most, CancellationToken ct)
    {
        if (filter.Institution is { } institution
            && await FewOfAsync(
                [db.Set<Measure>().Where(m => m.InstitutionId == institution).Select(m => m.CaseId), db.Set<Party>().Where(p => p.InstitutionId == institution).Select(p => p.CaseId)],
                most, ct) is { } ofInstitution)
        {
            return ofInstitution;
        }

        if (!string.IsNullOrEmpty(filter.Tag)
            && await FewOfAsync([db.Set<CaseTag>().Where(t => t.Text == filter.Tag && t.IsOn).Select(t => t.CaseId)], most, ct) is { } tagged)
        {
            return tagged;
        }

        if (string.IsNullOrEmpty(filter.Cause))
        {
            return null;
        }

        var codes = CauseLibrary.Within(filter.Cause).ToList();
        return await FewOfAsync([db.Set<CaseCause>().Where(k => codes.Contains(k.Code)).Select(k => k.CaseId)], most, ct);
    }

    private static async Task<IReadOnlyCollection<CaseId>?> FewOfAsync(IReadOnlyList<IQueryable<CaseId>> sources, int most, CancellationToken ct)
    {
        HashSet<CaseId> found = [];
        foreach (var source in sources)
        {
            var some = await source.Take(most + 1).ToListAsync(ct);
            if (some.Count > most)
            {
                return null;
            }

            found.UnionWith(some);
        }

        return found;
    }

    public static IQueryable<Case> Matching(this IQueryable<Case> cases, CaseFilter filter, AppDb db, Actor actor, DateTimeOffset now)
    {
        if (filter.Statuses.Count > 0)
        {
            cases = cases.Where(c => filter.Statuses.Contains(c.Status));
        }

        if (filter.Institution is { } institution)
        {
            cases = cases.Where(c => c.Parties.Any(p => p.InstitutionId == institution) || c.Measures.Any(m => m.InstitutionId == institution));
        }

        if (filter.Measure is { } measure)
        {
            cases = cases.Where(c => c.Measures.Any(m => m.Kind == measure));
        }

        if (!string.IsNullOrEmpty(filter.Cause))
        {
            var codes = CauseLibrary.Within(filter.Cause).ToList();
            cases = cases.Where(c => c.Causes.Any(k => codes.Contains(k.Code) && k.RemovedAt == null));
        }

        if (filter.AmountFrom is { } from)
        {
            cases = cases.Where(c => c.Amount >= from);
        }

        if (filter.AmountTo is { } to)
        {
            cases = cases.Where(c => c.Amount <= to);
        }

        if (filter.OlderThanDays is { } days)
        {
            var before = now.AddDays(-days);
            cases = cases.Where(c => c.FiledAt <= before);
        }

        if (filter.Owner is { } owned)
        {
            var owner = owned.IdFor(actor);
            cases = cases.Where(c => c.OwnerId == owner);
        }

        if (filter.Priority is { } priority)
        {
            cases = cases.Where(c => c.Priority == priority);
        }

        // Tags are the desk's; for a merchant no case stands under any.
        if (!string.IsNullOrEmpty(filter.Tag))
        {
            var isDesk = actor.IsDesk;
            cases = cases.Where(c => isDesk && db.Set<CaseTag>().Any(t => t.CaseId == c.Id && t.Text == filter.Tag && t.IsOn));
        }

        if (!string.IsNullOrEmpty(filter.Region))
        {
            cases = cases.Where(c => db.Set<Merchant>().Any(m => m.Id == c.MerchantId && m.Region != null && m.Region.StartsWith(filter.Region)));
        }

        return cases;
    }
}
