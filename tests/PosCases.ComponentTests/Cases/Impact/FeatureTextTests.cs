using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PosCases.Cases.Urgency;
using PosCases.Web.Cases;
using PosCases.Web.Cases.Impact;
using PosCases.Web.Cases.Relief;

namespace PosCases.ComponentTests.Cases.Impact;

/// <summary>What the screens of impact and relief name has words.</summary>
public sealed partial class FeatureTextTests
{
    [Fact]
    public void Every_text_that_a_screen_of_impact_or_relief_names_exists()
    {
        var impact = Named("Cases/Impact", "T").Concat(Named("Desk/Relief", "I"));
        var relief = Named("Cases/Relief", "R").Concat(Named("Desk/Relief", "R")).Concat(Named("Desk/Tabs", "R")).Concat(Named("Desk/Dialogs", "R"));

        Assert.Equal([], impact.Distinct().Except(All<ImpactText>()));
        Assert.Equal([], relief.Distinct().Except(All<ReliefText>()));
    }

    [Fact]
    public void Every_reason_of_a_priority_has_its_sentence() =>
        Assert.Equal([], Enum.GetNames<PriorityReasonKind>().Select(kind => $"PriorityReasonKind.{kind}.Said").Except(All<CaseText>()));

    static IEnumerable<string> All<T>()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        return [.. services.GetRequiredService<IStringLocalizer<T>>().GetAllStrings(includeParentCultures: false).Select(text => text.Name)];
    }

    static IEnumerable<string> Named(string folder, string localizer, [CallerFilePath] string here = "") =>
        from file in Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../src/PosCases.Web", folder)), "*.razor")
        from use in Use().Matches(File.ReadAllText(file))
        where use.Groups["localizer"].Value == localizer
        from key in Key().Matches(use.Groups["said"].Value)
        select key.Groups["key"].Value;

    [GeneratedRegex(@"(?<![\w.])(?<localizer>[TIR])\[(?<said>[^\]]*)\]", RegexOptions.None, 1000)]
    private static partial Regex Use();

    [GeneratedRegex(@"""(?<key>[A-Z]\w*(?:\.\w+)*)""", RegexOptions.None, 1000)]
    private static partial Regex Key();
}
