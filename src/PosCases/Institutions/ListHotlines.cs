using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Institutions;

/// <summary>Lists the official telephone lines, for whoever must call one now and is not signed in.</summary>
public static class ListHotlines
{
    private const int Most = 300;

    /// <summary>Lists the official telephone lines in use.</summary>
    /// <param name="Kinds">Only of these; of all when none is named.</param>
    [Requires(Permission.SeeHotlines)]
    public sealed record Query(IReadOnlyList<InstitutionKind>? Kinds = null) : IQuery<IReadOnlyList<Line>>;

    /// <summary>One official line, with the day on which it was last compared with its source, and how sure that source is.</summary>
    public sealed record Line(
        string Institution, string? Code, InstitutionKind Kind, string? Region, string Number, DateOnly LastCheckedOn, SourceConfidence Confidence);

    internal sealed class Handler(AppDb db) : IRequestHandler<Query, Result<IReadOnlyList<Line>>>
    {
        public async Task<Result<IReadOnlyList<Line>>> Handle(Query query, CancellationToken ct)
        {
            var institutions = db.Institutions.AsNoTracking();
            if (query.Kinds is { Count: > 0 } kinds)
            {
                institutions = institutions.Where(i => kinds.Contains(i.Kind));
            }

            var lines =
                from institution in institutions
                from channel in institution.Channels
                where channel.Kind == ChannelKind.Hotline && channel.EndedAt == null
                orderby institution.Kind, institution.Name, channel.Value
                select new Line(
                    institution.Name, institution.Code, institution.Kind, institution.Region, channel.Value, channel.LastCheckedOn, channel.Confidence);
            return await lines.Take(Most).ToListAsync(ct);
        }
    }
}
