using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PosCases.Remedies;

/// <summary>The remedy routes that the product ships.</summary>
public static class RouteLibrary
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Lazy<FrozenDictionary<string, RemedyRoute>> ByCode = new(Index);

    /// <summary>Every route, in order.</summary>
    public static IReadOnlyList<RemedyRoute> All { get; } = Load();

    /// <summary>The route of a code; none when it is unknown.</summary>
    public static RemedyRoute? Find(string code) => ByCode.Value.GetValueOrDefault(code);

    private static FrozenDictionary<string, RemedyRoute> Index() => All.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);

    private static List<RemedyRoute> Load()
    {
        using var file = typeof(RouteLibrary).Assembly.GetManifestResourceStream("PosCases.Remedies.Library.routes.json")
            ?? throw new InvalidOperationException("The library of routes is not embedded.");
        return JsonSerializer.Deserialize<List<RemedyRoute>>(file, Format)!;
    }
}
