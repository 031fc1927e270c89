using System.Globalization;
using PosCases.Cases.Filing;

namespace PosCases.Web.Cases.Wizard;

/// <summary>What the inputs of a step show: what was typed and sent just now, else what is stored. Nothing typed is lost, readable or not.</summary>
public sealed class FilingAnswers(FilingForm stored, IFormCollection? posted)
{
    /// <summary>The stored answers.</summary>
    public FilingForm Stored => stored;

    /// <summary>The text of a field.</summary>
    public string? Text(string field) => posted is not null && posted.TryGetValue(field, out var typed) ? typed.ToString() : StoredText(field);

    /// <summary>The ticked values of a field.</summary>
    public IReadOnlyList<string> Many(string field) => posted is null ? StoredMany(field) : [.. posted[field].OfType<string>()];

    /// <summary>The day in a field; what is no day is not shown, as a date input cannot hold it.</summary>
    public DateOnly? Day(string field) =>
        DateOnly.TryParseExact(Text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string? StoredText(string field) => field switch
    {
        nameof(FilingForm.ToldBy) => stored.ToldBy?.ToString(),
        nameof(FilingForm.Teller) => stored.Teller,
        nameof(FilingForm.CallerNumber) => stored.CallerNumber,
        nameof(FilingForm.ToldOn) => Iso(stored.ToldOn),
        nameof(FilingForm.Wording) => stored.Wording,
        nameof(FilingForm.Measure) => stored.Measure?.ToString(),
        nameof(FilingForm.Amount) => Plain(stored.Amount),
        nameof(FilingForm.AccountTail) => stored.AccountTail,
        nameof(FilingForm.TerminalNumber) => stored.TerminalNumber,
        nameof(FilingForm.Region) => stored.Region,
        nameof(FilingForm.Since) => Iso(stored.Since),
        nameof(FilingForm.ImposedBy) => stored.ImposedBy?.ToString(),
        nameof(FilingForm.Institution) => stored.Institution?.Value.ToString(),
        nameof(FilingForm.InstitutionName) => stored.InstitutionName,
        nameof(FilingForm.Reason) => stored.Reason?.ToString(),
        nameof(FilingForm.ReasonText) => stored.ReasonText,
        nameof(FilingForm.DocumentNumber) => stored.DocumentNumber,
        nameof(FilingForm.ExpectedEnd) => Iso(stored.ExpectedEnd),
        nameof(FilingForm.DailyTakings) => Plain(stored.DailyTakings),
        nameof(FilingForm.CashDays) => stored.CashDays?.ToString(CultureInfo.InvariantCulture),
        nameof(FilingForm.PayablesDue) => Plain(stored.PayablesDue),
        nameof(FilingForm.RefundsDue) => Plain(stored.RefundsDue),
        nameof(FilingForm.BeforeText) => stored.BeforeText,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    private IReadOnlyList<string> StoredMany(string field) => field switch
    {
        nameof(FilingForm.Demands) when stored.NothingDemanded => [FilingBinder.NothingDemanded],
        nameof(FilingForm.Demands) => [.. stored.Demands.Select(d => d.ToString())],
        nameof(FilingForm.AbilitiesOff) => [.. stored.AbilitiesOff.Select(a => a.ToString())],
        nameof(FilingForm.Before) => [.. stored.Before.Select(b => b.ToString())],
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Plain(decimal? amount) => amount?.ToString("0.00", CultureInfo.InvariantCulture);
}
