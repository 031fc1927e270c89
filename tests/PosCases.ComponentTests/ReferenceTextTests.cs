using System.Collections;
using System.Globalization;
using System.Resources;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Web.Desk.Planning;
using PosCases.Web.Institutions;
using PosCases.Web.Merchants;
using PosCases.Web.Messages;

namespace PosCases.ComponentTests;

public sealed class ReferenceTextTests
{
    [Theory]
    [InlineData(typeof(MerchantText))]
    [InlineData(typeof(InstitutionText))]
    [InlineData(typeof(RefusalText))]
    [InlineData(typeof(PlanText))]
    public void Both_languages_have_the_same_keys(Type text) => Assert.Equal(Keys(text, "zh-CN"), Keys(text, "en"));

    [Fact]
    public void Every_value_of_an_enumeration_that_is_shown_has_its_word()
    {
        var merchants = Keys(typeof(MerchantText), "zh-CN");
        var institutions = Keys(typeof(InstitutionText), "zh-CN");

        Assert.Superset(Words<MerchantKind>("Kind"), merchants);
        Assert.Superset(Words<MerchantField>("Field"), merchants);
        Assert.Superset(Words<InstitutionKind>("Kind"), institutions);
        Assert.Superset(Words<ChannelKind>("Channel"), institutions);
        Assert.Superset(Words<SourceConfidence>("Confidence"), institutions);
    }

    private static HashSet<string> Words<TEnum>(string prefix)
        where TEnum : struct, Enum => [.. Enum.GetNames<TEnum>().Select(name => $"{prefix}.{name}")];

    private static SortedSet<string> Keys(Type text, string culture) => new(
        new ResourceManager(text).GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().Select(entry => (string)entry.Key),
        StringComparer.Ordinal);
}
