using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PosCases.AfterCare;
using PosCases.Cases.Notices;
using PosCases.Web.AfterCare;
using PosCases.Web.Desk;

namespace PosCases.ComponentTests.AfterCare;

public sealed partial class AfterCareTextTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_member_every_refusal_and_every_notice_has_words(string culture)
    {
        var keys = typeof(CareTask).Assembly.GetExportedTypes()
            .Where(t => t.IsEnum && t.Namespace == typeof(CareTask).Namespace).SelectMany(t => Enum.GetNames(t).Select(n => $"{t.Name}.{n}"))
            .Concat(Enum.GetValues<CareRefusal>().Select(why => $"Error.{new CareRefused(why).Code}"))
            .Concat(Enum.GetNames<NoticeKind>().Where(n => n is not (nameof(NoticeKind.Event) or nameof(NoticeKind.Message))).Select(n => $"NoticeKind.{n}"))
            .Concat(["Error.Care.Unanswered", .. new[] { nameof(CareTask), nameof(Inspection), nameof(LookBack) }.Select(n => $"Error.NotFound.{n}")]);

        Assert.Equal([], keys.Except(All<AfterCareText>(culture).Keys));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_text_that_a_page_names_is_there(string culture)
    {
        var known = All<AfterCareText>(culture).Keys.Concat(All<DeskText>(culture).Keys).ToHashSet(StringComparer.Ordinal);
        var named = Directory.EnumerateFiles(Path.Combine(Root(), "src/PosCases.Web/AfterCare"), "*.razor")
            .SelectMany(file => Named().Matches(File.ReadAllText(file)).SelectMany(m => m.Groups["key"].Captures.Select(c => c.Value))).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.Equal([], named.Where(key => !known.Contains(key)));
    }

    [Fact]
    public void Chinese_texts_use_their_own_punctuation_and_nothing_promises_or_asks_for_a_secret()
    {
        Assert.All(All<AfterCareText>("zh-CN").Values, text => Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}[,?!;]", text));
        Assert.DoesNotContain(All<AfterCareText>("zh-CN").Values.Concat(All<AfterCareText>("en").Values), t => Promise().IsMatch(t));
    }

    private static Dictionary<string, string> All<T>(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        return services.GetRequiredService<IStringLocalizer<T>>().GetAllStrings(includeParentCultures: false).ToDictionary(t => t.Name, t => t.Value, StringComparer.Ordinal);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PosCases.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex(@"\b[TA]\[(?:[^\]""]*\? )?""(?<key>[^""{]+)""(?: : ""(?<key>[^""]+)"")?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex("保证不会|一定不会|guarantee|never be frozen again", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Promise();
}
