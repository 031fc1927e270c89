using Microsoft.AspNetCore.Components;
using PosCases.Incidents;
using PosCases.Platform.Messages;
using PosCases.Web.Cases;
using PosCases.Web.Design;
using PosCases.Web.Messages;

namespace PosCases.Web.Incidents;

/// <summary>A form that sends one command about an incident.</summary>
public abstract class IncidentDialog : CommandDialog<IncidentText>
{
    /// <summary>The incident; none while one is being opened.</summary>
    [Parameter] public Incident? Incident { get; set; }

    /// <summary>The words of cases and incidents.</summary>
    [Inject] protected CaseWords Words { get; private set; } = null!;

    /// <inheritdoc/>
    protected override IReadOnlyList<FieldProblem> Explain(Error error) => Words.Problems(error);
}

/// <summary>Marks and shared facts as a form holds them.</summary>
public sealed class IncidentInput
{
    /// <summary>Title.</summary>
    public string? Title { get; set; }

    /// <summary>Institution, in words.</summary>
    public string? Institution { get; set; }

    /// <summary>Terminal model.</summary>
    public string? TerminalModel { get; set; }

    /// <summary>Region.</summary>
    public string? Region { get; set; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; set; }

    /// <summary>What the notices say.</summary>
    public string? Wording { get; set; }

    /// <summary>Who froze.</summary>
    public string? FrozenBy { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Since when.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>Whom to ask.</summary>
    public string? Contact { get; set; }

    /// <summary>Official channel.</summary>
    public string? OfficialChannel { get; set; }

    private PosCases.Institutions.InstitutionId? institution;
    private string? institutionName;

    /// <summary>The facts.</summary>
    public SharedFacts Facts => new() { FrozenBy = Typed(FrozenBy), Reason = Typed(Reason), Since = Since, Contact = Typed(Contact), OfficialChannel = Typed(OfficialChannel) };

    /// <summary>The marks; the institution of the directory stays as long as its name does.</summary>
    public IncidentMarks Marks => new()
    {
        Institution = Typed(Institution) == institutionName ? institution : null,
        InstitutionName = Typed(Institution),
        TerminalModel = Typed(TerminalModel),
        Region = Typed(Region),
        From = From,
        To = To,
        Wording = Typed(Wording),
    };

    /// <summary>As an incident has them. Of a suggestion, the institution and first day are what is likely true.</summary>
    public static IncidentInput Of(Incident incident)
    {
        var (marks, facts, isNew) = (incident.Marks, incident.Facts, incident.Status == IncidentStatus.Suggested);
        return new IncidentInput
        {
            Title = incident.Title,
            Institution = marks.InstitutionName,
            institution = marks.Institution,
            institutionName = marks.InstitutionName,
            TerminalModel = marks.TerminalModel,
            Region = marks.Region,
            From = marks.From,
            To = marks.To,
            Wording = marks.Wording,
            FrozenBy = isNew ? marks.InstitutionName : facts.FrozenBy,
            Reason = facts.Reason,
            Since = isNew ? marks.From : facts.Since,
            Contact = facts.Contact,
            OfficialChannel = facts.OfficialChannel,
        };
    }

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
