using PosCases.Calendar;
using PosCases.Cases.Deadlines;

namespace PosCases.Cases;

/// <summary>Settings of the section <c>Cases</c>.</summary>
public sealed class CaseOptions
{
    private Func<WorkCalendar> calendar = static () => WorkCalendar.WeekendsOnly;

    /// <summary>How long each stage may take by our own clock, in working hours; it pauses while a case waits.</summary>
    public IDictionary<CaseStatus, int> StageHours { get; } = new Dictionary<CaseStatus, int>
    {
        [CaseStatus.Filed] = 4,
        [CaseStatus.Verification] = 9,
        [CaseStatus.EvidenceCollection] = 27,
        [CaseStatus.BankCommunication] = 45,
        [CaseStatus.Resolution] = 9,
        [CaseStatus.LegalRoute] = 90,
    };

    /// <summary>How many days before the end of a temporary release its owner and the merchant are told.</summary>
    public int ReliefAlertDays { get; set; } = 5;

    /// <summary>When our office opens on a working day, Shanghai time.</summary>
    public TimeOnly OfficeOpens { get; set; } = new(9, 0);

    /// <summary>When it closes.</summary>
    public TimeOnly OfficeCloses { get; set; } = new(18, 0);

    /// <summary>When one is warned of a clock that ends, and when a supervisor is called.</summary>
    public WarningOptions Warnings { get; set; } = new();

    /// <summary>Which days are worked, as known now.</summary>
    public WorkCalendar Calendar => calendar();

    /// <summary>Counts by our office hours.</summary>
    public WorkingTime Working => new(Calendar, OfficeOpens, OfficeCloses);

    /// <summary>How long a stage may take, in working time; none for stages without a clock of ours.</summary>
    public TimeSpan? LengthOf(CaseStatus stage) => StageHours.TryGetValue(stage, out var hours) ? TimeSpan.FromHours(hours) : null;

    /// <summary>When a stage that begins now must end; <see cref="Case.Never"/> for stages without a clock of ours.</summary>
    public DateTimeOffset DueOf(CaseStatus stage, DateTimeOffset at) => LengthOf(stage) is { } length ? Working.Add(at, length) : Case.Never;

    /// <summary>Asks this source for the calendar from now on.</summary>
    internal CaseOptions Following(Func<WorkCalendar> source)
    {
        calendar = source;
        return this;
    }
}
