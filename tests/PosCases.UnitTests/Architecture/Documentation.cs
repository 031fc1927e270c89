using System.Xml.Linq;

namespace PosCases.UnitTests.Architecture;

/// <summary>Documents that are written from the code: they must be current, or are rewritten when POSCASES_REGENERATE is 1.</summary>
internal static class Documentation
{
    private static readonly bool Regenerates = Environment.GetEnvironmentVariable("POSCASES_REGENERATE") == "1";

    public static void AssertCurrent(string path, string text)
    {
        var file = Path.Combine(Repository.Root, path);
        if (Regenerates)
        {
            File.WriteAllText(file, text);
        }

        Assert.True(
            File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == text,
            $"{path} is stale: POSCASES_REGENERATE=1 dotnet test --filter Document writes it anew.");
    }

    /// <summary>Only the part between the two markers of that name is written from the code.</summary>
    public static void AssertCurrentPart(string path, string name, string text)
    {
        var (start, end) = ($"<!-- {name}: generated -->\n", $"<!-- /{name} -->");
        var whole = File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");
        var (from, to) = (whole.IndexOf(start, StringComparison.Ordinal), whole.IndexOf(end, StringComparison.Ordinal));
        Assert.True(from >= 0 && to > from, $"{path} lacks the markers of {name}.");
        AssertCurrent(path, whole[..(from + start.Length)] + text + whole[to..]);
    }

    /// <summary>The Chinese words that the screens use for a member of an enum.</summary>
    public static string Chinese<T>(T member)
        where T : struct, Enum => Words.Value.GetValueOrDefault($"{typeof(T).Name}.{member}", "");

    private static readonly Lazy<Dictionary<string, string>> Words = new(() =>
        XDocument.Load(Path.Combine(Repository.Root, "src/PosCases.Web/Cases/CaseText.zh-CN.resx")).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal));
}
