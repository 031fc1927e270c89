using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing.Template;

namespace PosCases.EndToEndTests.Accessibility;

/// <summary>The addresses that the app's pages have.</summary>
internal static class Routes
{
    private static readonly (Type Page, RouteTemplate Template)[] Known =
    [
        .. from page in typeof(Program).Assembly.GetTypes()
           from route in page.GetCustomAttributes<RouteAttribute>()
           let template = TemplateParser.Parse(route.Template)
           orderby RoutePrecedence.ComputeInbound(template)
           select (page, template),
    ];

    /// <summary>Every address that a page has.</summary>
    public static IEnumerable<string> All => Known.Select(known => known.Template.TemplateText!);

    /// <summary>The address that a path meets; none when there is no such page.</summary>
    public static string? Of(string path) => Find(path)?.Template.TemplateText;

    /// <summary>Whether the page at a path needs its circuit; the one that says that there is none does not.</summary>
    public static bool IsInteractive(string path) => Find(path) is { } known && known.Page.GetCustomAttribute<ExcludeFromInteractiveRoutingAttribute>() is null;

    private static (Type Page, RouteTemplate Template)? Find(string path)
    {
        var bare = path.Split('?')[0];
        foreach (var known in Known)
        {
            if (new TemplateMatcher(known.Template, []).TryMatch(bare, []))
            {
                return known;
            }
        }

        return null;
    }
}
