using PosCases.Letters;

namespace PosCases.Web.Desk.Letters;

/// <summary>A letter while it is edited.</summary>
public sealed class LetterInput
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Whom it addresses.</summary>
    public string Addressee { get; set; } = "";

    /// <summary>Its parts.</summary>
    public IList<Part> Parts { get; } = [];

    /// <summary>Where people sign.</summary>
    public IList<Line> Lines { get; } = [];

    /// <summary>From what was read.</summary>
    public static LetterInput From(LetterContent content)
    {
        LetterInput input = new() { Title = content.Title, Addressee = content.Addressee };
        foreach (var section in content.Sections)
        {
            input.Parts.Add(new Part { Heading = section.Heading, Kind = section.Kind, Body = section.Body });
        }

        foreach (var signature in content.Signatures)
        {
            input.Lines.Add(new Line { Label = signature.Label, Text = signature.Text });
        }

        return input;
    }

    /// <summary>As it is sent.</summary>
    public LetterContent ToContent() => new(
        Title, Addressee, [.. Parts.Select(p => new LetterSection(p.Heading, p.Kind, p.Body))], [.. Lines.Select(l => new LetterSignature(l.Label, l.Text))]);

    /// <summary>Moves a part up or down; beyond the ends nothing happens.</summary>
    public void Move(Part part, int by)
    {
        var at = Parts.IndexOf(part);
        if (at >= 0 && at + by >= 0 && at + by < Parts.Count)
        {
            Parts.RemoveAt(at);
            Parts.Insert(at + by, part);
        }
    }

    /// <summary>A part.</summary>
    public sealed class Part
    {
        /// <summary>Heading.</summary>
        public string Heading { get; set; } = "";

        /// <summary>What its lines are.</summary>
        public SectionKind Kind { get; set; }

        /// <summary>Its lines.</summary>
        public string Body { get; set; } = "";
    }

    /// <summary>A line to sign on.</summary>
    public sealed class Line
    {
        /// <summary>What belongs there.</summary>
        public string Label { get; set; } = "";

        /// <summary>What is known.</summary>
        public string Text { get; set; } = "";
    }
}
