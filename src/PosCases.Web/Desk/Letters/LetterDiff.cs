using PosCases.Letters;

namespace PosCases.Web.Desk.Letters;

/// <summary>What differs between two versions of a letter, line by line.</summary>
public static class LetterDiff
{
    /// <summary>How a line stands.</summary>
    public enum Change
    {
        /// <summary>In both.</summary>
        Same,

        /// <summary>In the older one only.</summary>
        Gone,

        /// <summary>In the newer one only.</summary>
        Added,
    }

    /// <summary>The lines of both, in order.</summary>
    public static IReadOnlyList<(Change Change, string Text)> Of(LetterContent before, LetterContent after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        List<(Change, string)> lines = [];
        var (a, b) = (0, 0);
        while (a < old.Count || b < now.Count)
        {
            if (a < old.Count && b < now.Count && old[a] == now[b])
            {
                lines.Add((Change.Same, old[a++]));
                b++;
            }
            else if (b == now.Count || (a < old.Count && common[a + 1, b] >= common[a, b + 1]))
            {
                lines.Add((Change.Gone, old[a++]));
            }
            else
            {
                lines.Add((Change.Added, now[b++]));
            }
        }

        return lines;
    }

    private static List<string> Lines(LetterContent content) =>
    [
        content.Title, content.Addressee,
        .. content.Sections.SelectMany(s => s.Body.ReplaceLineEndings("\n").Split('\n').Prepend(s.Heading)).Where(l => l.Trim().Length > 0),
        .. content.Signatures.Select(s => s.Label + s.Text),
    ];
}
