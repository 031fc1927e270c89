namespace PosCases.Web.Shell;

/// <summary>A link of the navigation.</summary>
/// <param name="Href">Where it leads.</param>
/// <param name="TextKey">Of its word in ShellText.</param>
/// <param name="Icon">From Design/icons.txt.</param>
/// <param name="Roles">Who sees it.</param>
internal sealed record NavItem(string Href, string TextKey, string Icon, string Roles)
{
    /// <summary>Other sections that it stands for: its pages have tabs to them.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}
