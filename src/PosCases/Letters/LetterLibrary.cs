using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using PosCases.Platform;

namespace PosCases.Letters;

/// <summary>The letters that come with the product, their words and their guards: data, in every version that a letter may rest on.</summary>
public static class LetterLibrary
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly FrozenDictionary<string, LetterField> ByCode = Read<List<LetterField>>("fields.json").ToFrozenDictionary(f => f.Code, StringComparer.Ordinal);

    /// <summary>Every version of every template.</summary>
    public static IReadOnlyList<LetterTemplate> Versions { get; } = [.. Names("templates.").Select(Read<LetterTemplate>).OrderBy(t => t.Code, StringComparer.Ordinal).ThenBy(t => t.Version)];

    /// <summary>The newest version of every template.</summary>
    public static IReadOnlyList<LetterTemplate> Templates { get; } = [.. Versions.GroupBy(t => t.Code, StringComparer.Ordinal).Select(g => g.MaxBy(t => t.Version)!).OrderBy(t => t.Order)];

    /// <summary>The places that templates may have.</summary>
    public static IReadOnlyCollection<LetterField> Fields => ByCode.Values;

    /// <summary>The words that fill them.</summary>
    internal static LetterWords Words { get; } = Read<LetterWords>("words.json");

    /// <summary>What a letter must not deny, by cause.</summary>
    internal static IReadOnlyList<Denial> Denials { get; } = Read<List<Denial>>("denials.json");

    /// <summary>Words that guard letters.</summary>
    internal static GuardWords Guards { get; } = Read<GuardWords>("guards.json");

    /// <summary>The newest version of a template; none when the code is unknown.</summary>
    public static LetterTemplate? Find(string code) => Templates.FirstOrDefault(t => t.Code == code);

    /// <summary>A certain version.</summary>
    public static LetterTemplate? Find(string code, int version) => Versions.FirstOrDefault(t => t.Code == code && t.Version == version);

    /// <summary>A place by its code.</summary>
    public static LetterField? Field(string code) => ByCode.GetValueOrDefault(code);

    private const string Folder = "PosCases.Letters.Library.";

    private static IEnumerable<string> Names(string under) =>
        typeof(LetterLibrary).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder + under, StringComparison.Ordinal)).Select(n => n[Folder.Length..]);

    private static T Read<T>(string name)
    {
        using var file = typeof(LetterLibrary).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        return JsonSerializer.Deserialize<T>(file, Format)!;
    }
}

/// <summary>Where one fills in what a letter lacks.</summary>
public enum FieldPlace
{
    /// <summary>The merchant's record.</summary>
    Merchant,

    /// <summary>The case.</summary>
    Case,

    /// <summary>The measures of the case.</summary>
    Measures,

    /// <summary>The causes of the case.</summary>
    Causes,

    /// <summary>The talks with institutions.</summary>
    Communication,

    /// <summary>The disputed transactions of the case and their slips.</summary>
    Transactions,

    /// <summary>The letter itself: the product does not keep it.</summary>
    Letter,
}

/// <summary>A place in a template.</summary>
/// <param name="Code">As templates name it.</param>
/// <param name="Label">Its name.</param>
/// <param name="Place">Where it is filled in.</param>
public sealed record LetterField(string Code, Bilingual Label, FieldPlace Place);

/// <summary>Words that deny a cause.</summary>
internal sealed record Denial(IReadOnlyList<string> Causes, IReadOnlyList<string> Words);

/// <summary>Words that guard letters.</summary>
/// <param name="Negations">Turn a statement into its denial.</param>
/// <param name="Secrets">What no letter may ask for.</param>
/// <param name="Forbids">Turn a demand into a warning.</param>
internal sealed record GuardWords(IReadOnlyList<string> Negations, IReadOnlyList<string> Secrets, IReadOnlyList<string> Forbids);
