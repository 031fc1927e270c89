using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Reminders;
using PosCases.People;
using PosCases.Platform.Data;

namespace PosCases.Cases.Papers;

/// <summary>Papers of a profile that have ended and are not replaced: the merchant's people are told on the day after and two weeks later. Before that <see cref="RemindPaper"/> tells them.</summary>
internal sealed class EndedPapers : ReminderTable
{
    public override ReminderKind Kind => ReminderKind.Paper;

    public override IReadOnlyList<int> Steps { get; } = [1, 14];

    // A paper of the same kind that counts longer replaces it.
    protected override IQueryable<ReminderRow> Things(AppDb db)
    {
        var others = db.MerchantPapers;
        return db.MerchantPapers.Where(p => p.EndedAt == null && p.ValidTo != null
                && !others.Any(o => o.MerchantId == p.MerchantId && o.Code == p.Code && o.EndedAt == null && (o.ValidTo == null || o.ValidTo > p.ValidTo)))
            .Select(p => new ReminderRow { Subject = (Guid)(object)p.Id, DueOn = p.ValidTo!.Value });
    }

    protected override async Task<ReminderCall> PeopleAsync(AppDb db, Guid subject, CancellationToken ct)
    {
        var id = new MerchantPaperId(subject);
        var merchant = await db.MerchantPapers.Where(p => p.Id == id).Select(p => p.MerchantId).SingleAsync(ct);
        return new ReminderCall(null, await db.People.Where(p => p.IsActive && p.MerchantId == merchant).Select(p => p.Id).ToListAsync(ct));
    }
}
