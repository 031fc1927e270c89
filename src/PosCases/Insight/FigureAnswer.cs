namespace PosCases.Insight;

/// <summary>A row of a figure.</summary>
/// <param name="Key">By what it is told apart: a day's ISO date, a code, an id; empty means unknown, or that there is one value.</param>
/// <param name="Value">The value in the figure's unit; none where there is nothing to say.</param>
/// <param name="Sample">How many things were counted; the drill-down lists as many.</param>
/// <param name="Before">The value in the period that it is compared with.</param>
public sealed record FigureRow(string Key, decimal? Value, int Sample, decimal? Before)
{
    /// <summary>How many of them hit, for a share.</summary>
    public int Hits { get; init; }

    /// <summary>Change to the period before, in the figure's unit.</summary>
    public decimal? Change => Value - Before;
}

/// <summary>A figure as it stands.</summary>
/// <param name="Code">Code of the figure.</param>
/// <param name="Total">Over all rows.</param>
/// <param name="Rows">Told apart; of very many keys the largest.</param>
/// <param name="Missing">How many things lack the value and were left out.</param>
/// <param name="Hidden">How many further keys there are.</param>
public sealed record FigureAnswer(string Code, FigureRow Total, IReadOnlyList<FigureRow> Rows, int Missing, int Hidden)
{
    /// <summary>The definition.</summary>
    public Figure Figure => Figures.Find(Code)!;

    /// <summary>Whether too few were counted for it to say much.</summary>
    public bool IsSmall => Figure.NeedsSample && Total.Sample < Figures.SmallSample;
}
