using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PosCases.Web.Desk;

namespace PosCases.ComponentTests;

/// <summary>Whatever text a screen names exists, in whichever resources its localizer reads.</summary>
public sealed partial class ScreenTextTests
{
    private static readonly Dictionary<string, Type> Markers = typeof(DeskText).Assembly.GetExportedTypes()
        .Where(type => type.Name.EndsWith("Text", StringComparison.Ordinal) && !type.IsAbstract && type.GetConstructor([]) is not null)
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static TheoryData<string> Screens => [.. Files().Where(file => LocalizersOf(File.ReadAllText(file)).Count > 0).Select(file => Path.GetRelativePath(Root(), file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Screens))]
    public void Every_text_that_a_screen_names_exists(string screen)
    {
        var source = File.ReadAllText(Path.Combine(Root(), screen));
        var missing =
            from localizer in LocalizersOf(source)
            let known = KeysOf(localizer.Value)
            from use in Use().Matches(source)
            where use.Groups["localizer"].Value == localizer.Key
            from key in Key().Matches(use.Groups["said"].Value)
            where !known.Contains(key.Groups["key"].Value)
            select $"{localizer.Value.Name}: {key.Groups["key"].Value}";

        Assert.Equal([], missing.Distinct());
    }

    private static Dictionary<string, Type> LocalizersOf(string source)
    {
        Dictionary<string, Type> found = new(StringComparer.Ordinal);
        foreach (Match inject in Inject().Matches(source))
        {
            if (Markers.TryGetValue(inject.Groups["marker"].Value, out var marker))
            {
                found[inject.Groups["name"].Value] = marker;
            }
        }

        if (Inherits().Match(source) is { Success: true } inherits)
        {
            found["T"] = inherits.Groups["marker"].Success ? Markers[inherits.Groups["marker"].Value] : typeof(DeskText);
        }

        return found;
    }

    private static HashSet<string> KeysOf(Type marker)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        return services.GetRequiredService<IStringLocalizerFactory>().Create(marker).GetAllStrings(includeParentCultures: false).Select(text => text.Name).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Root(), "*.razor", SearchOption.AllDirectories);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../src/PosCases.Web"));

    [GeneratedRegex(@"@inject IStringLocalizer<(?<marker>\w+)> (?<name>\w+)|\[Inject\] IStringLocalizer<(?<marker>\w+)> (?<name>\w+)", RegexOptions.None, 1000)]
    private static partial Regex Inject();

    [GeneratedRegex(@"@inherits (CasePart|CaseDialog|CasePageBase|CommandDialog<(?<marker>\w+)>)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inherits();

    [GeneratedRegex(@"(?<![\w.])(?<localizer>[A-Z]\w*)\[(?<said>[^\]]*)\]", RegexOptions.None, 1000)]
    private static partial Regex Use();

    // A whole key in quotes; one that is put together while the page runs is no whole key.
    [GeneratedRegex(@"(?<![$\[])""(?<key>[A-Z]\w*(?:\.\w+)*)""", RegexOptions.None, 1000)]
    private static partial Regex Key();
}
