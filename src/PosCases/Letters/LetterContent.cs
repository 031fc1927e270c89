using FluentValidation;

namespace PosCases.Letters;

/// <summary>What a letter says, as people edit it.</summary>
/// <param name="Title">Title.</param>
/// <param name="Addressee">Whom it addresses; may be empty.</param>
/// <param name="Sections">Its parts.</param>
/// <param name="Signatures">Where people sign.</param>
public sealed record LetterContent(string Title, string Addressee, IReadOnlyList<LetterSection> Sections, IReadOnlyList<LetterSignature> Signatures)
{
    /// <summary>Longest title, addressee or heading.</summary>
    public const int LineLength = 200;

    /// <summary>Longest body of one part.</summary>
    public const int BodyLength = 8000;

    /// <summary>Most parts.</summary>
    public const int MostSections = 40;

    /// <summary>All its words, part by part, with the place in the content where each stands.</summary>
    public IEnumerable<(string Where, string Text)> Texts =>
    [
        (nameof(Title), Title), (nameof(Addressee), Addressee),
        .. Sections.Index().SelectMany(s => new[] { ($"Sections[{s.Index}].Heading", s.Item.Heading), ($"Sections[{s.Index}].Body", s.Item.Body) }),
        .. Signatures.Index().Select(s => ($"Signatures[{s.Index}].Text", s.Item.Text)),
    ];

    /// <summary>Whether both say the same.</summary>
    public bool Says(LetterContent other) =>
        Title == other.Title && Addressee == other.Addressee && Sections.SequenceEqual(other.Sections) && Signatures.SequenceEqual(other.Signatures);

    internal LetterContent Map(Func<string, string> change) => new(
        change(Title), change(Addressee),
        [.. Sections.Select(s => s with { Heading = change(s.Heading), Body = change(s.Body) })],
        [.. Signatures.Select(s => s with { Text = change(s.Text) })]);

    internal sealed class Validator : AbstractValidator<LetterContent>
    {
        public Validator()
        {
            RuleFor(c => c.Title).NotEmpty().MaximumLength(LineLength);
            RuleFor(c => c.Addressee).NotNull().MaximumLength(LineLength);
            RuleFor(c => c.Sections).NotEmpty().Must(s => s.Count <= MostSections).WithErrorCode("TooMany");
            RuleForEach(c => c.Sections).ChildRules(section =>
            {
                section.RuleFor(s => s.Kind).IsInEnum();
                section.RuleFor(s => s.Heading).NotNull().MaximumLength(LineLength);
                section.RuleFor(s => s.Body).NotNull().MaximumLength(BodyLength);
            });
            RuleFor(c => c.Signatures).Must(s => s is { Count: <= 10 }).WithErrorCode("TooMany");
            RuleForEach(c => c.Signatures).ChildRules(line =>
            {
                line.RuleFor(s => s.Label).NotNull().MaximumLength(LineLength);
                line.RuleFor(s => s.Text).NotNull().MaximumLength(LineLength);
            });
        }
    }
}

/// <summary>A part of a letter.</summary>
/// <param name="Heading">Heading; may be empty.</param>
/// <param name="Kind">What its lines are.</param>
/// <param name="Body">Its lines.</param>
public sealed record LetterSection(string Heading, SectionKind Kind, string Body);

/// <summary>A line to sign on.</summary>
/// <param name="Label">What belongs there.</param>
/// <param name="Text">What is known already.</param>
public sealed record LetterSignature(string Label, string Text);
