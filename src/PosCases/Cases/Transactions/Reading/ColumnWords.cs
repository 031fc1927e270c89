using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PosCases.Cases.Transactions.Reading;

/// <summary>How acquirers call columns, kinds and states in Chinese and English; read from <c>Library/columns.json</c>.</summary>
internal sealed class ColumnWords
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private readonly FrozenDictionary<string, TransactionField> fields;
    private readonly FrozenSet<string> totals;

    private ColumnWords(File file)
    {
        fields = file.Fields.SelectMany(f => f.Value.Select(name => (Name: Plain(name), f.Key))).DistinctBy(f => f.Name, StringComparer.Ordinal).ToFrozenDictionary(f => f.Name, f => f.Key, StringComparer.Ordinal);
        totals = file.Totals.Select(Plain).ToFrozenSet(StringComparer.Ordinal);
        (Kinds, Statuses, CardKinds) = (Plain<TransactionKind>(file.Kinds), Plain<TransactionState>(file.Statuses), Plain<CardKind>(file.CardKinds));
        (MomentWords, Afternoon, Morning, Money, TenThousand) = (file.MomentWords, file.Afternoon, file.Morning, file.Money, file.TenThousand);
    }

    /// <summary>The shipped words.</summary>
    public static ColumnWords Shipped { get; } = Load();

    public IReadOnlyDictionary<string, string> MomentWords { get; }

    public IReadOnlyList<string> Afternoon { get; }

    public IReadOnlyList<string> Morning { get; }

    public IReadOnlyList<string> Money { get; }

    public string TenThousand { get; }

    private IReadOnlyDictionary<TransactionKind, IReadOnlyList<string>> Kinds { get; }

    private IReadOnlyDictionary<TransactionState, IReadOnlyList<string>> Statuses { get; }

    private IReadOnlyDictionary<CardKind, IReadOnlyList<string>> CardKinds { get; }

    /// <summary>What a header names; <see cref="TransactionField.Ignored"/> when it names nothing that is known.</summary>
    public TransactionField FieldOf(string header) => fields.GetValueOrDefault(Plain(header));

    /// <summary>The kind of a transaction, in the order of the library: what is said more exactly stands first.</summary>
    public TransactionKind KindOf(string? text) => Find(Kinds, text) ?? TransactionKind.Other;

    /// <summary>How it ended.</summary>
    public TransactionState StateOf(string? text) => Find(Statuses, text) ?? TransactionState.Unknown;

    /// <summary>Kind of card.</summary>
    public CardKind CardKindOf(string? text) => Find(CardKinds, text) ?? CardKind.Unknown;

    /// <summary>Whether a cell says that its row holds sums.</summary>
    public bool IsTotal(string cell) => cell.Length <= 20 && totals.Contains(Plain(cell));

    /// <summary>A name without case, width, blanks, marks and what stands in brackets.</summary>
    public static string Plain(string name)
    {
        var text = name.Normalize(NormalizationForm.FormKC);
        var plain = new StringBuilder(text.Length);
        var depth = 0;
        foreach (var c in text)
        {
            depth += c is '(' or '[' ? 1 : 0;
            if (depth == 0 && char.IsLetterOrDigit(c))
            {
                plain.Append(char.ToLower(c, CultureInfo.InvariantCulture));
            }

            depth -= depth > 0 && c is ')' or ']' ? 1 : 0;
        }

        return plain.ToString();
    }

    private static T? Find<T>(IReadOnlyDictionary<T, IReadOnlyList<string>> words, string? text)
        where T : struct, Enum
    {
        if (text is null || Plain(text) is not { Length: > 0 } plain)
        {
            return null;
        }

        foreach (var (value, names) in words)
        {
            if (names.Any(name => name.Length <= 2 && char.IsAscii(name[0]) ? plain == name : plain.Contains(name, StringComparison.Ordinal)))
            {
                return value;
            }
        }

        return null;
    }

    // A plain dictionary keeps the order of the file, and the order decides.
    private static Dictionary<T, IReadOnlyList<string>> Plain<T>(Dictionary<string, IReadOnlyList<string>> words)
        where T : struct, Enum => words.ToDictionary(w => Enum.Parse<T>(w.Key), w => (IReadOnlyList<string>)[.. w.Value.Select(Plain)]);

    private static ColumnWords Load()
    {
        using var stream = typeof(ColumnWords).Assembly.GetManifestResourceStream("PosCases.Cases.Transactions.Library.columns.json")!;
        return new ColumnWords(JsonSerializer.Deserialize<File>(stream, Options)!);
    }

    private sealed record File(
        Dictionary<TransactionField, IReadOnlyList<string>> Fields,
        Dictionary<string, IReadOnlyList<string>> Kinds,
        Dictionary<string, IReadOnlyList<string>> Statuses,
        Dictionary<string, IReadOnlyList<string>> CardKinds,
        IReadOnlyList<string> Totals,
        Dictionary<string, string> MomentWords,
        IReadOnlyList<string> Afternoon,
        IReadOnlyList<string> Morning,
        IReadOnlyList<string> Money,
        string TenThousand);
}
