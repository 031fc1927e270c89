using System.Collections.Frozen;
using System.Text.Json;
using PosCases.Cases.Filing;
using PosCases.Cases.Transactions.Reading;
using PosCases.Merchants;
using PosCases.Platform.Messages;

namespace PosCases.Cases.Import;

/// <summary>How lists of old cases call columns, outcomes, measures and imposers; read from <c>Library/case-columns.json</c>.</summary>
internal static class CaseColumnWords
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private static readonly Document Read = Load();

    private static readonly FrozenDictionary<string, CaseField> Fields = ByWord<CaseField>(Read.Fields);
    private static readonly FrozenDictionary<string, Outcome> Outcomes = ByWord<Outcome>(Read.Outcomes);
    private static readonly FrozenDictionary<string, MeasureKind> Measures = ByWord<MeasureKind>(Read.Measures);
    private static readonly FrozenDictionary<string, ImposedBy> Imposers = ByWord<ImposedBy>(Read.Imposers);
    private static readonly FrozenDictionary<string, MerchantKind> Kinds = ByWord<MerchantKind>(Read.Kinds);

    /// <summary>What columns of these names seem to hold; of two that seem to hold the same the first does.</summary>
    public static IReadOnlyList<CaseField> GuessOf(IReadOnlyList<string> headers)
    {
        HashSet<CaseField> taken = [];
        return [.. headers.Select(h => Fields.TryGetValue(ColumnWords.Plain(h), out var field) && taken.Add(field) ? field : CaseField.Ignored)];
    }

    /// <summary>What keeps a map from being used; none when nothing does.</summary>
    public static Invalid? Problems(IReadOnlyList<CaseField> columns, int width)
    {
        var twice = columns.Where(f => f != CaseField.Ignored).GroupBy(f => f).FirstOrDefault(g => g.Count() > 1)?.Key;
        return columns.Count != width ? new Invalid("Columns", "ColumnCount")
            : twice is { } field ? new Invalid("Columns", "ColumnTwice", field)
            : !columns.Contains(CaseField.Number) ? new Invalid("Columns", "NoNumber")
            : !columns.Contains(CaseField.Merchant) ? new Invalid("Columns", "NoMerchant")
            : !columns.Contains(CaseField.FiledOn) ? new Invalid("Columns", "NoFiled")
            : null;
    }

    /// <summary>The name that a template gives a column.</summary>
    public static string NameOf(CaseField field, bool english)
    {
        var names = Read.Fields[field.ToString()];
        return english ? names.First(n => n.All(char.IsAscii)) : names[0];
    }

    /// <summary>An outcome; none when the words name none.</summary>
    public static Outcome? OutcomeOf(string text) => Find(Outcomes, text);

    /// <summary>A kind of measure; none when the words name none.</summary>
    public static MeasureKind? MeasureOf(string text) => Find(Measures, text);

    /// <summary>An imposer; none when the words name none.</summary>
    public static ImposedBy? ImposerOf(string text) => Find(Imposers, text);

    /// <summary>A kind of merchant; none when the words name none.</summary>
    public static MerchantKind? KindOf(string text) => Find(Kinds, text);

    private static T? Find<T>(FrozenDictionary<string, T> words, string text)
        where T : struct, Enum => words.TryGetValue(ColumnWords.Plain(text), out var value) ? value : null;

    // A value's own name counts too, so that our own lists can be read back.
    private static FrozenDictionary<string, T> ByWord<T>(IReadOnlyDictionary<string, IReadOnlyList<string>> words)
        where T : struct, Enum =>
        words.SelectMany(w => w.Value.Append(w.Key).Select(word => (Word: ColumnWords.Plain(word), Value: Enum.Parse<T>(w.Key))))
            .DistinctBy(w => w.Word, StringComparer.Ordinal).ToFrozenDictionary(w => w.Word, w => w.Value, StringComparer.Ordinal);

    private static Document Load()
    {
        using var stream = typeof(CaseColumnWords).Assembly.GetManifestResourceStream("PosCases.Cases.Import.Library.case-columns.json")!;
        return JsonSerializer.Deserialize<Document>(stream, Options)!;
    }

    private sealed record Document(
        IReadOnlyDictionary<string, IReadOnlyList<string>> Fields,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Outcomes,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Measures,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Imposers,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Kinds);
}
