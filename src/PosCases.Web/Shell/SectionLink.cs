using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace PosCases.Web.Shell;

/// <summary>A link of the navigation that counts the pages below it as its own, but for those that have a link themselves.</summary>
public sealed class SectionLink : NavLink
{
    /// <summary>Addresses of the other links.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<string> Siblings { get; set; }

    /// <summary>Addresses whose pages count as its own too.</summary>
    [Parameter] public IReadOnlyList<string> Also { get; set; } = [];

    /// <inheritdoc/>
    protected override bool ShouldMatch(string uriAbsolute)
    {
        var path = new Uri(uriAbsolute).AbsolutePath;
        var own = AdditionalAttributes?.GetValueOrDefault("href") as string ?? "";
        return Also.Any(other => IsUnder(path, other)) || (IsUnder(path, own) && !Siblings.Any(other => other.Length > own.Length && IsUnder(path, other)));
    }

    private static bool IsUnder(string path, string href) =>
        path.StartsWith(href, StringComparison.OrdinalIgnoreCase) && (path.Length == href.Length || path[href.Length] == '/');
}
