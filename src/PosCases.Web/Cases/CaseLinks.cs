using System.Security.Claims;
using PosCases.Web.Shell;

namespace PosCases.Web.Cases;

/// <summary>Where a case is found by somebody in a role.</summary>
public static class CaseLinks
{
    /// <summary>The address of a case.</summary>
    /// <param name="user">Who reads.</param>
    /// <param name="number">Number of the case.</param>
    public static string Of(ClaimsPrincipal user, string number) =>
        user.IsInRole(NavRoles.MerchantOwner) || user.IsInRole(NavRoles.MerchantStaff) ? $"/my/cases/{number}"
        : user.IsInRole(NavRoles.Guest) ? $"/guest/cases/{number}"
        : $"/desk/cases/{number}";
}
