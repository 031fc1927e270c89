namespace PosCases.Platform.Security;

/// <summary>What a person is to the system; one role an account.</summary>
public enum Role
{
    /// <summary>Nobody is signed in.</summary>
    Anonymous,

    /// <summary>Owner of a merchant: files cases and manages the merchant's users.</summary>
    MerchantOwner,

    /// <summary>A merchant's employee: files and follows the merchant's cases.</summary>
    MerchantStaff,

    /// <summary>A lawyer or representative: sees the case to which he was invited, and nothing else.</summary>
    Guest,

    /// <summary>Support agent: works cases.</summary>
    Agent,

    /// <summary>Supervisor: works cases and reviews others' outcomes, never their own.</summary>
    Supervisor,

    /// <summary>Runs the system; has no right to the content of cases.</summary>
    Admin,

    /// <summary>The system's own jobs.</summary>
    System,
}
