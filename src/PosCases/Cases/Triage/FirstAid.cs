using System.Text.Json;
using System.Text.Json.Serialization;
using PosCases.Cases.Filing;

namespace PosCases.Cases.Triage;

/// <summary>Whether a check says what to do or what to leave.</summary>
public enum CheckKind
{
    /// <summary>要做.</summary>
    Do,

    /// <summary>不要做.</summary>
    Dont,
}

/// <summary>One of the twelve checks of the first-aid card.</summary>
/// <param name="Code">Stable code, kebab-case.</param>
/// <param name="Kind">Do or don't.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Text">In a sentence or two.</param>
/// <param name="Flags">The demands that it answers.</param>
public sealed record FirstAidCheck(string Code, CheckKind Kind, BilingualText Title, BilingualText Text, IReadOnlyList<Demand> Flags);

/// <summary>What to do at once when something was given away.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Text">How.</param>
/// <param name="For">After which of these; after any when empty.</param>
public sealed record EmergencyStep(BilingualText Title, BilingualText Text, IReadOnlyList<GivenAway> For);

/// <summary>The first-aid card as data, shared by the card itself, triage, the guided form and the desk.</summary>
public static class FirstAid
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The twelve checks in their order.</summary>
    public static IReadOnlyList<FirstAidCheck> Checks { get; } = Load<FirstAidCheck>("checks");

    /// <summary>Every emergency step in its order.</summary>
    public static IReadOnlyList<EmergencyStep> Emergency { get; } = Load<EmergencyStep>("emergency");

    /// <summary>The checks that answer any of these demands, in their order.</summary>
    public static IReadOnlyList<FirstAidCheck> ChecksFor(IReadOnlyList<Demand> demands) => [.. Checks.Where(c => c.Flags.Any(demands.Contains))];

    /// <summary>What to do after these were given away, in order.</summary>
    public static IReadOnlyList<EmergencyStep> EmergencyFor(IReadOnlyList<GivenAway> given) =>
        [.. Emergency.Where(s => s.For.Count == 0 || given.Count == 0 || s.For.Any(given.Contains))];

    /// <summary>Reads a file of the library.</summary>
    internal static IReadOnlyList<T> Load<T>(string name)
    {
        using var file = typeof(FirstAid).Assembly.GetManifestResourceStream($"PosCases.Cases.Triage.Library.{name}.json")
            ?? throw new InvalidOperationException($"{name}.json is not embedded.");
        return JsonSerializer.Deserialize<List<T>>(file, Format)!;
    }
}
