using System.Text;
using PosCases.Insight;
using PosCases.UnitTests.Architecture;

namespace PosCases.UnitTests.Insight;

/// <summary>Writes docs/figures.md from the definitions.</summary>
public sealed class FiguresDocument
{
    [Fact]
    public void Document_of_figures_is_current() => Documentation.AssertCurrent("docs/figures.md", Render());

    [Fact]
    public void Every_figure_is_told_in_both_languages_and_stands_on_a_board_once()
    {
        Assert.All(Figures.All, f => Assert.All(
            [f.Name.Zh, f.Name.En, f.Counts.Zh, f.Counts.En, f.Missing.Zh, f.Missing.En], text => Assert.False(string.IsNullOrWhiteSpace(text), f.Code)));
        Assert.Equal(Figures.All.Count, Figures.All.Select(f => f.Code).Distinct().Count());
        Assert.All(Figures.All, f => Assert.Contains(f.Boards, b => b != Board.Overview));
    }

    private static string Render()
    {
        var text = new StringBuilder();
        text.Append("""
            # The figures

            Written from `src/PosCases/Insight/Library/figures.json` by a test; do not edit. After a change:
            `POSCASES_REGENERATE=1 dotnet test --filter Document`.

            Every figure has one definition. `FigurePoints` turns it into what is counted; a board, a report and the list behind a number all ask it.
            Days are those of China time. Percentiles are nearest-rank: the smallest value that as many in a hundred do not exceed. Restricted cases are in no figure.


            """);
        foreach (var board in Enum.GetValues<Board>().Where(b => b != Board.Overview))
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"## {board}\n\n| code | name | counts | unit | as | by | missing values | cases behind it |\n|---|---|---|---|---|---|---|---|\n");
            foreach (var figure in Figures.Of(board))
            {
                text.Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"| `{figure.Code}` | {figure.Name.En}<br>{figure.Name.Zh} | {figure.Counts.En}<br>{figure.Counts.Zh} | {figure.Unit} | {figure.Aggregate} | {figure.Key} | {figure.Missing.En}<br>{figure.Missing.Zh} | `/insight/cases?figure={figure.Code}` |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }
}
