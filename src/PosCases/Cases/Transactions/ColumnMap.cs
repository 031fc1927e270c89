using PosCases.Cases.Transactions.Reading;
using PosCases.Platform.Messages;

namespace PosCases.Cases.Transactions;

/// <summary>What the columns of a file hold, as a person confirmed it.</summary>
internal static class ColumnMap
{
    /// <summary>What keeps a map from being used; none when nothing does.</summary>
    public static Invalid? Problems(IReadOnlyList<TransactionField> columns, TableShape shape)
    {
        if (columns.Count != shape.Headers.Count)
        {
            return new Invalid("Columns", "ColumnCount");
        }

        var twice = columns.Where(IsOne).GroupBy(f => f).FirstOrDefault(g => g.Count() > 1)?.Key;
        return twice is { } field ? new Invalid("Columns", "ColumnTwice", field)
            : !columns.Contains(TransactionField.Moment) && !columns.Contains(TransactionField.Day) ? new Invalid("Columns", "NoMoment")
            : !columns.Contains(TransactionField.Amount) ? new Invalid("Columns", "NoAmount")
            : null;
    }

    /// <summary>The map by the names of the columns, to be remembered.</summary>
    public static IReadOnlyDictionary<string, TransactionField> Remember(IReadOnlyList<TransactionField> columns, TableShape shape) =>
        shape.Headers.Select((name, i) => (Name: ColumnWords.Plain(name), Field: columns[i]))
            .Where(c => c.Name.Length > 0).DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Field, StringComparer.Ordinal);

    /// <summary>A remembered map on another file; none where it fits too few columns to be of use.</summary>
    public static IReadOnlyList<TransactionField>? Recall(IReadOnlyDictionary<string, TransactionField> fields, TableShape shape)
    {
        List<TransactionField> columns = [];
        for (var i = 0; i < shape.Headers.Count; i++)
        {
            var field = fields.TryGetValue(ColumnWords.Plain(shape.Headers[i]), out var known) ? known : shape.Guess[i];
            // A secret stays one, whatever somebody confirmed for a column of that name.
            field = shape.Guess[i] == TransactionField.Secret ? TransactionField.Secret : field;
            columns.Add(IsOne(field) && columns.Contains(field) ? TransactionField.Ignored : field);
        }

        return Problems(columns, shape) is null ? columns : null;
    }

    private static bool IsOne(TransactionField field) => field is not (TransactionField.Ignored or TransactionField.Secret);
}
