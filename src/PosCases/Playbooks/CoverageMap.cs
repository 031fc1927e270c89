using System.Text.Json;
using PosCases.Cases.Causes;
using PosCases.Platform;

namespace PosCases.Playbooks;

/// <summary>
/// Where each item of the documents is taken care of. Playbooks and causes name their items themselves; only forms and screens are
/// stated, by the name of their type.
/// </summary>
public static class CoverageMap
{
    private const string Resource = "PosCases.Playbooks.Coverage.coverage.json";

    private static readonly Document Read = Load();

    /// <summary>Forms and screens by code.</summary>
    public static IReadOnlyList<Place> Places => Read.Places;

    /// <summary>The text as it is written; for the checks of its words.</summary>
    public static string Json { get; } = ReadText();

    /// <summary>A form or screen.</summary>
    /// <param name="Code">Code.</param>
    /// <param name="Type">Full name of its type.</param>
    /// <param name="Name">Name.</param>
    /// <param name="Href">Address, where it has one of its own.</param>
    public sealed record Place(string Code, string Type, Bilingual Name, string? Href);

    /// <summary>An item with everything that takes care of it.</summary>
    /// <param name="Id">Item id, e.g. S03.</param>
    /// <param name="Name">What it is, in short.</param>
    /// <param name="Causes">Codes of the causes that it is.</param>
    /// <param name="Playbooks">Playbooks with a step for it.</param>
    /// <param name="Places">Forms and screens.</param>
    /// <param name="IsInformation">Nothing to do for a merchant; only shown.</param>
    public sealed record Row(
        string Id, Bilingual Name, IReadOnlyList<string> Causes, IReadOnlyList<PlaybookDocument> Playbooks, IReadOnlyList<Place> Places, bool IsInformation)
    {
        /// <summary>Kind of item: C, S, E, T, L, R or N.</summary>
        public char Kind => Id[0];

        /// <summary>Whether anything takes care of it; a cause counts once a playbook serves it.</summary>
        public bool IsReached => Playbooks.Count + Places.Count > 0;
    }

    /// <summary>Every item.</summary>
    /// <param name="newest">The newest version of every playbook.</param>
    public static IReadOnlyList<Row> Of(IReadOnlyList<PlaybookDocument> newest)
    {
        var places = Places.ToDictionary(p => p.Code, StringComparer.Ordinal);
        return
        [
            .. CauseLibrary.Causes.Where(c => c.Seed is not null).OrderBy(c => c.Seed, StringComparer.Ordinal)
                .Select(c => new Row(c.Seed!, c.Name, [c.Code], PlaybookChoice.Serving(newest, c.Code), [], IsInformation: false)),
            .. Read.Items.Select(item => RowOf(item, isInformation: false)),
            .. Read.Information.Select(item => RowOf(item, isInformation: true)),
        ];

        Row RowOf(Item item, bool isInformation) => new(
            item.Id,
            item.Name,
            [],
            [.. newest.Where(p => p.Steps.Any(s => s.Sources.Contains(item.Id)))],
            [.. (item.Places ?? []).Select(code => places[code])],
            isInformation);
    }

    private static string ReadText()
    {
        using var reader = new StreamReader(typeof(CoverageMap).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The map of coverage is not embedded."));
        return reader.ReadToEnd();
    }

    private static Document Load() => JsonSerializer.Deserialize<Document>(ReadText(), JsonSerializerOptions.Web)!;

    private sealed record Document(IReadOnlyList<Place> Places, IReadOnlyList<Item> Items, IReadOnlyList<Item> Information);

    private sealed record Item(string Id, Bilingual Name, IReadOnlyList<string>? Places);
}
