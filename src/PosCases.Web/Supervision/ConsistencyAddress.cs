using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Worklist;
using PosCases.Institutions;
using PosCases.Supervision.Consistency;
using PosCases.Web.Desk.Worklist;

namespace PosCases.Web.Supervision;

/// <summary>Addresses of the page on decision consistency.</summary>
internal static class ConsistencyAddress
{
    public const string Path = "/desk/consistency";

    /// <summary>Days back unless said.</summary>
    public const int UsualDays = 90;

    public static IReadOnlyList<int> Periods { get; } = [30, UsualDays, 180, 365];

    /// <summary>The address of a kind, or of all of them; what is as usual is left out.</summary>
    public static string Of(int days, DecisionKind? kind = null, Outcome? outcome = null) => QueryHelpers.AddQueryString(Path, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["days"] = days == UsualDays ? null : days.ToString(CultureInfo.InvariantCulture),
        ["cause"] = kind?.Cause,
        ["measure"] = kind?.Measure,
        ["institution"] = kind?.Institution?.ToString("D"),
        ["outcome"] = outcome?.ToString(),
    }.Where(said => said.Value is not null));

    /// <summary>The closed cases of a kind in the worklist.</summary>
    public static string WorklistOf(DecisionKind kind) => new WorklistAddress
    {
        View = WorkView.All,
        Filter = new CaseFilter
        {
            Cause = kind.Cause,
            Measure = Enum.TryParse<MeasureKind>(kind.Measure, out var measure) ? measure : null,
            Institution = kind.Institution is { } id ? new InstitutionId(id) : null,
            Statuses = [CaseStatus.Closed],
        },
    }.ToHref();
}
