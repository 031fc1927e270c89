using System.Text.Json;
using PosCases.Platform;

namespace PosCases.Knowledge.Training;

/// <summary>A question with one right answer.</summary>
/// <param name="Code">Stable code within its quiz.</param>
/// <param name="Text">The question.</param>
/// <param name="Options">What one chooses from.</param>
/// <param name="Right">Which is right, from 0.</param>
public sealed record QuizQuestion(string Code, Bilingual Text, IReadOnlyList<Bilingual> Options, int Right);

/// <summary>A few questions on an article.</summary>
/// <param name="Slug">The article.</param>
/// <param name="Questions">Three to five.</param>
public sealed record Quiz(string Slug, IReadOnlyList<QuizQuestion> Questions)
{
    /// <summary>How many answers are right; what was not answered is not.</summary>
    /// <param name="answers">What was chosen, by code of the question, from 0.</param>
    public int Score(IReadOnlyDictionary<string, int> answers) => Questions.Count(q => answers.TryGetValue(q.Code, out var chosen) && chosen == q.Right);
}

/// <summary>The questions on articles; <c>Library/quizzes.json</c>.</summary>
public static class QuizLibrary
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Quiz> All { get; } = Load();

    /// <summary>The questions on an article; none where it has none.</summary>
    public static Quiz? Find(string? slug) => All.FirstOrDefault(q => q.Slug == slug);

    private static List<Quiz> Load()
    {
        using var stream = typeof(QuizLibrary).Assembly.GetManifestResourceStream("PosCases.Knowledge.Library.quizzes.json")!;
        return JsonSerializer.Deserialize<List<Quiz>>(stream, Options)!;
    }
}
