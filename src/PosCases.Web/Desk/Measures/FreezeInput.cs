using PosCases.Calendar;
using PosCases.Cases.Measures;
using PosCases.Cases.Verification;

namespace PosCases.Web.Desk.Measures;

/// <summary>What is typed of the document behind a measure.</summary>
public sealed class FreezeInput
{
    /// <summary>A <see cref="PosCases.Cases.Measures.DocumentKind"/>.</summary>
    public string? DocumentKind { get; set; }

    /// <summary>The body.</summary>
    public string? Authority { get; set; }

    /// <summary>Its unit.</summary>
    public string? Unit { get; set; }

    /// <summary>Whom to ask for.</summary>
    public string? Contact { get; set; }

    /// <summary>Telephone on duty.</summary>
    public string? DutyPhone { get; set; }

    /// <summary>The moment since when.</summary>
    public DateTimeOffset? StartsAt { get; set; }

    /// <summary>The stated term.</summary>
    public Term? Term { get; set; }

    /// <summary>A <see cref="FreezeScope"/>.</summary>
    public string? Scope { get; set; } = $"{FreezeScope.Unknown}";

    /// <summary>Behind an earlier freeze.</summary>
    public bool IsQueued { get; set; }

    /// <summary>A major or complex case.</summary>
    public bool IsMajorCase { get; set; }

    /// <summary>Takes what is known.</summary>
    public void Take(Measure known)
    {
        DocumentKind = known.DocumentKind?.ToString();
        (Authority, Unit, Contact, DutyPhone) = (known.OrderedBy?.Authority, known.OrderedBy?.Unit, known.OrderedBy?.Contact, known.OrderedBy?.DutyPhone);
        (StartsAt, Term, Scope) = (known.StartsAt, known.Term, $"{known.Scope}");
        (IsQueued, IsMajorCase) = (known.IsQueued, known.IsMajorCase);
    }

    /// <summary>Adds it to a record.</summary>
    public MeasureRecord AddTo(MeasureRecord record) => record with
    {
        DocumentKind = Enum.TryParse<PosCases.Cases.Measures.DocumentKind>(DocumentKind, out var kind) ? kind : null,
        OrderedBy = OrderingBody.Of(Authority, Unit, Contact, DutyPhone),
        StartsAt = StartsAt,
        Term = Term,
        Scope = Enum.TryParse<FreezeScope>(Scope, out var scope) ? scope : FreezeScope.Unknown,
        IsQueued = IsQueued,
        IsMajorCase = IsMajorCase,
    };
}
