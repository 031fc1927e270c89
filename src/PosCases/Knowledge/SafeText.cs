using System.Text.RegularExpressions;

namespace PosCases.Knowledge;

/// <summary>A part of a text.</summary>
public abstract record TextBlock
{
    private protected TextBlock()
    {
    }
}

/// <summary>A heading.</summary>
public sealed record TextHeading(string Text) : TextBlock;

/// <summary>A paragraph.</summary>
public sealed record TextParagraph(IReadOnlyList<TextSpan> Spans) : TextBlock;

/// <summary>A list.</summary>
public sealed record TextList(bool IsNumbered, IReadOnlyList<IReadOnlyList<TextSpan>> Items) : TextBlock;

/// <summary>Words of one look.</summary>
/// <param name="Text">The words; never mark-up.</param>
/// <param name="IsBold">Whether they are bold.</param>
/// <param name="Href">Where they lead, within the product; none for plain words.</param>
public sealed record TextSpan(string Text, bool IsBold = false, string? Href = null);

/// <summary>
/// Reads the few marks that an article may use: "## " heading, "- " and "1. " lists, **bold**, [words](/address). Everything else, HTML
/// included, is words; a link leads to this product only.
/// </summary>
public static partial class SafeText
{
    /// <summary>The parts of a text.</summary>
    public static IReadOnlyList<TextBlock> Read(string text)
    {
        List<TextBlock> blocks = [];
        List<IReadOnlyList<TextSpan>> items = [];
        bool? numbered = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()))
        {
            var item = Item().Match(line);
            bool? kind = item.Success ? char.IsAsciiDigit(line[0]) : null;
            if (kind != numbered)
            {
                Flush();
                numbered = kind;
            }

            if (item.Success)
            {
                items.Add(Spans(item.Groups["words"].Value));
            }
            else if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                blocks.Add(new TextHeading(line[3..].Trim()));
            }
            else if (line.Length > 0)
            {
                blocks.Add(new TextParagraph(Spans(line)));
            }
        }

        Flush();
        return blocks;

        void Flush()
        {
            if (items.Count > 0)
            {
                blocks.Add(new TextList(numbered is true, [.. items]));
                items.Clear();
            }
        }
    }

    private static List<TextSpan> Spans(string line)
    {
        List<TextSpan> spans = [];
        var at = 0;
        foreach (Match mark in Mark().Matches(line))
        {
            if (mark.Index > at)
            {
                spans.Add(new TextSpan(line[at..mark.Index]));
            }

            spans.Add(mark.Groups["bold"].Success ? new TextSpan(mark.Groups["bold"].Value, IsBold: true) : new TextSpan(mark.Groups["words"].Value, Href: mark.Groups["href"].Value));
            at = mark.Index + mark.Length;
        }

        if (at < line.Length)
        {
            spans.Add(new TextSpan(line[at..]));
        }

        return spans;
    }

    [GeneratedRegex(@"^(?:-|\d{1,2}\.)\s+(?<words>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Item();

    // An address of ours begins with one slash; two would lead elsewhere.
    [GeneratedRegex(@"\*\*(?<bold>[^*]+)\*\*|\[(?<words>[^\]]+)\]\((?<href>/(?![/\\])[A-Za-z0-9/_?=&#.-]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
