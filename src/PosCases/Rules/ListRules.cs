using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Rules;

/// <summary>Searches the library of rules; it is short enough to be read whole.</summary>
public static class ListRules
{
    /// <param name="Search">Part of the code, the name or the words in either language; all when blank.</param>
    /// <param name="Kind">Only this kind; all when none is named.</param>
    [Requires(Permission.ViewRules)]
    public sealed record Query(string? Search = null, RuleKind? Kind = null) : IQuery<Answer>;

    /// <summary>The rules in the order of the library.</summary>
    /// <param name="Rows">The rules found.</param>
    /// <param name="MayManage">Whether the reader may edit them.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, bool MayManage);

    /// <summary>One rule.</summary>
    public sealed record Row(string Code, Guid Version, RuleCard Card);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Search).MaximumLength(100);
            RuleFor(q => q.Kind).IsInEnum();
        }
    }

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var found = db.Rules.AsNoTracking();
            if (query.Kind is { } kind)
            {
                found = found.Where(r => r.Kind == kind);
            }

            if (query.Search?.Trim() is { Length: > 0 } search)
            {
                var pattern = Like.Containing(search);
                found = found.Where(r =>
                    EF.Functions.Like(r.Code, pattern, Like.Escape)
                    || EF.Functions.Like(r.TitleZh, pattern, Like.Escape) || EF.Functions.Like(r.TitleEn, pattern, Like.Escape)
                    || EF.Functions.Like(r.ArticleZh, pattern, Like.Escape)
                    || EF.Functions.Like(r.SaysZh, pattern, Like.Escape) || EF.Functions.Like(r.SaysEn, pattern, Like.Escape));
            }

            var rules = await found.OrderBy(r => r.Position).ThenBy(r => r.Code).ToListAsync(ct);
            return new Answer([.. rules.Select(r => new Row(r.Code, r.Version, r.Card))], actor.May(Permission.ManageRules));
        }
    }
}
