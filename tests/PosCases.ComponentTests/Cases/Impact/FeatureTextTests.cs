using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using PosCases.Cases.Urgency;
using PosCases.Web.Cases;

namespace PosCases.ComponentTests.Cases.Impact;

/// <summary>What impact says has words.</summary>
public sealed class FeatureTextTests
{
    [Fact]
    public void Every_reason_of_a_priority_has_its_sentence() =>
        Assert.Equal([], Enum.GetNames<PriorityReasonKind>().Select(kind => $"PriorityReasonKind.{kind}.Said").Except(All<CaseText>()));

    static IEnumerable<string> All<T>()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        return [.. services.GetRequiredService<IStringLocalizer<T>>().GetAllStrings(includeParentCultures: false).Select(text => text.Name)];
    }
}
