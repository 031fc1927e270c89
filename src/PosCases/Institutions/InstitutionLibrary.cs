using System.Text.Json;
using System.Text.Json.Serialization;

namespace PosCases.Institutions;

/// <summary>The institutions that come with the product: real public hotlines, and invented bodies for the demo world.</summary>
public static class InstitutionLibrary
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>One institution of the library.</summary>
    /// <param name="Code">Stable code, by which it is known again.</param>
    /// <param name="Demo">Invented.</param>
    /// <param name="Profile">What the directory says of it.</param>
    /// <param name="Channels">Its official channels.</param>
    public sealed record Entry(string Code, bool Demo, InstitutionProfile Profile, IReadOnlyList<ChannelForm> Channels);

    /// <summary>Reads the library, in the order of the file.</summary>
    public static IReadOnlyList<Entry> Load()
    {
        using var file = typeof(InstitutionLibrary).Assembly.GetManifestResourceStream("PosCases.Institutions.Library.institutions.json")
            ?? throw new InvalidOperationException("The library of institutions is not embedded.");
        return JsonSerializer.Deserialize<List<Entry>>(file, Format)!;
    }
}
