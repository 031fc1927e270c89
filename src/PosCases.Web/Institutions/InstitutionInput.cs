using System.Globalization;
using PosCases.Calendar;
using PosCases.Institutions;

namespace PosCases.Web.Institutions;

/// <summary>An institution's profile while it is being typed.</summary>
public sealed class ProfileInput
{
    public string? Name { get; set; }

    public string? Kind { get; set; }

    public string? LicenceNo { get; set; }

    public string? Region { get; set; }

    public string? Note { get; set; }

    public string? UsualAmount { get; set; }

    public string? UsualUnit { get; set; } = $"{TermUnit.WorkingDays}";

    public string? UsualSource { get; set; }

    internal static ProfileInput Of(InstitutionProfile profile) => new()
    {
        Name = profile.Name,
        Kind = $"{profile.Kind}",
        LicenceNo = profile.LicenceNo,
        Region = profile.Region,
        Note = profile.Note,
        UsualAmount = profile.UsualAnswer?.Amount.ToString(CultureInfo.InvariantCulture),
        UsualUnit = $"{profile.UsualAnswer?.Unit ?? TermUnit.WorkingDays}",
        UsualSource = profile.UsualAnswer?.Source,
    };

    // What is no kind becomes one that the rules refuse.
    internal InstitutionProfile ToProfile() =>
        new(Name ?? "", Enum.TryParse<InstitutionKind>(Kind, out var kind) ? kind : (InstitutionKind)(-1), LicenceNo, Region, Note, ToUsualAnswer());

    // A number that cannot be read becomes one that the rules refuse.
    private UsualAnswer? ToUsualAnswer() => string.IsNullOrWhiteSpace(UsualAmount) ? null : new(
        int.TryParse(UsualAmount, CultureInfo.InvariantCulture, out var amount) ? amount : 0,
        Enum.TryParse<TermUnit>(UsualUnit, out var unit) ? unit : (TermUnit)(-1),
        UsualSource ?? "");
}

/// <summary>The source of a channel while it is being typed.</summary>
public sealed class SourceInput
{
    public string? Text { get; set; }

    public string? Url { get; set; }

    public DateOnly? CheckedOn { get; set; }

    public string? Confidence { get; set; }

    // A day that was left out lies in the future, which the rules refuse.
    internal ChannelSource ToSource() => new(
        Text ?? "",
        string.IsNullOrWhiteSpace(Url) ? null : Url,
        CheckedOn ?? DateOnly.MaxValue,
        Enum.TryParse<SourceConfidence>(Confidence, out var confidence) ? confidence : (SourceConfidence)(-1));
}
