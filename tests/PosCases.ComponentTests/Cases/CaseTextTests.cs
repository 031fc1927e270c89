using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;
using PosCases.Cases.Worklist;
using PosCases.Platform.Messages;
using PosCases.Web.Cases;

namespace PosCases.ComponentTests.Cases;

/// <summary>Whatever the core says in codes has words in both languages.</summary>
public sealed partial class CaseTextTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_member_of_every_enum_of_a_case_has_a_text(string culture)
    {
        var keys = typeof(Case).Assembly.GetExportedTypes()
            // Triage and search have texts of their own (TriageTextTests, SearchPageTests).
            .Where(type => type.IsEnum && type.Namespace!.StartsWith("PosCases.Cases", StringComparison.Ordinal)
                && type.Namespace is not ("PosCases.Cases.Triage" or "PosCases.Cases.Search"))
            .SelectMany(type => Enum.GetNames(type).Select(name => $"{type.Name}.{name}"));

        Assert.Equal([], WithoutText(culture, keys));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_paper_cause_event_outcome_measure_and_step_has_all_its_texts(string culture)
    {
        string[] keys =
        [
            .. EvidenceCode.All.SelectMany(code => new[] { $"Evidence.{code}", $"Evidence.{code}.Hint" }),
            .. Enum.GetNames<CaseEventKind>().Select(kind => $"Event.{kind}"),
            .. Enum.GetNames<PosCases.Calendar.TermUnit>().Select(unit => $"TermUnit.{unit}"),
            .. Enum.GetNames<PosCases.Institutions.SourceConfidence>().Select(sure => $"SourceConfidence.{sure}"),
            .. Enum.GetNames<Outcome>().Select(outcome => $"Outcome.{outcome}.Definition"),
            .. Enum.GetNames<MeasureKind>().Select(kind => $"MeasureKind.{kind}.Who"),
            .. Enum.GetNames<NextStepKind>().Select(kind => $"NextStepKind.{kind}.You"),
            .. Enum.GetNames<Ball>().SelectMany(ball => new[] { $"Ball.{ball}.You", $"Ball.{ball}.Turn" }),
            .. Enum.GetNames<PaperState>().Select(state => $"PaperState.{state}"),
        ];

        Assert.Equal([], WithoutText(culture, keys));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_error_of_a_case_and_of_the_door_has_a_text(string culture)
    {
        var codes = typeof(Error).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Error)))
            .Where(type => type.Namespace!.StartsWith("PosCases.Cases", StringComparison.Ordinal) || type.Namespace == typeof(Error).Namespace)
            .Where(type => type != typeof(CaseNotReady) && type != typeof(NotFound))
            .Select(type => ((Error)RuntimeHelpers.GetUninitializedObject(type)).Code)
            .Concat(Enum.GetValues<Lack>().Select(lack => new CaseNotReady(lack).Code))
            .Concat(Named(NotFoundOf()).Select(what => new NotFound(what).Code));

        Assert.Equal([], WithoutText(culture, codes.Select(code => $"Error.{code}")));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_code_of_a_field_rule_of_a_case_has_a_text(string culture)
    {
        var codes = Named(RuleOf()).Concat(["NotEmptyValidator", "MaximumLengthValidator", "EnumValidator", "InclusiveBetweenValidator", "PredicateValidator"]);

        Assert.Equal([], WithoutText(culture, codes.Distinct().Select(code => $"Field.{code}")));
    }

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_places_for_values()
    {
        var chinese = All("zh-CN");
        var english = All("en");

        Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(chinese.Keys, key => Places(chinese[key]) != Places(english[key]));
    }

    static IEnumerable<string> WithoutText(string culture, IEnumerable<string> keys)
    {
        var all = All(culture);
        return keys.Where(key => !all.TryGetValue(key, out var text) || string.IsNullOrWhiteSpace(text));
    }

    // The texts of the cases, and those of the features that have texts of their own.
    static Dictionary<string, string> All(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        using var services = new ServiceCollection().AddLogging().AddLocalization().AddCaseScreens().BuildServiceProvider();
        var localizers = services.GetRequiredService<IStringLocalizerFactory>();
        Dictionary<string, string> all = new(StringComparer.Ordinal);
        foreach (var marker in services.GetServices<ErrorTexts>().Select(texts => texts.Marker).Prepend(typeof(CaseText)))
        {
            foreach (var text in localizers.Create(marker).GetAllStrings(includeParentCultures: false))
            {
                all.TryAdd(text.Name, text.Value);
            }
        }

        return all;
    }

    static string Places(string text) => string.Join(',', Place().Matches(text).Select(found => found.Value).Order(StringComparer.Ordinal));

    // What the sources of the cases name, as reflection cannot see it.
    static IEnumerable<string> Named(Regex pattern, [CallerFilePath] string here = "") =>
        Directory.EnumerateFiles(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/PosCases/Cases")), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => pattern.Matches(File.ReadAllText(file)).Select(found => found.Groups["code"].Value))
            .Distinct();

    [GeneratedRegex("""new NotFound\("(?<code>\w+)"\)""", RegexOptions.NonBacktracking)]
    private static partial Regex NotFoundOf();

    [GeneratedRegex("""(?:WithErrorCode\(|new Invalid\([^,()]*(?:\([^()]*\))?, )"(?<code>[\w.]+)"\)""", RegexOptions.NonBacktracking)]
    private static partial Regex RuleOf();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
