using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People.Tokens;

/// <summary>Lists access tokens: one's own, or those of the people in one's care.</summary>
public static class ListTokens
{
    /// <summary>The own tokens, newest first.</summary>
    [Requires(Permission.UseAccount)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>The tokens of the people in one's care that can be used, those of one person together.</summary>
    [Requires(Permission.ManagePeople)]
    public sealed record OthersQuery : IQuery<IReadOnlyList<Row>>;

    /// <summary>One token, without anything by which it could be used.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Person">Name of its person.</param>
    /// <param name="Name">What the person calls it.</param>
    /// <param name="Scopes">What it is good for.</param>
    /// <param name="CreatedAt">Made at.</param>
    /// <param name="ExpiresAt">Good until.</param>
    /// <param name="LastUsedAt">Last used, to ten minutes.</param>
    /// <param name="LastUsedFrom">From which network address.</param>
    /// <param name="State">Whether it can be used.</param>
    public sealed record Row(
        AccessTokenId Id, string Person, string Name, TokenScopes Scopes, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt,
        string? LastUsedFrom, AccessTokenState State);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) :
        IRequestHandler<Query, Result<IReadOnlyList<Row>>>, IRequestHandler<OthersQuery, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            var rows = await RowsAsync(db.People.Self(actor), ct);
            return rows.OrderByDescending(r => r.CreatedAt).ToList();
        }

        public async Task<Result<IReadOnlyList<Row>>> Handle(OthersQuery query, CancellationToken ct)
        {
            var rows = await RowsAsync(db.People.HelpedBy(actor).Where(p => p.Id != actor.Id), ct);
            return rows.Where(r => r.State == AccessTokenState.Usable)
                .OrderBy(r => r.Person, StringComparer.Ordinal).ThenByDescending(r => r.CreatedAt).ToList();
        }

        private async Task<IEnumerable<Row>> RowsAsync(IQueryable<Person> people, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var found = await db.AccessTokens.AsNoTracking()
                .Join(people, t => t.PersonId, p => p.Id, (t, p) => new { Token = t, p.DisplayName, p.SecurityStamp })
                .ToListAsync(ct);
            return found.Select(f => new Row(
                f.Token.Id, f.DisplayName, f.Token.Name, f.Token.Scopes, f.Token.CreatedAt, f.Token.ExpiresAt, f.Token.LastUsedAt, f.Token.LastUsedFrom,
                f.Token.StateAt(f.SecurityStamp, now)));
        }
    }
}
