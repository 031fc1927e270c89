using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Institutions;

/// <summary>Searches the directory, for its page and for pickers.</summary>
public static class ListInstitutions
{
    /// <param name="Search">Part of the name, the licence number or the region, or the whole number of a channel; all when blank.</param>
    /// <param name="Kinds">Only these; all when none is named.</param>
    /// <param name="Page">From 1.</param>
    /// <param name="PageSize">200 at most.</param>
    [Requires(Permission.ViewInstitutions)]
    public sealed record Query(string? Search = null, IReadOnlyList<InstitutionKind>? Kinds = null, int Page = 1, int PageSize = 50)
        : IQuery<Page<Row>>;

    /// <summary>
    /// One institution in the list, with its first official telephone line and the oldest check among its channels in use; the code is
    /// that of one that came with the product.
    /// </summary>
    public sealed record Row(
        InstitutionId Id, string Name, InstitutionKind Kind, string? Region, bool IsDemo, string? Code, string? Hotline, DateOnly? LastCheckedOn);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Search).MaximumLength(100);
            RuleFor(q => q.Page).GreaterThan(0);
            RuleFor(q => q.PageSize).InclusiveBetween(1, 200);
        }
    }

    internal sealed class Handler(AppDb db) : IRequestHandler<Query, Result<Page<Row>>>
    {
        public async Task<Result<Page<Row>>> Handle(Query query, CancellationToken ct)
        {
            var found = db.Institutions.AsNoTracking();
            if (query.Kinds is { Count: > 0 } kinds)
            {
                found = found.Where(i => kinds.Contains(i.Kind));
            }

            if (query.Search?.Trim() is { Length: > 0 } search)
            {
                var pattern = Like.Containing(search);
                found = found.Where(i =>
                    EF.Functions.Like(i.Name, pattern, Like.Escape) || EF.Functions.Like(i.LicenceNo!, pattern, Like.Escape)
                    || EF.Functions.Like(i.Region!, pattern, Like.Escape) || i.Channels.Any(c => c.Value == search && c.EndedAt == null));
            }

            return await found
                .OrderBy(i => i.Kind).ThenBy(i => i.Name).ThenBy(i => i.Id)
                .Select(i => new Row(
                    i.Id,
                    i.Name,
                    i.Kind,
                    i.Region,
                    i.IsDemo,
                    i.Code,
                    i.Channels.Where(c => c.Kind == ChannelKind.Hotline && c.EndedAt == null)
                        .OrderBy(c => c.CreatedAt).ThenBy(c => c.Value).Select(c => c.Value).FirstOrDefault(),
                    i.Channels.Where(c => c.EndedAt == null).Min(c => (DateOnly?)c.LastCheckedOn)))
                .ToPageAsync(query.Page, query.PageSize, ct);
        }
    }
}
