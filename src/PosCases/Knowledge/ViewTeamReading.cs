using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Knowledge.Training;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Knowledge;

/// <summary>How somebody stands with an article that must be read.</summary>
public enum ReadingState
{
    /// <summary>没打开过.</summary>
    Unread,

    /// <summary>打开过，没点已理解.</summary>
    Opened,

    /// <summary>已读并理解.</summary>
    Understood,

    /// <summary>读过旧版，文章已更新.</summary>
    Outdated,
}

/// <summary>An owner sees who of his people has read what must be read, and who was trained.</summary>
public static class ViewTeamReading
{
    /// <summary>Reads how the people of one's merchant stand; for its owner.</summary>
    [Requires(Permission.ManageMerchantUsers)]
    public sealed record Query : IQuery<View>;

    /// <summary>How the people stand.</summary>
    /// <param name="Articles">Articles that must be read, in their present version.</param>
    /// <param name="Members">People with an account, the owner among them.</param>
    /// <param name="Today">The day for which it was read; Shanghai's.</param>
    public sealed record View(IReadOnlyList<Must> Articles, IReadOnlyList<Member> Members, DateOnly Today);

    /// <summary>An article that must be read.</summary>
    /// <param name="Id">Id.</param>
    /// <param name="Slug">Its name in addresses.</param>
    /// <param name="TitleZh">Title, Chinese.</param>
    /// <param name="TitleEn">Title, English.</param>
    /// <param name="Number">The present version.</param>
    /// <param name="PublishedAt">Since when it is the present one.</param>
    public sealed record Must(ArticleId Id, string Slug, string TitleZh, string TitleEn, int Number, DateTimeOffset PublishedAt);

    /// <summary>Somebody with an account.</summary>
    /// <param name="Name">Name.</param>
    /// <param name="IsOwner">Whether it is the owner.</param>
    /// <param name="Readings">One for each article, in their order.</param>
    /// <param name="Trainings">Records of trainings under this name, the newest of each topic first.</param>
    public sealed record Member(string Name, bool IsOwner, IReadOnlyList<Reading> Readings, IReadOnlyList<TrainingRecord> Trainings)
    {
        /// <summary>How many articles are still to be read, or to be read again.</summary>
        public int ToRead => Readings.Count(r => r.State != ReadingState.Understood);
    }

    /// <summary>How a member stands with an article.</summary>
    /// <param name="Article">The article.</param>
    /// <param name="State">How.</param>
    /// <param name="Number">The version that was read last; none where none was.</param>
    /// <param name="At">When that was said to be understood, or was opened; none where it was not.</param>
    public sealed record Reading(Must Article, ReadingState State, int? Number, DateTimeOffset? At);

    /// <summary>How somebody stands with an article, of what he read of it.</summary>
    internal static Reading Of(Must article, IEnumerable<ReadReceipt> receipts)
    {
        var read = receipts.OrderByDescending(r => r.Number).ToList();
        var understood = read.Find(r => r.UnderstoodAt is not null);
        var last = understood ?? read.FirstOrDefault();
        var state = last is null ? ReadingState.Unread
            : understood?.Number == article.Number ? ReadingState.Understood
            : understood is not null || last.Number != article.Number ? ReadingState.Outdated
            : ReadingState.Opened;
        return new Reading(article, state, last?.Number, last?.UnderstoodAt ?? last?.ReadAt);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            if (ListTraining.MerchantOf(actor) is not { } own)
            {
                return new NotPermitted();
            }

            var articles = await db.ArticlesFor(actor).Where(a => a.Content.MustRead).OrderBy(a => a.Slug)
                .Select(a => new Must(a.Id, a.Slug, a.Content.TitleZh, a.Content.TitleEn, a.Number, a.At)).ToListAsync(ct);
            var people = await db.Set<Person>().Where(p => p.IsActive && p.MerchantId == own).OrderBy(p => p.CreatedAt)
                .Select(p => new { p.Id, p.DisplayName, p.Role }).ToListAsync(ct);
            var (ids, wanted) = (people.ConvertAll(p => p.Id), articles.ConvertAll(a => a.Id));
            var receipts = await db.ReadReceipts.AsNoTracking().Where(r => ids.Contains(r.PersonId) && wanted.Contains(r.ArticleId)).ToListAsync(ct);
            var trainings = await db.TrainingRecords.AsNoTracking().Where(t => t.MerchantId == own).OrderByDescending(t => t.On).ThenByDescending(t => t.At)
                .Take(ListTraining.Most).ToListAsync(ct);
            return new View(
                articles,
                people.ConvertAll(p => new Member(
                    p.DisplayName,
                    p.Role == Role.MerchantOwner,
                    articles.ConvertAll(a => Of(a, receipts.Where(r => r.PersonId == p.Id && r.ArticleId == a.Id))),
                    [.. trainings.Where(t => string.Equals(t.Who, p.DisplayName, StringComparison.OrdinalIgnoreCase)).DistinctBy(t => t.Topic)])),
                ShanghaiTime.DateOf(clock.GetUtcNow()));
        }
    }
}
