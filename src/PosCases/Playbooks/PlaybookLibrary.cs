using System.Reflection;

namespace PosCases.Playbooks;

/// <summary>The playbooks that the product ships, one JSON file for each version.</summary>
public static class PlaybookLibrary
{
    private const string Folder = ".Playbooks.Library.";

    /// <summary>Every shipped document with its text, older versions included.</summary>
    public static IEnumerable<(PlaybookDocument Document, string Json)> Read()
    {
        Assembly assembly = typeof(PlaybookLibrary).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var json = reader.ReadToEnd();
            yield return (PlaybookDocument.Parse(json), json);
        }
    }

    /// <summary>The newest shipped version of every playbook, by code.</summary>
    public static IReadOnlyList<PlaybookDocument> Newest() =>
        [.. Read().Select(p => p.Document).GroupBy(p => p.Code, StringComparer.Ordinal).Select(g => g.MaxBy(p => p.Version)!).OrderBy(p => p.Code, StringComparer.Ordinal)];
}
