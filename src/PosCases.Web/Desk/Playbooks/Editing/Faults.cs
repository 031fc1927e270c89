using Microsoft.Extensions.Localization;
using PosCases.Playbooks.Editing;
using PosCases.Web.Design;

namespace PosCases.Web.Desk.Playbooks.Editing;

internal static class Faults
{
    /// <summary>Faults of a document as problems of the form that writes it; a path in the document is the name of its field.</summary>
    public static IReadOnlyList<FieldProblem> Say(this IEnumerable<PlaybookFault> faults, IStringLocalizer<PlaybookText> text) =>
        [.. faults.Select(fault => new FieldProblem(fault.Where, text["Fault.At", PlaceOf(fault.Where, text), text[$"Fault.{fault.Code}", [.. fault.Arguments.OfType<object>()]]]))];

    // steps[2].title.zh → step 3: people count from one.
    private static string PlaceOf(string path, IStringLocalizer<PlaybookText> text)
    {
        var bracket = path.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0)
        {
            return text[$"Place.{path.Split('.')[0]}"];
        }

        var number = int.Parse(path[(bracket + 1)..path.IndexOf(']', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture) + 1;
        return text[$"Place.{path[..bracket]}.N", number];
    }
}
