using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Reminders;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Knowledge;

/// <summary>
/// People who have not understood what they must read. Two weeks are given from the day of publishing, or from that on which the account was opened;
/// reminded is after one week, at the end and twice after it. The thing is the person and the day, so what was published together is told once.
/// </summary>
internal sealed class UnreadArticles : IReminderSource
{
    /// <summary>Days that one has to read an article.</summary>
    public const int Days = 14;

    public ReminderKind Kind => ReminderKind.Reading;

    public IReadOnlyList<int> Steps { get; } = [-7, 0, 7, 28];

    public async Task<IReadOnlyList<ReminderThing>> DueAsync(AppDb db, DateOnly today, int most, CancellationToken ct)
    {
        HashSet<ReminderThing> due = [];
        var marks = db.ReminderMarks;
        foreach (var article in (await MustReadAsync(db, ct)).Where(a => a.DueOn.AddDays(Steps[0]) <= today))
        {
            var day = article.DueOn;
            var people = await Unread(db, article)
                .Where(p => !marks.Any(m => m.Kind == ReminderKind.Reading && m.Subject == p.Id && m.DueOn == day && (m.NextOn == null || m.NextOn > today)))
                .OrderBy(p => p.Id).Take(most).Select(p => p.Id).ToListAsync(ct);
            due.UnionWith(people.Select(p => new ReminderThing(p, day)));
            if (due.Count >= most)
            {
                break;
            }
        }

        return [.. due];
    }

    public async Task<IReadOnlyList<Guid>> DoneAsync(AppDb db, int most, CancellationToken ct)
    {
        var articles = await MustReadAsync(db, ct);
        List<Guid> done = [];
        var days = await db.Reminders.Where(r => r.Kind == ReminderKind.Reading && r.EndedAt == null).Select(r => r.DueOn).Distinct().ToListAsync(ct);
        foreach (var day in days)
        {
            var open = db.Reminders.Where(r => r.Kind == ReminderKind.Reading && r.EndedAt == null && r.DueOn == day);
            foreach (var article in articles.Where(a => a.DueOn == day))
            {
                var unread = Unread(db, article);
                open = open.Where(r => !unread.Any(p => p.Id == r.PersonId));
            }

            done.AddRange(await open.Take(most).Select(r => r.Id).ToListAsync(ct));
        }

        return done;
    }

    public async Task<ReminderCall?> CallAsync(AppDb db, ReminderThing thing, CancellationToken ct)
    {
        foreach (var article in (await MustReadAsync(db, ct)).Where(a => a.DueOn == thing.DueOn))
        {
            if (await Unread(db, article).Where(p => p.Id == thing.Subject).Select(p => (DateTimeOffset?)p.CreatedAt).SingleOrDefaultAsync(ct) is { } since)
            {
                var own = ShanghaiTime.DateOf(since).AddDays(Days);
                return new ReminderCall(null, [thing.Subject]) { CountedFrom = own > thing.DueOn ? own : thing.DueOn };
            }
        }

        return null;
    }

    private static async Task<List<MustRead>> MustReadAsync(AppDb db, CancellationToken ct) =>
        (await db.Articles.AsNoTracking().SelectMany(a => a.Versions, (a, v) => new { a.PublishedNumber, v })
            .Where(x => x.v.Number == x.PublishedNumber && x.v.Content.MustRead)
            .Select(x => new { x.v.ArticleId, x.v.Number, x.v.Content.Audience, x.v.PublishedAt }).ToListAsync(ct))
            .ConvertAll(x => new MustRead(x.ArticleId, x.Number, x.Audience == Audience.Staff, ShanghaiTime.DateOf(x.PublishedAt!.Value).AddDays(Days)));

    // The same people as in ListArticles.DueQuery, but for guests, who have one case and leave again.
    private static IQueryable<Person> Unread(AppDb db, MustRead article)
    {
        var (id, number, staffOnly) = (article.Id, article.Number, article.StaffOnly);
        var receipts = db.ReadReceipts;
        return db.Set<Person>().Where(p => p.IsActive
            && (p.Role == Role.Agent || p.Role == Role.Supervisor || p.Role == Role.Admin || (!staffOnly && (p.Role == Role.MerchantOwner || p.Role == Role.MerchantStaff)))
            && !receipts.Any(r => r.ArticleId == id && r.Number == number && r.PersonId == p.Id && r.UnderstoodAt != null));
    }

    private sealed record MustRead(ArticleId Id, int Number, bool StaffOnly, DateOnly DueOn);
}
