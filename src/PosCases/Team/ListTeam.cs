using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Team;

/// <summary>Shows supervisors in what everybody is versed and how much he can carry.</summary>
public static class ListTeam
{
    /// <summary>Shows in what everybody is versed and how much he can carry.</summary>
    [Requires(Permission.ReviewCases)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>Somebody who may own cases.</summary>
    /// <param name="PersonId">The person.</param>
    /// <param name="Name">His name.</param>
    /// <param name="Role">Agent or supervisor.</param>
    /// <param name="Skills">In what; empty means in everything.</param>
    /// <param name="MostOpen">With so many open cases that do not wait, no further one is handed out.</param>
    public sealed record Row(Guid PersonId, string Name, Role Role, IReadOnlyList<Skill> Skills, int MostOpen);

    internal sealed class Handler(AppDb db) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            var known = await db.Set<TeamMember>().AsNoTracking().ToDictionaryAsync(m => m.PersonId, ct);
            var people = await db.People.WhoMayOwnCases().OrderBy(p => p.DisplayName).ThenBy(p => p.Id)
                .Select(p => new { p.Id, p.DisplayName, p.Role }).ToListAsync(ct);
            return people.ConvertAll(p => known.TryGetValue(p.Id, out var member)
                ? new Row(p.Id, p.DisplayName, p.Role, member.Skills, member.MostOpen)
                : new Row(p.Id, p.DisplayName, p.Role, [], TeamMember.UsualLoad));
        }
    }
}
