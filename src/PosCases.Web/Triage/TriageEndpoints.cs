using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using PosCases.Web.Design;
using PosCases.Web.Shell;

namespace PosCases.Web.Triage;

/// <summary>The ways out of triage that are no pages: on to a case, and a reminder for one's own calendar.</summary>
public static class TriageEndpoints
{
    private const int LongestWait = 366;

    /// <summary>Maps them; both are open to everybody and change nothing.</summary>
    public static void MapTriageEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapGet("/triage/file", ToCase).AllowAnonymous();
        app.MapGet("/triage/reminder.ics", Remind).AllowAnonymous();
    }

    // The answers come along through registering or signing in.
    private static IResult ToCase(HttpContext http)
    {
        var target = "/my/new" + http.Request.QueryString;
        var user = http.User;
        return user.IsInRole(NavRoles.MerchantOwner) || user.IsInRole(NavRoles.MerchantStaff) ? Results.LocalRedirect(target)
            : user.Identity?.IsAuthenticated is true ? Results.LocalRedirect("/desk/file")
            : Results.LocalRedirect("/account/register?returnUrl=" + Uri.EscapeDataString(target));
    }

    private static IResult Remind(HttpContext http, TimeProvider clock, IStringLocalizer<TriageText> texts)
    {
        var query = http.Request.QueryString.Value ?? "";
        var (answers, now) = (TriageAddress.Read(query), clock.GetUtcNow());
        var today = now.DayInChina();
        if (answers.MaintenanceUntil is not { } until || until <= today || until > today.AddDays(LongestWait))
        {
            return Results.LocalRedirect(TriageAddress.Of("/triage/result", answers with { MaintenanceUntil = null }));
        }

        // Nine in the morning in Shanghai, for a quarter of an hour.
        var start = until.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var address = $"{http.Request.Scheme}://{http.Request.Host}/device-check";
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//PosCases//Triage//EN", "BEGIN:VEVENT",
            $"UID:{Guid.NewGuid():N}@poscases", $"DTSTAMP:{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
            $"DTSTART:{start}T010000Z", $"DTEND:{start}T011500Z",
            $"SUMMARY:{Escape(texts["Remind.Title"])}", $"DESCRIPTION:{Escape(texts["Remind.Text", address])}",
            "BEGIN:VALARM", "ACTION:DISPLAY", $"DESCRIPTION:{Escape(texts["Remind.Title"])}", "TRIGGER:PT0S", "END:VALARM",
            "END:VEVENT", "END:VCALENDAR", "",
        ];
        return Results.File(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)), "text/calendar; charset=utf-8", "reminder.ics");
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
