using System.Text;
using PosCases.Cases;
using PosCases.UnitTests.Architecture;

namespace PosCases.UnitTests.Cases;

/// <summary>Writes docs/lifecycle.md from the table.</summary>
internal static class LifecycleDocument
{
    public static string Render()
    {
        var text = new StringBuilder();
        text.Append("""
            # The lifecycle of a case

            Written from `src/PosCases/Cases/CaseLifecycle.cs` by a test; do not edit. After a change of the table:
            `POSCASES_REGENERATE=1 dotnet test --filter Document`.

            | from | action | to | who | guard |
            |---|---|---|---|---|

            """);
        foreach (var move in CaseLifecycle.Moves.OrderBy(m => m.From).ThenBy(m => m.Action))
        {
            var to = move.To is { } status ? Name(status) : "back to where it came from";
            text.Append(Invariant($"| {Name(move.From)} | {Name(move.Action)} | {to} | {string.Join(", ", move.Who.Select(Words))} | {move.Guard} |\n"));
        }

        text.Append("\n```mermaid\nstateDiagram-v2\n    [*] --> Draft\n");
        foreach (var move in CaseLifecycle.Moves.Where(m => m.To is not null).OrderBy(m => m.From).ThenBy(m => m.Action))
        {
            text.Append(Invariant($"    {move.From} --> {move.To}: {move.Action}\n"));
        }

        return text.Append("```\n").ToString();
    }

    private static string Name<T>(T member)
        where T : struct, Enum => $"{member} {Documentation.Chinese(member)}".TrimEnd();

    private static string Words(Doer doer) => doer switch
    {
        Doer.Merchant => "merchant",
        Doer.Desk => "any agent or supervisor",
        Doer.Owner => "the case's owner",
        Doer.Supervisor => "supervisor",
        Doer.Reviewer => "supervisor, never the proposer",
        Doer.System => "the system at the date",
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
