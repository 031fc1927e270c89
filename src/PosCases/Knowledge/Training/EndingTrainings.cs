using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Reminders;
using PosCases.People;
using PosCases.Platform.Data;

namespace PosCases.Knowledge.Training;

/// <summary>Trainings that stop counting and have no newer record of the same person and topic: told thirty days before, on the last day, a week and four weeks after it.</summary>
internal sealed class EndingTrainings : ReminderTable
{
    public override ReminderKind Kind => ReminderKind.Training;

    public override IReadOnlyList<int> Steps { get; } = [-TrainingRecord.DaysAhead, 0, 7, 28];

    protected override IQueryable<ReminderRow> Things(AppDb db)
    {
        var others = db.TrainingRecords;
        return db.TrainingRecords.Where(t => t.ValidUntil != null
                && !others.Any(o => o.MerchantId == t.MerchantId && o.PersonId == t.PersonId && o.Who == t.Who && o.Topic == t.Topic
                    && (o.ValidUntil == null || o.ValidUntil > t.ValidUntil || (o.ValidUntil == t.ValidUntil && o.At > t.At))))
            .Select(t => new ReminderRow { Subject = t.Id, DueOn = t.ValidUntil!.Value });
    }

    protected override async Task<ReminderCall> PeopleAsync(AppDb db, Guid subject, CancellationToken ct)
    {
        var found = await db.TrainingRecords.Where(t => t.Id == subject).Select(t => new { t.MerchantId, t.PersonId, t.Who }).SingleAsync(ct);
        var ours = found.MerchantId is null;
        return new ReminderCall(
            ours ? null : found.Who,
            await db.Set<Person>().Where(p => p.IsActive && (ours ? p.Id == found.PersonId : p.MerchantId == found.MerchantId)).Select(p => p.Id).ToListAsync(ct));
    }
}
