using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PosCases.Cases.Filing;
using PosCases.Cases.Triage;

namespace PosCases.Web.Triage;

/// <summary>
/// Carries the answers of triage and of the device self-check in the address, as codes: no script, no session, no cookie is needed, the
/// browser's own back keeps them, and they come along through signing in. Nothing personal stands in it.
/// </summary>
internal static class TriageAddress
{
    /// <summary>Name of each question's field.</summary>
    public const string Told = "told", Ask = "ask", Given = "given", Terminal = "terminal", Official = "official", Until = "until";

    /// <summary>Fields of the self-check beside its points.</summary>
    public const string Shown = "shown", Works = "works";

    /// <summary>Reads the answers; what is no answer counts as open.</summary>
    public static TriageAnswers Read(string uri)
    {
        var query = QueryOf(uri);
        return new TriageAnswers
        {
            ToldBy = One<NoticeChannel>(query, Told),
            Demands = Many<Demand>(query, Ask),
            Given = Many<GivenAway>(query, Given),
            Terminal = One<TerminalSign>(query, Terminal),
            Official = One<OfficialSign>(query, Official),
            MaintenanceUntil = DateOnly.TryParseExact(Text(query, Until), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        };
    }

    /// <summary>Reads what a self-check found; none when nothing was looked at.</summary>
    public static DeviceSnapshot? ReadDevice(string uri)
    {
        var query = QueryOf(uri);
        List<DeviceFinding> findings =
            [.. Enum.GetValues<DevicePoint>().Select(p => One<DeviceState>(query, Field(p)) is { } state ? new DeviceFinding(p, state) : null).OfType<DeviceFinding>()];
        var works = Text(query, Works) == "1";
        var shown = Text(query, Shown)?.Trim();
        return findings.Count == 0 && !works ? null : new DeviceSnapshot
        {
            Findings = findings,
            ErrorCode = string.IsNullOrEmpty(shown) ? null : shown[..Math.Min(shown.Length, DeviceSnapshotValidator.LongestCode)],
            WorksAgain = works,
        };
    }

    /// <summary>What was answered before a case is written, as its beginning; none when nothing was.</summary>
    public static FilingForm? ReadForm(string uri)
    {
        var (answers, device) = (Read(uri), ReadDevice(uri));
        var form = FieldsOf(answers).Any() ? answers.ToForm() : null;
        return device is null ? form : (form ?? new FilingForm()) with { Device = device };
    }

    /// <summary>One field of the address.</summary>
    public static string? Text(string uri, string field) => Text(QueryOf(uri), field);

    /// <summary>The field of a point.</summary>
    public static string Field(DevicePoint point) => $"{point}".ToLowerInvariant();

    /// <summary>The answers as fields of a form.</summary>
    public static IEnumerable<(string Name, string Value)> FieldsOf(TriageAnswers answers) =>
    [
        .. answers.ToldBy is { } told ? [(Told, $"{told}")] : Array.Empty<(string, string)>(),
        .. answers.Demands.Select(d => (Ask, $"{d}")),
        .. answers.Given.Select(g => (Given, $"{g}")),
        .. answers.Terminal is { } terminal ? [(Terminal, $"{terminal}")] : Array.Empty<(string, string)>(),
        .. answers.Official is { } official ? [(Official, $"{official}")] : Array.Empty<(string, string)>(),
        .. answers.MaintenanceUntil is { } until ? [(Until, until.ToString("O", CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>(),
    ];

    /// <summary>What a self-check found as fields of a form.</summary>
    public static IEnumerable<(string Name, string Value)> FieldsOf(DeviceSnapshot? device) => device is null ? [] :
    [
        .. device.Findings.Select(f => (Field(f.Point), $"{f.State}")),
        .. device.ErrorCode is { } code ? [(Shown, code)] : Array.Empty<(string, string)>(),
        .. device.WorksAgain ? [(Works, "1")] : Array.Empty<(string, string)>(),
    ];

    /// <summary>A path with fields.</summary>
    public static string Of(string path, IEnumerable<(string Name, string Value)> fields) =>
        QueryHelpers.AddQueryString(path, fields.Select(f => KeyValuePair.Create(f.Name, new StringValues(f.Value))));

    /// <summary>A path with the answers.</summary>
    public static string Of(string path, TriageAnswers answers, DeviceSnapshot? device = null) =>
        Of(path, FieldsOf(answers).Concat(FieldsOf(device)));

    private static Dictionary<string, StringValues> QueryOf(string uri) =>
        QueryHelpers.ParseQuery(uri.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? uri[at..] : "");

    private static string? Text(Dictionary<string, StringValues> query, string field) => query.TryGetValue(field, out var value) ? value[^1] : null;

    private static T? One<T>(Dictionary<string, StringValues> query, string field) where T : struct, Enum => TryParse<T>(Text(query, field));

    private static IReadOnlyList<T> Many<T>(Dictionary<string, StringValues> query, string field) where T : struct, Enum =>
        query.TryGetValue(field, out var values) ? [.. values.Select(TryParse<T>).OfType<T>().Distinct()] : [];

    private static T? TryParse<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) && !int.TryParse(text, CultureInfo.InvariantCulture, out _) ? value : null;
}
