using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PosCases.Cases.Causes;

/// <summary>The taxonomy of causes that the product ships, with the standard lists that it maps to; embedded, bilingual.</summary>
public static class CauseLibrary
{
    private const string Resource = "PosCases.Cases.Causes.Library.causes.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Document Read = Load();

    private static readonly FrozenDictionary<string, CauseEntry> ByCode = Read.Causes.ToFrozenDictionary(c => c.Code, StringComparer.Ordinal);

    /// <summary>Groups in the order in which lists show them.</summary>
    public static IReadOnlyList<CauseGroup> Groups => Read.Groups;

    /// <summary>Causes in the order in which lists show them, each group's own entry first.</summary>
    public static IReadOnlyList<CauseEntry> Causes => Read.Causes;

    /// <summary>Measures of acquirers by the payment association's list.</summary>
    public static IReadOnlyList<AcquirerMeasure> AcquirerMeasures => Read.AcquirerMeasures;

    /// <summary>Merchant risk types by the payment association's list.</summary>
    public static IReadOnlyList<RiskType> RiskTypes => Read.RiskTypes;

    /// <summary>Words by which a notice or a basis shows that it rests on anti-fraud rules.</summary>
    public static IReadOnlyList<string> AntiFraudWords => Read.Lexicon.AntiFraud;

    /// <summary>Words by which a notice or a basis shows that it rests on money-laundering rules.</summary>
    public static IReadOnlyList<string> MoneyLaunderingWords => Read.Lexicon.MoneyLaundering;

    /// <summary>A cause by its code.</summary>
    public static CauseEntry? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>The risk types of the payment association's list that a cause corresponds to; empty where the list has none.</summary>
    public static IReadOnlyList<RiskType> RiskTypesOf(string code) =>
        Find(code) is { } cause ? [.. RiskTypes.Where(r => cause.RiskTypes.Contains(r.Code, StringComparer.Ordinal))] : [];

    /// <summary>Codes of a group's causes, its own included; a code that is no group's stands for itself.</summary>
    public static IReadOnlyList<string> Within(string code) =>
        Find(code) is { IsGroup: true } ? [.. Causes.Where(c => c.Group == code).Select(c => c.Code)] : [code];

    /// <summary>Causes whose name, code, seed item or synonym holds every word of the text; all of them for an empty text.</summary>
    /// <param name="text">Words in either language.</param>
    public static IReadOnlyList<CauseEntry> Search(string? text)
    {
        var words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. Causes.Where(cause => words.All(word => Speaks(cause, word)))];
    }

    private static bool Speaks(CauseEntry cause, string word) =>
        new[] { cause.Name.Zh, cause.Name.En, cause.Code, cause.Seed ?? "" }.Concat(cause.Words.All)
            .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string ReadText()
    {
        using var reader = new StreamReader(typeof(CauseLibrary).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The library of causes is not embedded."));
        return reader.ReadToEnd();
    }

    private static Document Load() => JsonSerializer.Deserialize<Document>(ReadText(), Options)!;

    private sealed record Document(
        IReadOnlyList<CauseGroup> Groups,
        IReadOnlyList<CauseEntry> Causes,
        IReadOnlyList<AcquirerMeasure> AcquirerMeasures,
        IReadOnlyList<RiskType> RiskTypes,
        Lexicon Lexicon);

    private sealed record Lexicon(IReadOnlyList<string> AntiFraud, IReadOnlyList<string> MoneyLaundering);
}
