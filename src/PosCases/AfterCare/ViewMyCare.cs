using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Papers;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>A merchant looks at the after-care of his own shop.</summary>
public static class ViewMyCare
{
    private const int MostOpen = 100;
    private const int MostDone = 20;

    /// <summary>Most self-inspections of a history.</summary>
    public const int MostInspections = 12;

    /// <summary>Reads tasks, questions and self-inspections of one's merchant.</summary>
    /// <param name="Case">Only those of this case; of all when none is named.</param>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record Query(CaseId? Case = null) : IQuery<View>;

    /// <summary>Reads one task with the papers that could show it.</summary>
    /// <param name="Id">The task.</param>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record TaskQuery(CareTaskId Id) : IQuery<TaskView>;

    /// <summary>Reads one self-inspection with the tasks that came of it.</summary>
    /// <param name="Id">The self-inspection.</param>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record InspectionQuery(InspectionId Id) : IQuery<InspectionView>;

    /// <summary>After-care of one's shop.</summary>
    /// <param name="Tasks">Open ones by their day, then the last that are over.</param>
    /// <param name="Asked">Look-backs that ask how the account works, and those answered that are not over.</param>
    /// <param name="Inspections">Finished ones, the oldest first, at most twelve.</param>
    /// <param name="Draft">One that is begun.</param>
    /// <param name="Numbers">Numbers of the cases.</param>
    /// <param name="Reminds">Whether people are reminded.</param>
    /// <param name="HasAfterCare">Whether there is a closed case to care for.</param>
    /// <param name="Today">The day for which it was read; Shanghai's.</param>
    public sealed record View(
        IReadOnlyList<CareTask> Tasks, IReadOnlyList<LookBack> Asked, IReadOnlyList<Inspection> Inspections, Inspection? Draft,
        IReadOnlyDictionary<CaseId, string> Numbers, bool Reminds, bool HasAfterCare, DateOnly Today);

    /// <summary>One task.</summary>
    /// <param name="Task">It.</param>
    /// <param name="CaseNumber">Number of the case from which it comes.</param>
    /// <param name="Papers">Papers of the profile in use, the newest first.</param>
    /// <param name="Today">The day for which it was read; Shanghai's.</param>
    public sealed record TaskView(CareTask Task, string CaseNumber, IReadOnlyList<MerchantPaper> Papers, DateOnly Today);

    /// <summary>One self-inspection.</summary>
    /// <param name="Inspection">It.</param>
    /// <param name="Tasks">Tasks that came of it, and open ones about the same measures.</param>
    public sealed record InspectionView(Inspection Inspection, IReadOnlyList<CareTask> Tasks);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) :
        IRequestHandler<Query, Result<View>>, IRequestHandler<TaskQuery, Result<TaskView>>, IRequestHandler<InspectionQuery, Result<InspectionView>>
    {
        private DateOnly Today => ShanghaiTime.DateOf(clock.GetUtcNow());

        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            if (actor is not { IsMerchant: true, Merchant: { } merchant })
            {
                return new NotFound(nameof(Merchant));
            }

            if (query.Case is { } wanted && !await db.Set<Case>().VisibleTo(actor).AnyAsync(c => c.Id == wanted, ct))
            {
                return new NotFound("Case");
            }

            var own = new MerchantId(merchant);
            var tasks = db.TasksFor(actor).AsNoTracking().Where(t => t.MerchantId == own && (query.Case == null || t.CaseId == query.Case));
            var open = await tasks.Where(t => t.State == CareTaskState.Open || t.State == CareTaskState.Offered).OrderBy(t => t.DueOn).ThenBy(t => t.Seq).Take(MostOpen).ToListAsync(ct);
            var over = await tasks.Where(t => t.State == CareTaskState.Accepted || t.State == CareTaskState.Dropped).OrderByDescending(t => t.Seq).Take(MostDone).ToListAsync(ct);
            var asked = await db.LookBacksFor(actor).AsNoTracking().Where(l => l.MerchantId == own && l.State == LookBackState.Open && (query.Case == null || l.CaseId == query.Case)).OrderBy(l => l.Seq).Take(MostDone).ToListAsync(ct);
            var inspections = db.InspectionsFor(actor).AsNoTracking().Where(i => i.MerchantId == own);
            var done = await inspections.Where(i => i.DoneAt != null).OrderByDescending(i => i.StartedAt).Take(MostInspections).ToListAsync(ct);
            var draft = await inspections.Where(i => i.DoneAt == null).OrderByDescending(i => i.StartedAt).FirstOrDefaultAsync(ct);
            var ids = open.Concat(over).Select(t => t.CaseId).Concat(asked.Select(l => l.CaseId)).ToHashSet();
            return new View(
                [.. open, .. over], asked, [.. done.OrderBy(i => i.DoneAt)], draft,
                await db.Set<Case>().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, ct),
                !await db.CareSilences.AnyAsync(s => s.MerchantId == own, ct),
                await db.PlansFor(actor).AnyAsync(p => p.MerchantId == own && p.ClosedOn != null, ct),
                Today);
        }

        public async Task<Result<TaskView>> Handle(TaskQuery query, CancellationToken ct)
        {
            if (await db.TasksFor(actor).AsNoTracking().SingleOrDefaultAsync(t => t.Id == query.Id, ct) is not { } found)
            {
                return new NotFound(nameof(CareTask));
            }

            var papers = await db.Set<MerchantPaper>().AsNoTracking().Where(p => p.MerchantId == found.MerchantId && p.EndedAt == null).OrderByDescending(p => p.KeptAt).ToListAsync(ct);
            return new TaskView(found, await db.Set<Case>().Where(c => c.Id == found.CaseId).Select(c => c.Number).SingleAsync(ct), papers, Today);
        }

        public async Task<Result<InspectionView>> Handle(InspectionQuery query, CancellationToken ct)
        {
            if (await db.InspectionsFor(actor).AsNoTracking().SingleOrDefaultAsync(i => i.Id == query.Id, ct) is not { } found)
            {
                return new NotFound(nameof(Inspection));
            }

            var tasks = await db.TasksFor(actor).AsNoTracking()
                .Where(t => t.MerchantId == found.MerchantId && (t.InspectionId == found.Id || t.State == CareTaskState.Open || t.State == CareTaskState.Offered)).ToListAsync(ct);
            return new InspectionView(found, tasks);
        }
    }
}
