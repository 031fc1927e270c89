using System.Text.Json;

namespace PosCases.Platform.Documents;

/// <summary>The few words that the writers themselves put on a paper; data, because code holds no Chinese.</summary>
internal sealed record DocumentWords(string BeforePage, string BetweenPages, string AfterPages)
{
    private static readonly Dictionary<string, DocumentWords> ByLanguage = Read();

    /// <summary>The words in the language of a paper.</summary>
    public static DocumentWords For(PrintDocument document) => ByLanguage[document.IsChinese ? "zh-CN" : "en"];

    private static Dictionary<string, DocumentWords> Read()
    {
        using var file = DocumentFiles.Open("words.json");
        return JsonSerializer.Deserialize<Dictionary<string, DocumentWords>>(file, JsonSerializerOptions.Web)!;
    }
}

/// <summary>Files of this folder that are embedded.</summary>
internal static class DocumentFiles
{
    public static Stream Open(string name) =>
        typeof(DocumentFiles).Assembly.GetManifestResourceStream("PosCases.Platform.Documents." + name)
        ?? throw new InvalidOperationException($"{name} is not embedded.");

    public static string Read(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }
}
