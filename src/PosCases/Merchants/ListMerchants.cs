using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Institutions;
using PosCases.Merchants.Identifiers;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Merchants;

/// <summary>Searches merchants, for their page and for pickers.</summary>
public static class ListMerchants
{
    /// <param name="Search">Part of the name, or the start of the credit code, a merchant number or a terminal number; all when blank.</param>
    /// <param name="Page">From 1.</param>
    /// <param name="PageSize">200 at most.</param>
    [Requires(Permission.ViewMerchants)]
    public sealed record Query(string? Search = null, int Page = 1, int PageSize = 50) : IQuery<Page<Row>>;

    /// <summary>One merchant in the list, with its first merchant number in use, whose that is, and how many terminals are in use.</summary>
    public sealed record Row(
        MerchantId Id, string Name, MerchantKind Kind, string? UnifiedCreditCode, string? Region, string? Number, string? Acquirer, int Terminals);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Search).MaximumLength(100);
            RuleFor(q => q.Page).GreaterThan(0);
            RuleFor(q => q.PageSize).InclusiveBetween(1, 200);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Page<Row>>>
    {
        public async Task<Result<Page<Row>>> Handle(Query query, CancellationToken ct)
        {
            var found = db.Merchants.AsNoTracking().VisibleTo(actor);
            if (query.Search?.Trim() is { Length: > 0 } search)
            {
                var name = Like.Containing(search);
                var number = Like.StartingWith(Typed.Compact(search));
                found = found.Where(m =>
                    EF.Functions.Like(m.Name, name, Like.Escape)
                    || EF.Functions.Like(m.UnifiedCreditCode!, number, Like.Escape)
                    || m.Numbers.Any(n => EF.Functions.Like(n.Value, number, Like.Escape))
                    || m.Terminals.Any(t => EF.Functions.Like(t.Number!, number, Like.Escape)));
            }

            var institutions = db.Institutions;
            return await found
                .OrderBy(m => m.Name).ThenBy(m => m.CreatedAt).ThenBy(m => m.Id)
                .Select(m => new { Merchant = m, First = m.Numbers.Where(n => n.EndedAt == null).OrderBy(n => n.CreatedAt).FirstOrDefault() })
                .Select(m => new Row(
                    m.Merchant.Id,
                    m.Merchant.Name,
                    m.Merchant.Kind,
                    m.Merchant.UnifiedCreditCode,
                    m.Merchant.Region,
                    m.First == null ? null : m.First.Value,
                    m.First == null ? null : institutions.Where(i => i.Id == m.First.AcquirerId).Select(i => i.Name).FirstOrDefault(),
                    m.Merchant.Terminals.Count(t => t.EndedAt == null)))
                .ToPageAsync(query.Page, query.PageSize, ct);
        }
    }
}
