using PosCases.Platform.Security;

namespace PosCases.Cases.Worklist;

/// <summary>Whose cases a list shows: nobody's, the reader's own whoever reads, or one person's.</summary>
public sealed record OwnedBy
{
    private readonly Guid? person;
    private readonly bool isReader;

    private OwnedBy(Guid? person, bool isReader) => (this.person, this.isReader) = (person, isReader);

    /// <summary>Cases without an owner.</summary>
    public static OwnedBy Nobody { get; } = new(null, isReader: false);

    /// <summary>The reader's own.</summary>
    public static OwnedBy Me { get; } = new(null, isReader: true);

    /// <summary>One person's.</summary>
    public static OwnedBy Person(Guid id) => new(id, isReader: false);

    /// <summary>Reads what <see cref="ToString"/> wrote; anything else counts as not said.</summary>
    public static OwnedBy? Parse(string? text) => text switch
    {
        "nobody" => Nobody,
        "me" => Me,
        _ => Guid.TryParse(text, out var id) ? Person(id) : null,
    };

    /// <summary>As links say it.</summary>
    public override string ToString() => isReader ? "me" : person?.ToString() ?? "nobody";

    internal Guid? IdFor(Actor reader) => isReader ? reader.Id : person;
}
