using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Knowledge.Training;

/// <summary>Lists who was trained: a merchant's people theirs, the desk any merchant's, our staff themselves.</summary>
public static class ListTraining
{
    /// <summary>Most records that are shown.</summary>
    public const int Most = 200;

    /// <summary>Lists who was trained, the newest first.</summary>
    /// <param name="Merchant">Whose people; the own merchant's, or oneself, when none is named.</param>
    [Requires(Permission.UseAccount)]
    public sealed record Query(MerchantId? Merchant = null) : IQuery<View>;

    /// <summary>Who was trained.</summary>
    /// <param name="Merchant">Whose people; none for our own staff.</param>
    /// <param name="Name">Name of the merchant, or the own one.</param>
    /// <param name="Records">The newest first.</param>
    /// <param name="MayRecord">Whether the reader may write one down here.</param>
    /// <param name="Today">The day for which it was read; Shanghai's.</param>
    public sealed record View(MerchantId? Merchant, string Name, IReadOnlyList<TrainingRecord> Records, bool MayRecord, DateOnly Today)
    {
        /// <summary>Articles that one can be trained on: slug, Chinese and English title.</summary>
        public IReadOnlyList<Choice> Articles { get; init; } = [];

        /// <summary>Papers of the records, by record.</summary>
        public ILookup<Guid, TrainingSheet> Sheets { get; init; } = Array.Empty<TrainingSheet>().ToLookup(s => s.RecordId);

        /// <summary>The newest record of each person and topic that stops counting within thirty days.</summary>
        public IReadOnlyList<TrainingRecord> Ending =>
            [.. Records.GroupBy(r => (r.Who, r.Topic)).Select(g => g.MaxBy(r => r.ValidUntil ?? DateOnly.MaxValue)!).Where(r => r.EndsSoonOn(Today)).OrderBy(r => r.ValidUntil)];
    }

    /// <summary>An article.</summary>
    public sealed record Choice(string Slug, string TitleZh, string TitleEn);

    internal static MerchantId? MerchantOf(Actor actor) => actor is { IsMerchant: true, Merchant: { } own } ? new MerchantId(own) : null;

    internal static bool IsStaff(Actor actor) => actor.IsDesk || actor.Role == Role.Admin;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query query, CancellationToken ct)
        {
            var own = MerchantOf(actor);
            var merchant = query.Merchant ?? own;
            if (merchant is null && !IsStaff(actor))
            {
                return new NotPermitted();
            }

            var name = actor.Name;
            if (merchant is { } meant)
            {
                var found = await db.Set<Merchant>().VisibleTo(actor).Where(m => m.Id == meant).Select(m => m.Name).SingleOrDefaultAsync(ct);
                if (found is null)
                {
                    return new NotFound(nameof(Merchant));
                }

                name = found;
            }

            var me = (Guid?)actor.Id;
            var records = merchant is null ? db.TrainingRecords.Where(r => r.PersonId == me) : db.TrainingRecords.Where(r => r.MerchantId == merchant);
            var shown = await records.AsNoTracking().OrderByDescending(r => r.On).ThenByDescending(r => r.At).Take(Most).ToListAsync(ct);
            var ids = shown.ConvertAll(r => r.Id);
            return new View(
                merchant,
                name,
                shown,
                merchant is null || merchant == own,
                ShanghaiTime.DateOf(clock.GetUtcNow()))
            {
                Sheets = (await db.TrainingSheets.AsNoTracking().Where(s => ids.Contains(s.RecordId) && s.EndedAt == null).OrderBy(s => s.At).ToListAsync(ct)).ToLookup(s => s.RecordId),
                Articles = await db.ArticlesFor(actor).OrderBy(a => a.Slug).Select(a => new Choice(a.Slug, a.Content.TitleZh, a.Content.TitleEn)).ToListAsync(ct),
            };
        }
    }
}
