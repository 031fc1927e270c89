using System.Security.Cryptography;
using System.Text;
using PosCases.Cases.Links;
using PosCases.Platform;

namespace PosCases.Incidents;

/// <summary>
/// Looks for cases that came close together and have something in common: an institution, a terminal model, a wording. A trait counts when
/// enough merchants share it within the window and when that is many times what is usual; a region alone never does, it only describes.
/// </summary>
public static class IncidentSuggester
{
    // Of two suggestions that share most of their cases, the larger one stays.
    private const double SameCases = 0.5;

    // So many wordings are compared with each other; beyond that a flood has other traits in common.
    private const int MostWordings = 1000;

    private const int TitleLength = 120;
    private const int WordingLength = 200;

    /// <summary>The suggestions, the largest first.</summary>
    /// <param name="inputs">Cases of the days that are looked back on; closed ones only tell what is usual.</param>
    /// <param name="options">The thresholds.</param>
    /// <param name="now">Now.</param>
    public static IReadOnlyList<IncidentSuggestion> Suggest(IReadOnlyList<SuggestionInput> inputs, IncidentOptions options, DateTimeOffset now)
    {
        var since = now.AddHours(-options.WindowHours);
        var recent = inputs.Where(i => i.IsOpen && i.FiledAt > since && i.FiledAt <= now).OrderBy(i => i.Serial).ToList();
        var earlier = inputs.Where(i => i.FiledAt <= since).ToList();
        // How many windows the time before holds, as far as it was looked at.
        var windows = earlier.Count == 0 ? 0 : Math.Max(1, (since - earlier.Min(i => i.FiledAt)).TotalHours / options.WindowHours);

        var found = Groups(recent, earlier)
            .Select(g => (Group: g, Usual: windows > 0 ? g.Earlier / windows : 0))
            .Where(g => g.Group.Cases.Select(c => c.Merchant).Distinct().Count() >= options.Merchants && g.Group.Cases.Count >= options.TimesUsual * g.Usual)
            .Select(g => Of(g.Group, g.Usual, options))
            .OrderByDescending(s => s.Merchants).ThenByDescending(s => s.Reasons.Count).ThenBy(s => s.Key, StringComparer.Ordinal);
        List<IncidentSuggestion> kept = [];
        foreach (var next in found)
        {
            var cases = next.Cases.Select(c => c.Case).ToHashSet();
            if (!kept.Exists(k => k.Cases.Count(c => cases.Contains(c.Case)) >= SameCases * cases.Count))
            {
                kept.Add(next);
            }
        }

        return kept;
    }

    private static IEnumerable<Group> Groups(List<SuggestionInput> recent, List<SuggestionInput> earlier) =>
    [
        .. By(SuggestionTrait.Institution, recent, earlier, i => i.Institution?.Value.ToString(), i => i.InstitutionName),
        .. By(SuggestionTrait.TerminalModel, recent, earlier, i => i.TerminalModel?.Trim().ToUpperInvariant(), i => i.TerminalModel),
        .. ByWording(recent, earlier),
    ];

    private static IEnumerable<Group> By(
        SuggestionTrait trait, List<SuggestionInput> recent, List<SuggestionInput> earlier, Func<SuggestionInput, string?> key, Func<SuggestionInput, string?> name)
    {
        var before = earlier.Select(key).Where(k => !string.IsNullOrEmpty(k)).CountBy(k => k!).ToDictionary(StringComparer.Ordinal);
        return
            from input in recent
            let of = key(input)
            where !string.IsNullOrEmpty(of)
            group input by of into g
            select new Group(trait, g.Key, name(g.First()) ?? g.Key, [.. g], before.GetValueOrDefault(g.Key));
    }

    private static IEnumerable<Group> ByWording(List<SuggestionInput> recent, List<SuggestionInput> earlier)
    {
        List<(IReadOnlySet<string> Parts, List<SuggestionInput> Cases)> groups = [];
        foreach (var input in recent.Where(i => !string.IsNullOrWhiteSpace(i.Wording)).TakeLast(MostWordings))
        {
            var parts = Wordings.PartsOf(input.Wording);
            if (groups.Find(g => Wordings.Likeness(g.Parts, parts) >= Wordings.Same) is { Cases: { } like })
            {
                like.Add(input);
            }
            else
            {
                groups.Add((parts, [input]));
            }
        }

        return
            from g in groups
            where g.Cases.Count > 1
            let before = earlier.Count(e => Wordings.Likeness(g.Parts, Wordings.PartsOf(e.Wording)) >= Wordings.Same)
            select new Group(SuggestionTrait.Wording, HashOf(g.Parts), Cut(g.Cases[0].Wording!, WordingLength), g.Cases, before);
    }

    private static IncidentSuggestion Of(Group group, double usual, IncidentOptions options)
    {
        List<SuggestionReason> reasons = [new(group.Trait, group.Value, group.Cases.Count, Math.Round(usual, 1))];
        foreach (var trait in Enum.GetValues<SuggestionTrait>().Where(t => t != group.Trait))
        {
            var common = trait == SuggestionTrait.Wording ? null : group.Cases.Select(c => ValueOf(trait, c)).OfType<string>()
                .GroupBy(v => v, StringComparer.OrdinalIgnoreCase).MaxBy(v => v.Count());
            if (common is not null && common.Count() >= options.CommonShare * group.Cases.Count)
            {
                reasons.Add(new SuggestionReason(trait, common.Key, common.Count()));
            }
        }

        var first = group.Cases.Find(c => c.Institution is not null && reasons.Exists(r => r.Trait == SuggestionTrait.Institution && r.Value == c.InstitutionName));
        return new IncidentSuggestion(
            $"{group.Trait}:{group.Key}",
            Cut(string.Join(" \u00b7 ", reasons.Where(r => r.Trait != SuggestionTrait.Wording || reasons.Count == 1).Select(r => r.Value)), TitleLength),
            new IncidentMarks
            {
                Institution = first?.Institution,
                InstitutionName = Value(SuggestionTrait.Institution),
                TerminalModel = Value(SuggestionTrait.TerminalModel),
                Region = Value(SuggestionTrait.Region),
                Wording = Value(SuggestionTrait.Wording),
                From = ShanghaiTime.DateOf(group.Cases.Min(c => c.FiledAt)),
                To = ShanghaiTime.DateOf(group.Cases.Max(c => c.FiledAt)),
            },
            reasons,
            group.Cases.ConvertAll(c => new SuggestedCase(c.Case, c.Merchant)));

        string? Value(SuggestionTrait trait) => reasons.Find(r => r.Trait == trait)?.Value;
    }

    private static string? ValueOf(SuggestionTrait trait, SuggestionInput input) => trait switch
    {
        SuggestionTrait.Institution => input.InstitutionName,
        SuggestionTrait.TerminalModel => input.TerminalModel,
        SuggestionTrait.Region => input.Region,
        SuggestionTrait.Wording => input.Wording,
        _ => throw new ArgumentOutOfRangeException(nameof(trait), trait, null),
    };

    // The same for every run and every process, which a hash code of strings is not.
    private static string HashOf(IReadOnlySet<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Order(StringComparer.Ordinal)))))[..24];

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private sealed record Group(SuggestionTrait Trait, string Key, string Value, List<SuggestionInput> Cases, int Earlier);
}
