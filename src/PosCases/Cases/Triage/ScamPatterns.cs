using System.Text;
using PosCases.Cases.Filing;

namespace PosCases.Cases.Triage;

/// <summary>A way in which merchants are usually cheated with a freeze.</summary>
public sealed record ScamPattern
{
    /// <summary>Stable code, kebab-case; the anchor in the library.</summary>
    public required string Code { get; init; }

    /// <summary>What it is called.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>How it usually goes.</summary>
    public required BilingualText How { get; init; }

    /// <summary>Its red flags.</summary>
    public required IReadOnlyList<Demand> Flags { get; init; }

    /// <summary>How many of them must have been met for it to fit.</summary>
    public int Needs { get; init; } = 1;

    /// <summary>By which ways it usually comes; by any when empty.</summary>
    public IReadOnlyList<NoticeChannel> Channels { get; init; } = [];

    /// <summary>Words that are typical of its wording; one is enough for it to fit.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>What to say and do.</summary>
    public required IReadOnlyList<BilingualText> Do { get; init; }

    /// <summary>Where it is known from, a secondary source (S); the text says "usually".</summary>
    public required BilingualText Source { get; init; }

    /// <summary>The rule that speaks against it, with its label, where one was read.</summary>
    public BilingualText? Rule { get; init; }
}

/// <summary>A pattern that fits, and what it was seen by.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Demands">Red flags that were met.</param>
/// <param name="Channel">The way it came, where it is typical of the pattern.</param>
/// <param name="Phrases">Words found in the wording.</param>
public sealed record ScamMatch(ScamPattern Pattern, IReadOnlyList<Demand> Demands, NoticeChannel? Channel, IReadOnlyList<string> Phrases)
{
    /// <summary>How much speaks for it; only to order by.</summary>
    public int Weight => (2 * Demands.Count) + (3 * Phrases.Count) + (Channel is null ? 0 : 1);
}

/// <summary>The library of scam patterns and which of them fit what was told. Explains, decides nothing.</summary>
public static class ScamPatterns
{
    /// <summary>Every pattern in the library's order.</summary>
    public static IReadOnlyList<ScamPattern> All { get; } = FirstAid.Load<ScamPattern>("scams");

    /// <summary>Which patterns fit, the best first.</summary>
    /// <param name="demands">What was asked for.</param>
    /// <param name="channel">How it came; none when not said.</param>
    /// <param name="wording">What was said or written, in the merchant's words.</param>
    public static IReadOnlyList<ScamMatch> Match(IReadOnlyList<Demand> demands, NoticeChannel? channel, string? wording)
    {
        var said = Plain(wording);
        return
        [
            .. All.Select(pattern => Fit(pattern, demands, channel, said)).OfType<ScamMatch>().OrderByDescending(match => match.Weight),
        ];
    }

    /// <summary>Which patterns fit what a merchant told.</summary>
    public static IReadOnlyList<ScamMatch> Match(FilingForm told) =>
        Match(told.Demands, told.ToldBy, string.Join('\n', told.Wording, told.Teller, told.ReasonText));

    private static ScamMatch? Fit(ScamPattern pattern, IReadOnlyList<Demand> demands, NoticeChannel? channel, string said)
    {
        List<Demand> met = [.. pattern.Flags.Where(demands.Contains)];
        List<string> found = [.. pattern.Phrases.Where(phrase => said.Contains(Plain(phrase), StringComparison.Ordinal))];
        var open = channel is null or NoticeChannel.Unknown;
        var typical = pattern.Channels.Count > 0 && channel is { } way && pattern.Channels.Contains(way);
        var fits = found.Count > 0 || (met.Count >= pattern.Needs && (pattern.Channels.Count == 0 || typical || open));
        return fits ? new ScamMatch(pattern, met, typical ? channel : null, found) : null;
    }

    // Full width and half width, capitals and small letters, and spaces between characters make no difference.
    private static string Plain(string? text) =>
        string.Concat((text ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(c => !char.IsWhiteSpace(c)));
}
