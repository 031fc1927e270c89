using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>The parts of the desk's after-care.</summary>
public enum CarePart
{
    /// <summary>回访: look-backs to be recorded.</summary>
    LookBacks,

    /// <summary>待确认: tasks that merchants say are done.</summary>
    Offered,

    /// <summary>自查发现: findings that weigh much.</summary>
    Findings,
}

/// <summary>Whose after-care.</summary>
public enum CareOwner
{
    /// <summary>Of cases that the reader owned.</summary>
    Mine,

    /// <summary>Of cases whose owner has left.</summary>
    Queue,

    /// <summary>Everybody's.</summary>
    All,
}

/// <summary>Lists after-care that waits for the desk, page by page.</summary>
public static class ListCare
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 25;

    /// <summary>Where counting stops: as many or more.</summary>
    public const int MostCounted = 100;

    /// <summary>Lists what waits for the desk, the earliest due first.</summary>
    /// <param name="Part">What.</param>
    /// <param name="Owner">Whose.</param>
    /// <param name="After">Cursor of the page before; none for the first page.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Query(CarePart Part, CareOwner Owner, string? After = null) : IQuery<Answer>;

    /// <summary>A page.</summary>
    /// <param name="Rows">The rows.</param>
    /// <param name="Next">Cursor of the next page; none on the last one.</param>
    /// <param name="Counts">How many of each part, up to <see cref="MostCounted"/>.</param>
    /// <param name="Today">The day for which it was read; Shanghai's.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, string? Next, IReadOnlyDictionary<CarePart, int> Counts, DateOnly Today);

    /// <summary>One row.</summary>
    /// <param name="CaseNumber">Number of the case.</param>
    /// <param name="MerchantName">The merchant.</param>
    /// <param name="OwnerName">Who owned the case; none in the queue.</param>
    /// <param name="DueOn">By when.</param>
    /// <param name="Days">Days after the closing; of look-backs.</param>
    /// <param name="Said">What the merchant answered; of look-backs.</param>
    /// <param name="Code">The measure; of tasks.</param>
    /// <param name="Question">The question that found it, with the version that asked: <c>Q01</c>; of findings.</param>
    public sealed record Row(string CaseNumber, string MerchantName, string? OwnerName, DateOnly DueOn, int? Days, LookBackAnswer? Said, string? Code, string? Question);

    private sealed record Found(long Seq, CaseId CaseId, MerchantId MerchantId, Guid? OwnerId, DateOnly DueOn, int? Days, LookBackAnswer? Said, string? Code, string? Question);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var (day, seq) = Parse(query.After);
            var found = await (query.Part == CarePart.LookBacks
                ? LookBacks(query.Owner).Where(l => l.DueOn > day || (l.DueOn == day && l.Seq > seq)).OrderBy(l => l.DueOn).ThenBy(l => l.Seq).Take(PageSize + 1)
                    .Select(l => new Found(l.Seq, l.CaseId, l.MerchantId, l.OwnerId, l.DueOn, l.Days, l.Answer, null, null))
                : Tasks(query.Part, query.Owner).Where(t => t.DueOn > day || (t.DueOn == day && t.Seq > seq)).OrderBy(t => t.DueOn).ThenBy(t => t.Seq).Take(PageSize + 1)
                    .Select(t => new Found(t.Seq, t.CaseId, t.MerchantId, t.OwnerId, t.DueOn, null, null, t.Code, t.Question))).ToListAsync(ct);
            var rows = found.Take(PageSize).ToList();
            var (cases, merchants, owners) = (rows.Select(r => r.CaseId).ToHashSet(), rows.Select(r => r.MerchantId).ToHashSet(), rows.Select(r => r.OwnerId).ToHashSet());
            var numbers = await db.Set<Case>().Where(c => cases.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, ct);
            var names = await db.Set<Merchant>().Where(m => merchants.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
            var people = await db.Set<Person>().Where(p => owners.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName, ct);
            return new Answer(
                rows.ConvertAll(r => new Row(
                    numbers[r.CaseId], names[r.MerchantId], r.OwnerId is { } owner ? people.GetValueOrDefault(owner) : null, r.DueOn, r.Days, r.Said, r.Code, r.Question)),
                found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{rows[^1].DueOn:yyyy-MM-dd}.{rows[^1].Seq}") : null,
                new Dictionary<CarePart, int>
                {
                    [CarePart.LookBacks] = await LookBacks(query.Owner).Take(MostCounted).CountAsync(ct),
                    [CarePart.Offered] = await Tasks(CarePart.Offered, query.Owner).Take(MostCounted).CountAsync(ct),
                    [CarePart.Findings] = await Tasks(CarePart.Findings, query.Owner).Take(MostCounted).CountAsync(ct),
                },
                ShanghaiTime.DateOf(clock.GetUtcNow()));
        }

        private IQueryable<LookBack> LookBacks(CareOwner owner)
        {
            var open = db.LookBacksFor(actor).AsNoTracking().Where(l => l.State == LookBackState.Open);
            var me = (Guid?)actor.Id;
            return owner switch
            {
                CareOwner.Mine => open.Where(l => l.OwnerId == me),
                CareOwner.Queue => open.Where(l => l.OwnerId == null),
                _ => open,
            };
        }

        private IQueryable<CareTask> Tasks(CarePart part, CareOwner owner)
        {
            var all = db.TasksFor(actor).AsNoTracking();
            var waiting = part == CarePart.Findings ? all.Where(t => t.LookState == FindingLook.Wanted) : all.Where(t => t.State == CareTaskState.Offered);
            var me = (Guid?)actor.Id;
            return owner switch
            {
                CareOwner.Mine => waiting.Where(t => t.OwnerId == me),
                CareOwner.Queue => waiting.Where(t => t.OwnerId == null),
                _ => waiting,
            };
        }

        private static (DateOnly Day, long Seq) Parse(string? cursor) =>
            cursor?.Split('.') is [var day, var seq]
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsedDay)
            && long.TryParse(seq, CultureInfo.InvariantCulture, out var parsedSeq) ? (parsedDay, parsedSeq) : (DateOnly.MinValue, 0);
    }
}
