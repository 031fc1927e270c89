using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Reminders;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>Look-backs that are not recorded though their day has come: who owns the case is told, the supervisors where nobody does, and the merchant who has not answered.</summary>
internal sealed class OpenLookBacks : ReminderTable
{
    public override ReminderKind Kind => ReminderKind.LookBack;

    public override IReadOnlyList<int> Steps { get; } = [0, 7, 28];

    protected override IQueryable<ReminderRow> Things(AppDb db) =>
        db.LookBacks.Where(l => l.State == LookBackState.Open).Select(l => new ReminderRow { Subject = (Guid)(object)l.Id, DueOn = l.DueOn });

    protected override async Task<ReminderCall> PeopleAsync(AppDb db, Guid subject, CancellationToken ct)
    {
        var id = new LookBackId(subject);
        var found = await db.LookBacks.AsNoTracking().SingleAsync(l => l.Id == id, ct);
        var about = await db.Set<Case>().Where(c => c.Id == found.CaseId).Select(c => new { c.IsRestricted, c.HidesFromMerchantStaff }).SingleAsync(ct);
        var asks = found.Answer is null && !await db.CareSilences.AnyAsync(s => s.MerchantId == found.MerchantId, ct);
        var toSupervisors = found.OwnerId is null && !about.IsRestricted;
        return new ReminderCall(null, await db.Set<Person>().Where(p => p.IsActive
            && (p.Id == found.OwnerId
                || (toSupervisors && p.Role == Role.Supervisor)
                || (asks && p.MerchantId == found.MerchantId && !(about.HidesFromMerchantStaff && p.Role == Role.MerchantStaff)))).Select(p => p.Id).ToListAsync(ct));
    }
}
