using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Notices;
using PosCases.Cases.Reminders;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>Which after-care exists for whom, and who is told of it: as far as one may see the case from which it comes.</summary>
internal static class CareAccess
{
    extension(AppDb db)
    {
        /// <summary>The plans that the actor may know of.</summary>
        public IQueryable<CarePlan> PlansFor(Actor actor)
        {
            var cases = db.Set<Case>().VisibleTo(actor);
            return db.CarePlans.Where(p => cases.Any(c => c.Id == p.CaseId));
        }

        /// <summary>The tasks that the actor may know of; a merchant's people only those that were handed over.</summary>
        public IQueryable<CareTask> TasksFor(Actor actor)
        {
            var cases = db.Set<Case>().VisibleTo(actor);
            var tasks = db.CareTasks.Where(t => cases.Any(c => c.Id == t.CaseId));
            return actor.IsMerchant ? tasks.Where(t => t.State != CareTaskState.Planned) : tasks;
        }

        /// <summary>The self-inspections that the actor may know of.</summary>
        public IQueryable<Inspection> InspectionsFor(Actor actor)
        {
            var cases = db.Set<Case>().VisibleTo(actor);
            return db.Inspections.Where(i => cases.Any(c => c.Id == i.CaseId));
        }

        /// <summary>The look-backs that the actor may know of.</summary>
        public IQueryable<LookBack> LookBacksFor(Actor actor)
        {
            var cases = db.Set<Case>().VisibleTo(actor);
            return db.LookBacks.Where(l => cases.Any(c => c.Id == l.CaseId));
        }

        /// <summary>A task to be changed; an outdated version is a conflict.</summary>
        public async Task<Result<CareTask>> TaskToChangeAsync(CareTaskId id, Guid version, Actor actor, CancellationToken ct) =>
            await db.TasksFor(actor).SingleOrDefaultAsync(t => t.Id == id, ct) is not { } found ? new NotFound(nameof(CareTask))
            : found.Version != version ? new Conflict()
            : found;

        /// <summary>A look-back to be changed; an outdated version is a conflict.</summary>
        public async Task<Result<LookBack>> LookBackToChangeAsync(LookBackId id, Guid version, Actor actor, CancellationToken ct) =>
            await db.LookBacksFor(actor).SingleOrDefaultAsync(l => l.Id == id, ct) is not { } found ? new NotFound(nameof(LookBack))
            : found.Version != version ? new Conflict()
            : found;

        /// <summary>Tells the merchant's people who may see the case.</summary>
        /// <param name="id">The case.</param>
        /// <param name="kind">What.</param>
        /// <param name="at">When.</param>
        /// <param name="ct">Stops it.</param>
        /// <param name="reminder">The reminder that it is: who does not want it is not told; none for what everybody is told.</param>
        /// <returns>Who was told.</returns>
        public async Task<IReadOnlyList<Guid>> TellMerchantAsync(CaseId id, NoticeKind kind, DateTimeOffset at, CancellationToken ct, ReminderKind? reminder = null)
        {
            var (merchant, hides) = await db.Set<Case>().Where(c => c.Id == id).Select(c => ValueTuple.Create(c.MerchantId, c.HidesFromMerchantStaff)).SingleAsync(ct);
            var told = await db.Set<Person>().Where(p => p.IsActive && p.MerchantId == merchant && !(hides && p.Role == Role.MerchantStaff)).Select(p => p.Id).ToListAsync(ct);
            told = reminder is { } wanted ? await db.WantAsync(wanted, told, ct) : told;
            db.AddRange(told.Select(person => NoticeOf(person, id, kind, at)));
            return told;
        }

        /// <summary>Tells the owner, where he still works here and may see the case; nobody where it lies in the queue.</summary>
        public async Task TellOwnerAsync(CaseId id, Guid? owner, NoticeKind kind, DateTimeOffset at, CancellationToken ct)
        {
            if (owner is { } person && await db.Set<Person>().AnyAsync(p => p.Id == person && p.IsActive, ct))
            {
                db.Add(NoticeOf(person, id, kind, at));
            }
        }
    }

    private static Notification NoticeOf(Guid person, CaseId id, NoticeKind kind, DateTimeOffset at) =>
        new() { PersonId = person, CaseId = id, Kind = kind, EventKind = null, At = at };
}
