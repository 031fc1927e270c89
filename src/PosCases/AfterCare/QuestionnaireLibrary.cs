using System.Text.Json;
using PosCases.Platform;

namespace PosCases.AfterCare;

/// <summary>Answers to a question of the self-inspection.</summary>
public enum InspectionAnswer
{
    /// <summary>做到了.</summary>
    Yes,

    /// <summary>部分做到.</summary>
    Partly,

    /// <summary>还没有.</summary>
    No,

    /// <summary>不适用: left out of the score.</summary>
    NotApplicable,
}

/// <summary>A group of questions.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name.</param>
public sealed record QuestionGroup(string Code, Bilingual Name);

/// <summary>A question of the self-inspection.</summary>
public sealed record Question
{
    /// <summary>From this weight on an open point asks the desk for a look.</summary>
    public const int HeavyFrom = 4;

    /// <summary>Code, e.g. <c>Q01</c>; the same in every version.</summary>
    public required string Code { get; init; }

    /// <summary>Code of its group.</summary>
    public required string Group { get; init; }

    /// <summary>How much it counts, 1 to 5.</summary>
    public required int Weight { get; init; }

    /// <summary>The measure that puts it right, by code.</summary>
    public required string Measure { get; init; }

    /// <summary>The question; "yes" is what is wished for.</summary>
    public required Bilingual Text { get; init; }

    /// <summary>Why it matters.</summary>
    public required Bilingual Why { get; init; }
}

/// <summary>A version of the questionnaire. An inspection keeps the version that it was filled in with.</summary>
/// <param name="Version">Counts from 1.</param>
/// <param name="Groups">In their order; each is one page on the phone.</param>
/// <param name="Questions">In their order within the groups.</param>
public sealed record Questionnaire(int Version, IReadOnlyList<QuestionGroup> Groups, IReadOnlyList<Question> Questions)
{
    /// <summary>The questions of a group.</summary>
    public IReadOnlyList<Question> Of(string group) => [.. Questions.Where(q => q.Group == group)];

    /// <summary>A question by its code.</summary>
    public Question? Find(string? code) => Questions.FirstOrDefault(q => q.Code == code);
}

/// <summary>Every version of the questionnaire that the product ships.</summary>
public static class QuestionnaireLibrary
{
    private const string Prefix = "PosCases.AfterCare.Library.questionnaire.";

    private static readonly IReadOnlyDictionary<int, Questionnaire> Versions = Load();

    /// <summary>The newest one; new inspections use it.</summary>
    public static Questionnaire Current { get; } = Versions[Versions.Keys.Max()];

    /// <summary>A version that was shipped; asking for another one is a bug.</summary>
    public static Questionnaire Of(int version) => Versions[version];

    /// <summary>What is wrong with a questionnaire, as an editor of the file reads it; nothing when all is well.</summary>
    internal static IEnumerable<string> FaultsOf(Questionnaire questionnaire) =>
        questionnaire.Questions.SelectMany(q => new[]
        {
            questionnaire.Questions.Count(o => o.Code == q.Code) > 1 ? $"{q.Code} stands twice" : null,
            questionnaire.Groups.All(g => g.Code != q.Group) ? $"{q.Code} is of the unknown group {q.Group}" : null,
            q.Weight is < 1 or > 5 ? $"{q.Code} weighs {q.Weight}" : null,
            PreventionLibrary.Find(q.Measure) is null ? $"{q.Code} names the unknown measure {q.Measure}" : null,
        }).Concat(questionnaire.Groups.Where(g => questionnaire.Of(g.Code).Count == 0).Select(g => $"{g.Code} has no question")).OfType<string>();

    private static Dictionary<int, Questionnaire> Load()
    {
        var assembly = typeof(QuestionnaireLibrary).Assembly;
        var all = assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            return JsonSerializer.Deserialize<Questionnaire>(stream, PreventionLibrary.Options)!;
        }).ToDictionary(q => q.Version);
        return all.Values.SelectMany(FaultsOf).ToList() is { Count: > 0 } faults ? throw new InvalidOperationException(string.Join("; ", faults)) : all;
    }
}
