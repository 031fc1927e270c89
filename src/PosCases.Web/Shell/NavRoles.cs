namespace PosCases.Web.Shell;

/// <summary>The role claims that the navigation looks at; it only hides links, the door checks rights.</summary>
public static class NavRoles
{
    public const string MerchantOwner = "merchant-owner";
    public const string MerchantStaff = "merchant-staff";
    public const string Guest = "guest";
    public const string Agent = "agent";
    public const string Supervisor = "supervisor";
    public const string Admin = "admin";

    /// <summary>Those who see their own merchant's cases.</summary>
    public const string Merchants = $"{MerchantOwner},{MerchantStaff}";

    /// <summary>Those and the lawyers whom they invited.</summary>
    public const string MerchantSide = $"{Merchants},{Guest}";

    /// <summary>Those who work cases.</summary>
    public const string CaseWorkers = $"{Agent},{Supervisor}";

    /// <summary>Everybody of ours.</summary>
    public const string Staff = $"{Agent},{Supervisor},{Admin}";
}
