using System.Security.Claims;
using PosCases.AfterCare;
using PosCases.Web.Desk;
using PosCases.Web.Shell;

namespace PosCases.Web.AfterCare;

/// <summary>Where after-care is found.</summary>
public static class CareLinks
{
    /// <summary>The merchant's own page.</summary>
    public const string Mine = "/after-care";

    /// <summary>The desk's list.</summary>
    public const string Desk = "/desk/after-care";

    /// <summary>The after-care of a case for whoever reads.</summary>
    /// <param name="user">Who reads.</param>
    /// <param name="number">Number of the case.</param>
    public static string Of(ClaimsPrincipal user, string number) =>
        user.IsInRole(NavRoles.MerchantOwner) || user.IsInRole(NavRoles.MerchantStaff) ? Mine : CaseAddress.Of(number, CaseTab.Prevention);

    /// <summary>One task of the merchant.</summary>
    public static string Of(CareTaskId id) => $"{Mine}/tasks/{id.Value}";

    /// <summary>A self-inspection: its result, or where it goes on.</summary>
    public static string Of(InspectionId id) => $"{Mine}/check/{id.Value}";

    /// <summary>A page of the questionnaire, from 1.</summary>
    public static string Of(InspectionId id, int page) => $"{Mine}/check/{id.Value}/{page}";

    /// <summary>The desk's list, narrowed.</summary>
    public static string Of(CarePart part, CareOwner owner, string? after = null) =>
        $"{Desk}?part={$"{part}".ToLowerInvariant()}&owner={$"{owner}".ToLowerInvariant()}{(after is null ? "" : $"&after={after}")}";
}
