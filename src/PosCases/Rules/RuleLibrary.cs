using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PosCases.Rules;

/// <summary>The rules that come with the product. The database holds them as people edited them since.</summary>
public static class RuleLibrary
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly Lazy<FrozenDictionary<string, Entry>> ByCode = new(Index);

    /// <summary>One rule of the library.</summary>
    /// <param name="Code">Stable code by which playbooks, routes and checks cite it, e.g. <c>ATFL-32</c>.</param>
    /// <param name="Card">What it says.</param>
    public sealed record Entry(string Code, RuleCard Card);

    /// <summary>Every rule, in the order in which the library shows them.</summary>
    public static IReadOnlyList<Entry> All { get; } = Load();

    /// <summary>Whether the library has the code.</summary>
    public static bool Exists(string code) => ByCode.Value.ContainsKey(code);

    /// <summary>The card as it was shipped; none when the code is unknown.</summary>
    public static RuleCard? Find(string code) => ByCode.Value.GetValueOrDefault(code)?.Card;

    private static FrozenDictionary<string, Entry> Index() => All.ToFrozenDictionary(e => e.Code, StringComparer.Ordinal);

    private static List<Entry> Load()
    {
        using var file = typeof(RuleLibrary).Assembly.GetManifestResourceStream("PosCases.Rules.Library.rules.json")
            ?? throw new InvalidOperationException("The library of rules is not embedded.");
        return JsonSerializer.Deserialize<List<Entry>>(file, Format)!;
    }
}
