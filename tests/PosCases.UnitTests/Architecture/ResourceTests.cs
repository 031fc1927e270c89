using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PosCases.UnitTests.Architecture;

/// <summary>Both languages say the same things.</summary>
public sealed partial class ResourceTests
{
    public static TheoryData<string> Texts =>
        [.. Repository.Files("src", ".resx").Select(f => LanguageEnding().Replace(Repository.Name(f), "")).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Both_languages_have_the_same_keys_with_the_same_placeholders_and_none_is_empty(string name)
    {
        var (chinese, english) = (Read(name + ".zh-CN.resx"), Read(name + ".en.resx"));

        Assert.NotEmpty(chinese);
        Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(chinese.Keys, key => string.IsNullOrWhiteSpace(chinese[key]) || string.IsNullOrWhiteSpace(english[key]));
        Assert.DoesNotContain(chinese.Keys, key => Places(chinese[key]) != Places(english[key]));
    }

    [Fact]
    public void Every_text_belongs_to_one_of_the_two_languages() =>
        Assert.DoesNotContain(Repository.Files("src", ".resx"), file => !LanguageEnding().IsMatch(file));

    private static Dictionary<string, string> Read(string path) =>
        XDocument.Load(Path.Combine(Repository.Root, path)).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    private static string Places(string text) =>
        string.Join(' ', Place().Matches(text).Select(m => m.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\.(zh-CN|en)\.resx$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LanguageEnding();

    [GeneratedRegex(@"\{(?<name>\w+)[^{}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
