using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PosCases.Cases.Search;
using PosCases.Team;
using PosCases.Web.Cases.Search;
using PosCases.Web.Desk.Worklist;

namespace PosCases.ComponentTests.Desk;

/// <summary>Columns, skills and places of words have names in both languages.</summary>
public sealed class WorklistTextTests
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_column_skill_and_place_has_its_text(string culture)
    {
        Assert.Equal([], Names<WorklistColumn>("Column").Except(All<WorklistText>(culture)));
        Assert.Equal([], Names<Skill>("Skill").SelectMany(key => new[] { key, $"{key}.Hint" }).Except(All<WorklistText>(culture)));
        Assert.Equal([], Names<SearchKind>("Kind").Except(All<SearchText>(culture)));
    }

    static IEnumerable<string> Names<TEnum>(string prefix) where TEnum : struct, Enum => Enum.GetNames<TEnum>().Select(name => $"{prefix}.{name}");

    static HashSet<string> All<TText>(string culture)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        return [.. services.GetRequiredService<IStringLocalizer<TText>>().GetAllStrings(includeParentCultures: false).Select(text => text.Name)];
    }
}
