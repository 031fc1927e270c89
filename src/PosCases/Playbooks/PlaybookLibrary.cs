using System.Reflection;

namespace PosCases.Playbooks;

/// <summary>The playbooks that the product ships, one JSON file each.</summary>
public static class PlaybookLibrary
{
    private const string Folder = ".Playbooks.Library.";

    /// <summary>Every shipped document with its text.</summary>
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
}
