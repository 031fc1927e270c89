using PosCases.Cases.Filing;

namespace PosCases.Web.Cases.Wizard;

/// <summary>Which question stands in which step of the guided form.</summary>
internal static class FilingSteps
{
    /// <summary>How many steps there are; the review comes after.</summary>
    public const int Count = 4;

    private static readonly string[][] Fields =
    [
        [
            nameof(FilingForm.ToldBy), nameof(FilingForm.Teller), nameof(FilingForm.CallerNumber), nameof(FilingForm.ToldOn),
            nameof(FilingForm.Wording), nameof(FilingForm.Demands),
        ],
        [
            nameof(FilingForm.Measure), nameof(FilingForm.AbilitiesOff), nameof(FilingForm.Amount), nameof(FilingForm.AccountTail),
            nameof(FilingForm.TerminalNumber), nameof(FilingForm.Region), nameof(FilingForm.Since),
        ],
        [
            nameof(FilingForm.ImposedBy), nameof(FilingForm.Institution), nameof(FilingForm.InstitutionName), nameof(FilingForm.Reason),
            nameof(FilingForm.ReasonText), nameof(FilingForm.DocumentNumber), nameof(FilingForm.ExpectedEnd),
        ],
        [
            nameof(FilingForm.DailyTakings), nameof(FilingForm.CashDays), nameof(FilingForm.PayablesDue), nameof(FilingForm.RefundsDue),
            nameof(FilingForm.Before), nameof(FilingForm.BeforeText),
        ],
    ];

    /// <summary>Whether there is such a step.</summary>
    public static bool Exists(int step) => step is >= 1 and <= Count;

    /// <summary>The questions of a step, in their order.</summary>
    public static IReadOnlyList<string> Of(int step) => Fields[step - 1];

    /// <summary>The step in which a question stands; the first one for anything else.</summary>
    public static int With(string field) => Math.Max(0, Array.FindIndex(Fields, fields => fields.Contains(field))) + 1;
}
