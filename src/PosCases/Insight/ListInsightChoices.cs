using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Institutions;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Insight;

/// <summary>Shows by what the figures can be narrowed.</summary>
public static class ListInsightChoices
{
    /// <summary>Most of each kind.</summary>
    public const int Most = 200;

    /// <summary>Shows by what the figures can be narrowed.</summary>
    [Requires(Permission.ViewInsight)]
    public sealed record Query : IQuery<Choices>;

    /// <summary>The choices, each by name.</summary>
    /// <param name="Institutions">Institutions.</param>
    /// <param name="Regions">Regions of merchants.</param>
    /// <param name="Models">Models of terminals.</param>
    /// <param name="Owners">Agents and supervisors; nobody for whom counts only his own.</param>
    public sealed record Choices(IReadOnlyList<Named> Institutions, IReadOnlyList<string> Regions, IReadOnlyList<string> Models, IReadOnlyList<Named> Owners);

    /// <summary>Somebody or something with a name.</summary>
    public sealed record Named(Guid Id, string Name);

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Query, Result<Choices>>
    {
        public async Task<Result<Choices>> Handle(Query query, CancellationToken ct) => new Choices(
            (await db.Institutions.OrderBy(i => i.Name).Take(Most).Select(i => new { i.Id, i.Name }).ToListAsync(ct)).ConvertAll(i => new Named(i.Id.Value, i.Name)),
            await db.Set<Merchants.Merchant>().Where(m => m.Region != null && m.Region != "").Select(m => m.Region!).Distinct().OrderBy(r => r).Take(Most).ToListAsync(ct),
            await db.Set<Merchants.Terminal>().Where(t => t.Model != null && t.Model != "").Select(t => t.Model!).Distinct().OrderBy(m => m).Take(Most).ToListAsync(ct),
            actor.Role != Role.Supervisor
                ? []
                : await db.People.Where(p => p.Role == Role.Agent || p.Role == Role.Supervisor).OrderBy(p => p.DisplayName).Take(Most).Select(p => new Named(p.Id, p.DisplayName)).ToListAsync(ct));
    }
}
