using System.Text.RegularExpressions;
using PosCases.Cases.Filing;
using PosCases.Cases.Verification;

namespace PosCases.Cases.Causes;

/// <summary>A cause that the merchant's answers speak for. A suggestion, never a finding: only a person adds a cause.</summary>
/// <param name="Code">Code of the cause.</param>
/// <param name="Score">How much speaks for it; comparable within one case only.</param>
/// <param name="Reasons">What speaks for it, strongest first.</param>
public sealed partial record CauseSuggestion(string Code, int Score, IReadOnlyList<CauseSuggestion.Reason> Reasons)
{
    // With fewer points from what was said, and fewer from what was blocked and by whom, it is not worth a line.
    private const int Least = 3;

    private const int LeastOfTheFreeze = 4;
    private const int Most = 5;

    /// <summary>Something that the merchant answered.</summary>
    /// <param name="Kind">Which answer.</param>
    /// <param name="Value">Its value: a member's name, or the word that was found in what he wrote.</param>
    /// <param name="Points">How much it counts.</param>
    public sealed record Reason(SuggestionReason Kind, string Value, int Points);

    /// <summary>What the answers speak for, strongest first; nothing when they say too little.</summary>
    public static IReadOnlyList<CauseSuggestion> Of(FilingForm told)
    {
        var found = CauseLibrary.Causes
            .Select(cause => (Cause: cause, Reasons: ReasonsFor(cause, told)))
            .Select(c => (c.Cause, c.Reasons, Score: c.Reasons.Sum(r => r.Points)))
            .Where(c => c.Reasons.GroupBy(r => IsOfTheFreeze(r.Kind)).Any(g => g.Sum(r => r.Points) >= (g.Key ? LeastOfTheFreeze : Least)))
            .ToList();
        return
        [
            .. found
                .Where(c => !c.Cause.IsGroup || !found.Exists(o => o.Cause != c.Cause && o.Cause.Group == c.Cause.Group && o.Score >= c.Score))
                .OrderByDescending(c => c.Score)
                .Take(Most)
                .Select(c => new CauseSuggestion(c.Cause.Code, c.Score, [.. c.Reasons.OrderByDescending(r => r.Points)])),
        ];
    }

    private static bool IsOfTheFreeze(SuggestionReason kind) =>
        kind is SuggestionReason.Measure or SuggestionReason.ImposedBy or SuggestionReason.Channel or SuggestionReason.Ability;

    private static List<Reason> ReasonsFor(CauseEntry cause, FilingForm told)
    {
        List<Reason> reasons = [];
        if (cause.Code == CauseCode.Unknown)
        {
            if (told.Reason == ReasonGiven.NoReason)
            {
                reasons.Add(new(SuggestionReason.NoReason, nameof(ReasonGiven.NoReason), 4));
            }

            return reasons;
        }

        reasons.AddRange(told.Before.Where(cause.Before.Contains).Select(b => new Reason(SuggestionReason.Before, $"{b}", cause.IsGroup && CauseLibrary.Within(cause.Code).Count > 1 ? 2 : 3)));
        reasons.AddRange(Spoken(cause, told.ReasonText, SuggestionReason.ReasonText, 1));
        reasons.AddRange(Spoken(cause, told.Wording, SuggestionReason.Wording, 0));
        reasons.AddRange(Spoken(cause, told.BeforeText, SuggestionReason.BeforeText, 0));
        reasons.AddRange(FreezeOf(cause, told));
        return reasons;
    }

    // What was blocked and by whom fits many causes; it counts little.
    private static IEnumerable<Reason> FreezeOf(CauseEntry cause, FilingForm told)
    {
        if (told.Measure is { } measure && measure != MeasureKind.Unknown && cause.Measures.Contains(measure))
        {
            yield return new(SuggestionReason.Measure, $"{measure}", cause.Measures.Count <= 2 ? 2 : 1);
        }

        if (told.ImposedBy is { } by && cause.Imposers.Contains(by))
        {
            yield return new(SuggestionReason.ImposedBy, $"{by}", 2);
        }

        if (told.ToldBy is { } channel && cause.Channels.Contains(channel))
        {
            yield return new(SuggestionReason.Channel, $"{channel}", 1);
        }

        foreach (var ability in told.AbilitiesOff.Where(cause.Abilities.Contains))
        {
            yield return new(SuggestionReason.Ability, $"{ability}", 1);
        }
    }

    private static IEnumerable<Reason> Spoken(CauseEntry cause, string? text, SuggestionReason kind, int extra) =>
        string.IsNullOrWhiteSpace(text)
            ? []
            : cause.Words.All.Where(word => Holds(text, word)).Select(word => new Reason(kind, word, WeightOf(word) + extra))
                .OrderByDescending(r => r.Points).Take(2);

    // A word that many causes share says little about any of them.
    private static int WeightOf(string word) => CauseLibrary.Causes.Count(c => c.Code != CauseCode.Unknown && c.Words.All.Any(w => w.Contains(word, StringComparison.OrdinalIgnoreCase))) switch
    {
        1 => 4,
        2 => 3,
        _ => 1,
    };

    private static bool Holds(string text, string word) => Latin().IsMatch(word)
        ? Regex.IsMatch(text, $@"(?<![a-z]){Regex.Escape(word)}", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1))
        : text.Contains(word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^[a-zA-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Latin();
}

/// <summary>Which answer speaks for a cause.</summary>
public enum SuggestionReason
{
    /// <summary>What happened just before.</summary>
    Before,

    /// <summary>A word in the reason that was given.</summary>
    ReasonText,

    /// <summary>A word in the notice.</summary>
    Wording,

    /// <summary>A word in what the merchant wrote of the time before.</summary>
    BeforeText,

    /// <summary>The kind of measure.</summary>
    Measure,

    /// <summary>Who imposed it.</summary>
    ImposedBy,

    /// <summary>How he was told.</summary>
    Channel,

    /// <summary>What no longer works.</summary>
    Ability,

    /// <summary>That no reason was given.</summary>
    NoReason,
}
