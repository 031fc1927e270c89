using PosCases.People;
using PosCases.Platform.Security;

namespace PosCases.Cases;

/// <summary>Who can be given cases.</summary>
internal static class CaseOwners
{
    /// <summary>Agents and supervisors who are still with us.</summary>
    public static IQueryable<Person> WhoMayOwnCases(this IQueryable<Person> people) =>
        people.Where(p => p.IsActive && (p.Role == Role.Agent || p.Role == Role.Supervisor));
}
