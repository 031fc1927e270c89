using System.Text.Json;

namespace PosCases.Calendar;

/// <summary>The years that the product ships, one JSON file each; every file names its source.</summary>
public static class CalendarLibrary
{
    private const string Folder = ".Calendar.Library.";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>A text in both languages.</summary>
    public sealed record Words(string Zh, string En);

    /// <summary>One announced year.</summary>
    /// <param name="Year">The year.</param>
    /// <param name="Source">Where its days are known from.</param>
    /// <param name="Holidays">Its holidays.</param>
    public sealed record Entry(int Year, Words Source, IReadOnlyList<Holiday> Holidays);

    /// <summary>One holiday: its days off without a break, and the weekend days worked in exchange.</summary>
    public sealed record Holiday(Words Name, DateOnly From, DateOnly To, IReadOnlyList<DateOnly> Worked);

    /// <summary>Every shipped year, the earliest first.</summary>
    public static IReadOnlyList<Entry> Load()
    {
        var assembly = typeof(CalendarLibrary).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames().Where(n => n.Contains(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name =>
            {
                using var file = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<Entry>(file, Format)!;
            }),
        ];
    }
}
