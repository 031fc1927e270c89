using System.Text.RegularExpressions;
using PosCases.Incidents;

namespace PosCases.Web.Incidents;

/// <summary>The parts of an incident's page, as its address names them.</summary>
public enum IncidentTab
{
    /// <summary>Cases in it.</summary>
    Cases,

    /// <summary>Cases suggested for it.</summary>
    Suggested,

    /// <summary>Joint notices.</summary>
    Notices,

    /// <summary>Cases that were taken out.</summary>
    Out,
}

/// <summary>Addresses of incidents, and what people paste.</summary>
public static partial class IncidentLinks
{
    /// <summary>Where incidents live.</summary>
    public const string Path = "/incidents";

    /// <summary>One incident, at one of its tabs.</summary>
    public static string Of(string number, IncidentTab tab = IncidentTab.Cases, int page = 1) =>
        $"{Path}/{number}{(tab == IncidentTab.Cases && page == 1 ? "" : $"?tab={$"{tab}".ToLowerInvariant()}{(page == 1 ? "" : $"&page={page}")}")}";

    /// <summary>Its report.</summary>
    public static string OfReport(string number) => $"{Path}/{number}/report";

    /// <summary>The list of one status.</summary>
    public static string OfList(IncidentStatus status, int page = 1) =>
        $"{Path}{(status == IncidentStatus.Open && page == 1 ? "" : $"?status={$"{status}".ToLowerInvariant()}{(page == 1 ? "" : $"&page={page}")}")}";

    /// <summary>The case numbers in whatever was pasted, each once, in its order.</summary>
    public static IReadOnlyList<string> NumbersIn(string? pasted) => [.. CaseNumbers().Matches(pasted ?? "").Select(m => m.Value.ToUpperInvariant()).Distinct()];

    /// <summary>How a status looks.</summary>
    public static Design.Tone ToneOf(IncidentStatus status) => status switch
    {
        IncidentStatus.Suggested => Design.Tone.Warn,
        IncidentStatus.Open => Design.Tone.Active,
        IncidentStatus.Closed => Design.Tone.Good,
        IncidentStatus.Dismissed => Design.Tone.Quiet,
    };

    [GeneratedRegex(@"FZ-\d{4}-\d{6,}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex CaseNumbers();
}
