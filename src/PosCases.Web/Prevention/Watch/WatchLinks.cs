using PosCases.Merchants;
using PosCases.Prevention.Watch;
using PosCases.Web.Design;

namespace PosCases.Web.Prevention.Watch;

/// <summary>Where the watch over trades and its alerts are, and how an alert's marks look.</summary>
internal static class WatchLinks
{
    public const string Mine = "/my/watch";

    public const string Desk = "/desk/watch";

    public const string Upload = "/watch/file";

    /// <summary>The watch of a merchant; the own one when none is named.</summary>
    public static string Of(MerchantId? merchant) => merchant is { } other ? $"/merchants/{other.Value}/watch" : Mine;

    public static string Of(WatchImportId import) => $"/watch/imports/{import.Value}";

    public static string Of(TradeAlertId alert) => $"/alerts/{alert.Value}";

    /// <summary>A part of the desk's list.</summary>
    public static string Of(AlertState state, bool onlyHigh, string? after = null) =>
        $"{Desk}?state={state}{(onlyHigh ? "&high=1" : "")}{(after is null ? "" : $"&after={after}")}";

    public static Tone ToneOf(AlertState state) => state switch
    {
        AlertState.New => Tone.Warn,
        AlertState.Acknowledged => Tone.Active,
        AlertState.Explained => Tone.Good,
        AlertState.Resolved => Tone.Quiet,
    };
}
