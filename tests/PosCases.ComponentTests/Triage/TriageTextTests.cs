using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PosCases.Cases.Filing;
using PosCases.Cases.Triage;
using PosCases.Institutions;
using PosCases.Web.Triage;

namespace PosCases.ComponentTests.Triage;

/// <summary>Whatever triage says in codes has words in both languages.</summary>
public sealed partial class TriageTextTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_value_result_and_step_has_its_texts(string culture)
    {
        string[] keys =
        [
            .. typeof(TriageAdvisor).Assembly.GetExportedTypes().Where(t => t.IsEnum && t.Namespace == typeof(TriageAdvisor).Namespace)
                .SelectMany(t => Enum.GetNames(t).Select(name => $"{t.Name}.{name}")),
            .. Enum.GetNames<InstitutionKind>().Select(k => $"Kind.{k}"),
            .. Enum.GetNames<Demand>().Select(d => $"Flag.{d}"),
            .. Enum.GetNames<TriageResult>().SelectMany(r => new[] { "Title", "Means", "Act", "Do.1", "Do.2", "Dont.1" }.Select(part => $"Result.{r}.{part}")),
            .. Enum.GetNames<DevicePoint>().SelectMany(p => new[] { "Do.1", "Ask", "Fine", "Fault" }.Select(part => $"Device.{p}.{part}")),
            .. Enum.GetNames<DeviceOutcome>().SelectMany(o => new[] { "Title", "Means", "Do.1" }.Select(part => $"Device.{o}.{part}")),
        ];

        Assert.Equal([], keys.Except(All(culture)));
    }

    [Fact]
    public void Every_text_that_a_screen_names_exists()
    {
        var named = Sources().SelectMany(source => Use().Matches(source.Text).Where(use => use.Groups["name"].Value == source.Localizer)).Select(use => use.Groups["key"].Value);

        Assert.Equal([], named.Distinct().Except(All("zh-CN")));
    }

    static HashSet<string> All(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        return [.. services.GetRequiredService<IStringLocalizer<TriageText>>().GetAllStrings(includeParentCultures: false).Select(text => text.Name)];
    }

    // In triage's own folder the localizer is called T, elsewhere Triage.
    static IEnumerable<(string Localizer, string Text)> Sources([CallerFilePath] string here = "")
    {
        string web = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/PosCases.Web"));
        return Directory.EnumerateFiles(web, "*.razor", SearchOption.AllDirectories).Select(File.ReadAllText).SelectMany(text => new[] { "T", "Triage" }
            .Where(name => text.Contains($"IStringLocalizer<TriageText> {name}\n", StringComparison.Ordinal)).Select(name => (name, text)));
    }

    [GeneratedRegex(@"\b(?<name>T|Triage)\[""(?<key>[A-Z]\w*(?:\.\w+)*)""", RegexOptions.None, 1000)]
    private static partial Regex Use();
}
