using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PosCases.Web.Cases.Measures;
using PosCases.Web.Desk.Restriction;

namespace PosCases.ComponentTests.Desk;

/// <summary>Whatever a screen says of measures and restrictions has words.</summary>
public sealed partial class FeatureTextTests
{
    [Fact]
    public void Every_text_of_measures_that_a_screen_names_exists() => AssertAll<MeasureText>(MeasureUse());

    [Fact]
    public void Every_text_of_restrictions_that_a_screen_names_exists() => AssertAll<RestrictionText>(RestrictionUse());

    private static void AssertAll<TText>(Regex use, [CallerFilePath] string here = "")
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var all = services.GetRequiredService<IStringLocalizer<TText>>().GetAllStrings(includeParentCultures: false).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var named = Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/PosCases.Web")), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => use.Matches(File.ReadAllText(file)))
            .SelectMany(found => Key().Matches(found.Value))
            .Select(key => key.Groups["key"].Value)
            .Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.Equal([], named.Except(all));
    }

    [GeneratedRegex(@"\bM\[[^\]]*\]", RegexOptions.NonBacktracking)]
    private static partial Regex MeasureUse();

    [GeneratedRegex(@"\bR\[[^\]]*\]", RegexOptions.NonBacktracking)]
    private static partial Regex RestrictionUse();

    [GeneratedRegex(@"""(?<key>[A-Z]\w*(?:\.\w+)*)""", RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}
