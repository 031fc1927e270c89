using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Web.Desk;
using PosCases.Web.Desk.Worklist;

namespace PosCases.ComponentTests.Desk;

/// <summary>Whatever the desk's screens say has words in both languages.</summary>
public sealed partial class DeskTextTests
{
    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_places_for_values()
    {
        var chinese = All("zh-CN");
        var english = All("en");

        Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(chinese.Keys, key => Places(chinese[key]) != Places(english[key]));
    }

    [Fact]
    public void Every_member_that_a_screen_names_has_a_text()
    {
        string[] keys =
        [
            .. Enum.GetNames<CaseAction>().Where(a => a != nameof(CaseAction.File)).Select(a => $"Act.{a}"),
            .. Enum.GetNames<WorkView>().SelectMany(v => new[] { $"Empty.{v}", $"Empty.{v}.Text" }),
            .. Enum.GetNames<BulkAction>().SelectMany(a => new[] { $"Bulk.{a}", $"Bulk.{a}.Title", $"Bulk.{a}.Do" }),
            .. Enum.GetNames<BulkState>().Select(s => $"Bulk.State.{s}"),
            .. Enum.GetNames<CaseTab>().Select(t => $"Tab.{t}"),
            .. Enum.GetNames<MerchantKind>().Select(k => $"MerchantKind.{k}"),
            .. Enum.GetNames<ChannelKind>().Select(k => $"ChannelKind.{k}"),
        ];
        var all = All("zh-CN");

        Assert.Equal([], keys.Except(all.Keys));
    }

    static Dictionary<string, string> All(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        return services.GetRequiredService<IStringLocalizer<DeskText>>().GetAllStrings(includeParentCultures: false)
            .ToDictionary(text => text.Name, text => text.Value, StringComparer.Ordinal);
    }

    static string Places(string text) => string.Join(',', Place().Matches(text).Select(found => found.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\w+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
