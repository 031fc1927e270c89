namespace PosCases.Web.Desk.Worklist;

/// <summary>What a worklist can show of a case beside its number.</summary>
public enum WorklistColumn
{
    /// <summary>How urgent.</summary>
    Priority,

    /// <summary>The merchant.</summary>
    Merchant,

    /// <summary>What was imposed.</summary>
    Measure,

    /// <summary>The amount at stake.</summary>
    Amount,

    /// <summary>Work status.</summary>
    Stage,

    /// <summary>What happens next, who has the ball, by when.</summary>
    Next,

    /// <summary>Whose it is.</summary>
    Owner,

    /// <summary>Words that the desk keeps it under.</summary>
    Tags,

    /// <summary>Who imposed it.</summary>
    Institution,

    /// <summary>Where the merchant is.</summary>
    Region,

    /// <summary>Why.</summary>
    Cause,

    /// <summary>What is still frozen.</summary>
    Remaining,

    /// <summary>In force since.</summary>
    Since,

    /// <summary>Handed in.</summary>
    Filed,

    /// <summary>Last change.</summary>
    Updated,
}

/// <summary>The columns of a list.</summary>
public static class WorklistColumns
{
    /// <summary>Those shown where nobody chose.</summary>
    public static readonly IReadOnlyList<WorklistColumn> Usual =
    [
        WorklistColumn.Priority, WorklistColumn.Merchant, WorklistColumn.Measure, WorklistColumn.Amount, WorklistColumn.Stage, WorklistColumn.Next, WorklistColumn.Owner,
    ];

    /// <summary>Whether its cells stand to the right, as figures do.</summary>
    public static bool IsFigure(this WorklistColumn column) => column is WorklistColumn.Amount or WorklistColumn.Remaining;

    /// <summary>Reads names that commas part; what is no column counts as not said.</summary>
    public static IReadOnlyList<WorklistColumn> Parse(string? text) => Parse((text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Reads names; what is no column counts as not said.</summary>
    public static IReadOnlyList<WorklistColumn> Parse(IEnumerable<string> names) =>
        [.. names.Select(name => Enum.TryParse<WorklistColumn>(name, ignoreCase: true, out var column) && Enum.IsDefined(column) ? column : (WorklistColumn?)null)
            .OfType<WorklistColumn>().Distinct()];

    /// <summary>As addresses say them; null for none.</summary>
    public static string? ToText(IReadOnlyList<WorklistColumn> columns) =>
        columns.Count == 0 ? null : string.Join(',', columns.Select(column => $"{column}".ToLowerInvariant()));
}
