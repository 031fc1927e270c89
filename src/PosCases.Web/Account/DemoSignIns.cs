namespace PosCases.Web.Account;

/// <summary>Settings of the section <c>Demo</c>: the demo world's accounts, offered as buttons on the sign-in page in development.</summary>
public sealed class DemoSignIns
{
    /// <summary>The password that all of them share; without one there are no buttons.</summary>
    public string Password { get; set; } = "";
}
