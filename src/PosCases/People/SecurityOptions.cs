namespace PosCases.People;

/// <summary>Settings of the section <c>Security</c>.</summary>
public sealed class SecurityOptions
{
    /// <summary>Whether staff may do nothing before they have set up the second factor. Only the demo world turns it off.</summary>
    public bool RequireStaffTwoFactor { get; set; } = true;
}
