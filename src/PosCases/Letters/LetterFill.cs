using System.Text.RegularExpressions;

namespace PosCases.Letters;

/// <summary>Fills a template from a case; what the case does not know is marked, never guessed.</summary>
internal static partial class LetterFill
{
    /// <summary>A filled letter.</summary>
    /// <param name="Content">What it says.</param>
    /// <param name="Omitted">Parts that were left out because the case says otherwise.</param>
    public sealed record Filled(LetterContent Content, IReadOnlyList<OmittedPart> Omitted);

    /// <summary>Fills it.</summary>
    public static Filled Fill(LetterTemplate template, LetterFacts facts, LetterLanguage language)
    {
        List<LetterSection> sections = [];
        List<OmittedPart> omitted = [];
        foreach (var part in template.Sections)
        {
            if (facts.Contradicts(part.Unless) is { } cause)
            {
                omitted.Add(new OmittedPart(string.Join(' ', part.Body.In(language)), cause.Code));
                continue;
            }

            var lines = part.Source is { } source ? facts.Rows(source, language) : part.Body.In(language);
            sections.Add(new LetterSection(part.Heading.In(language), part.Kind, Places(string.Join('\n', lines), template, facts, language)));
        }

        return new Filled(
            new LetterContent(
                template.Title.In(language), Places(template.Addressee.In(language), template, facts, language), sections,
                [.. template.Signatures.Select(s => new LetterSignature(s.Label.In(language), Places(s.Value, template, facts, language)))]),
            omitted);
    }

    /// <summary>Fills the marks that the case can fill by now; nothing else is touched.</summary>
    public static LetterContent Refill(LetterContent content, LetterTemplate template, LetterFacts facts, LetterLanguage language)
    {
        var rows = facts.Rows(SectionSource.Transactions, language).ToList();
        return content.Map(text => LetterLibrary.Words.Marks.Replace(RefillRows(text, rows), mark =>
            FieldOf(mark.Groups["label"].Value) is { } field && facts.Value(field.Code, template, language) is { } value ? value : mark.Value));
    }

    // Marks of one transaction may only be filled from that one: the row is its own when every other cell says the same.
    private static string RefillRows(string text, List<string> rows)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines[0] != rows[0] ? text
            : lines.Length == 2 && Cells(lines[1]).All(IsMark) ? string.Join('\n', rows)
            : string.Join('\n', lines.Select(line => rows.FindAll(row => MayBe(line, row)) is [var own] ? own : line));
    }

    private static bool MayBe(string line, string row)
    {
        var (cells, known) = (Cells(line), Cells(row));
        return cells.Length == known.Length
            && cells.Any(IsMark) && !cells.All(IsMark)
            && cells.Zip(known).All(pair => pair.First == pair.Second || IsMark(pair.First));
    }

    private static string[] Cells(string line) => [.. line.Split('|').Select(c => c.Trim())];

    private static bool IsMark(string cell) => LetterLibrary.Words.Marks.Match(cell) is { Success: true, Index: 0 } mark && mark.Length == cell.Length;

    /// <summary>What is still missing, each once, in the order of the letter.</summary>
    public static IReadOnlyList<MissingField> Missing(LetterContent content) =>
    [
        .. content.Texts.SelectMany(t => LetterLibrary.Words.Marks.Matches(t.Text).Select(m => m.Groups["label"].Value))
            .Distinct(StringComparer.Ordinal)
            .Select(label => new MissingField(label, FieldOf(label)?.Place ?? FieldPlace.Letter)),
    ];

    private static LetterField? FieldOf(string label) => LetterLibrary.Fields.FirstOrDefault(f => f.Label.Zh == label || f.Label.En == label);

    private static string Places(string text, LetterTemplate template, LetterFacts facts, LetterLanguage language) => Place().Replace(text, place =>
    {
        var field = LetterLibrary.Field(place.Groups["field"].Value) ?? throw new InvalidOperationException($"{template.Code} has an unknown place: {place.Value}");
        return facts.Value(field.Code, template, language) is { } value ? value : LetterLibrary.Words.Mark(field, language);
    });

    [GeneratedRegex(@"\{\{(?<field>[a-zA-Z.]+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}

/// <summary>A part of the template that was left out because a confirmed cause says otherwise.</summary>
/// <param name="Text">What it would have said.</param>
/// <param name="Cause">Code of the cause.</param>
public sealed record OmittedPart(string Text, string Cause);

/// <summary>Something that a letter still lacks.</summary>
/// <param name="Label">Its name, as the mark in the letter says it.</param>
/// <param name="Place">Where it is filled in.</param>
public sealed record MissingField(string Label, FieldPlace Place);
