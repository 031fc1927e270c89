using System.Reflection;

namespace PosCases.Playbooks;

/// <summary>Finds texts that coach somebody to evade risk control or to deceive. Guards the shipped library and what supervisors write.</summary>
public static class Coaching
{
    private static readonly char[] SentenceEnds = ['.', '!', '?', ';', '\u3002', '\uff01', '\uff1f', '\uff1b', '\n'];

    // Words of refusal, as code points because Han characters stand in data only: bu, wu, bie, jin, ju(jue), mo, fei, fang, ju(bao).
    private static readonly string[] Refusals =
        ["\u4e0d", "\u52ff", "\u522b", "\u7981", "\u62d2", "\u83ab", "\u975e", "\u9632", "\u4e3e\u62a5", "not ", "n't ", "never", "nobody", "no one", "forbidden", "refuse", "against", "without"];

    private static readonly IReadOnlyList<string> Phrases = Read();

    /// <summary>The first coaching phrase of a text; none when it is clean, or only warns of such things.</summary>
    public static string? FindIn(string text) => text.Split(SentenceEnds).Select(FindInSentence).FirstOrDefault(found => found is not null);

    private static string? FindInSentence(string sentence) => Phrases.FirstOrDefault(phrase =>
        sentence.IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
        && !Refusals.Any(word => sentence.AsSpan(0, at).Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static List<string> Read()
    {
        using var reader = new StreamReader(
            Assembly.GetExecutingAssembly().GetManifestResourceStream("PosCases.Playbooks.coaching.txt")
            ?? throw new InvalidOperationException("The list of coaching phrases is not embedded."));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#')];
    }
}
