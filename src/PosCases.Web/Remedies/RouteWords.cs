using System.Globalization;
using Microsoft.Extensions.Localization;
using PosCases.Remedies;
using PosCases.Web.Design;

namespace PosCases.Web.Remedies;

/// <summary>Says routes, terms and reasons in the reader's language.</summary>
public sealed class RouteWords(IStringLocalizer<RemedyText> text)
{
    private static bool English => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "zh";

    /// <summary>The library's words.</summary>
    public static string Say(Words words) => English ? words.En : words.Zh;

    /// <summary>The name of a route; the code itself when it is unknown, as in events from before there was a library.</summary>
    public static string TitleOf(string code) => RouteLibrary.Find(code) is { } route ? Say(route.Title) : code;

    /// <summary>The names of several routes in one line.</summary>
    public string TitlesOf(IEnumerable<string> codes) => string.Join(text["Separator"], codes.Select(TitleOf));

    /// <summary>The name of a step.</summary>
    public static string StepOf(string route, string step) =>
        RouteLibrary.Find(route) is { Steps.Count: > 1 } found && found.StepOf(step) is { } named ? Say(named.Title) : "";

    /// <summary>A length of time.</summary>
    public string Say(PosCases.Calendar.Term term) => text[$"Term.{term.Unit}", term.Amount];

    /// <summary>Why a route is open or not, without the library's own words.</summary>
    public string Say(RouteReason reason) => text[$"Reason.{reason.Kind}", TitlesOf(reason.Routes)];

    /// <summary>How a fit looks.</summary>
    public static Tone ToneOf(RouteFit fit) => fit switch
    {
        RouteFit.Fits => Tone.Good,
        RouteFit.FitsWithWarning => Tone.Active,
        RouteFit.Excluded => Tone.Warn,
        RouteFit.NotYet or RouteFit.NotForThis => Tone.Quiet,
    };
}

/// <summary>Registers what the screens of routes ask for.</summary>
public static class RemedyScreens
{
    /// <summary>Adds the words of routes and the texts of their errors.</summary>
    public static IServiceCollection AddRemedyScreens(this IServiceCollection services) =>
        services.AddScoped<RouteWords>().AddSingleton(new Cases.ErrorTexts(typeof(RemedyText)));
}
