using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Reminders;
using PosCases.People;
using PosCases.Platform.Data;

namespace PosCases.Prevention.Readiness;

/// <summary>Back-up channels whose next try comes due: the merchant's people are told a week before, on the day, a week and four weeks after it.</summary>
internal sealed class ChannelsToTest : ReminderTable
{
    public override ReminderKind Kind => ReminderKind.BackupTest;

    public override IReadOnlyList<int> Steps { get; } = [-ViewReadiness.View.DaysAhead, 0, 7, 28];

    protected override IQueryable<ReminderRow> Things(AppDb db) =>
        db.BackupChannels.Where(c => c.EndedAt == null && c.NextTestOn != null).Select(c => new ReminderRow { Subject = (Guid)(object)c.Id, DueOn = c.NextTestOn!.Value });

    protected override async Task<ReminderCall> PeopleAsync(AppDb db, Guid subject, CancellationToken ct)
    {
        var id = new BackupChannelId(subject);
        var found = await db.BackupChannels.Where(c => c.Id == id).Select(c => new { c.MerchantId, c.InstitutionName }).SingleAsync(ct);
        return new ReminderCall(found.InstitutionName, await db.Set<Person>().Where(p => p.IsActive && p.MerchantId == found.MerchantId).Select(p => p.Id).ToListAsync(ct));
    }
}
