using System.Globalization;
using Microsoft.Extensions.Localization;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Deadlines;
using PosCases.Web.Design;
using PosCases.Web.Remedies;

namespace PosCases.Web.Cases.Deadlines;

/// <summary>What the clocks of a case are called, what they rest on, and how they look.</summary>
/// <param name="text">Texts of clocks.</param>
/// <param name="words">The words of cases.</param>
/// <param name="options">Length of our stages and our office hours.</param>
public sealed class ClockWords(IStringLocalizer<DeadlineText> text, CaseWords words, CaseOptions options)
{
    /// <summary>The text of the reader's language.</summary>
    public static string Say(TwoTexts texts) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? texts.Zh : texts.En;

    /// <summary>What the clock measures.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="institution">Name of its institution, where it has one.</param>
    /// <param name="forMerchant">Whether the merchant reads it.</param>
    public string Title(CaseClock clock, string institution, bool forMerchant) => clock.Kind switch
    {
        ClockKind.Stage => text[forMerchant ? "Stage.You" : "Stage", words.Of(clock.Stage!.Value)],
        ClockKind.Answer => text["Answer", institution, clock.Round!],
        ClockKind.Promise => text["Promise", institution, clock.Promise!],
        ClockKind.FollowUp => text["FollowUp", institution],
        ClockKind.Legal => Say(clock.Legal!.Title),
        ClockKind.Filing => text["Filing", RouteWords.TitleOf(clock.Filing!.Route), clock.Filing.Body],
        ClockKind.Step => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? clock.Step!.TitleZh : clock.Step!.TitleEn,
        ClockKind.Total => text["Total"],
    };

    /// <summary>What it rests on.</summary>
    public string? Basis(CaseClock clock) => clock.Kind switch
    {
        ClockKind.Stage => text["Basis.Stage", options.LengthOf(clock.Stage!.Value)?.TotalHours ?? 0],
        ClockKind.Answer => text[clock.DueAt is null ? "Basis.Answer.None" : "Basis.Answer"],
        ClockKind.Promise or ClockKind.FollowUp => text["Basis.Promise"],
        ClockKind.Legal => Say(clock.Legal!.Basis),
        ClockKind.Filing => text[clock.DueAt is null ? "Basis.Filing.None" : "Basis.Filing"],
        ClockKind.Step => clock.Step!.Deadline!.Basis.Read(),
        ClockKind.Total => text["Total.Note"],
    };

    /// <summary>Where that is known from.</summary>
    public string? Source(CaseClock clock) => clock.Kind switch
    {
        ClockKind.Stage => text["Source.Stage", Time(options.OfficeOpens), Time(options.OfficeCloses)],
        ClockKind.Answer => text["Source.Answer", clock.Round!],
        ClockKind.Promise or ClockKind.FollowUp => text["Source.Promise"],
        ClockKind.Legal => Say(clock.Legal!.Source),
        ClockKind.Filing => text["Source.Filing"],
        ClockKind.Step => text["Source.Step"],
        ClockKind.Total => null,
    };

    /// <summary>A length of time.</summary>
    public string Of(PosCases.Calendar.Term term) => text[$"Term.{term.Unit}", term.Amount];

    /// <summary>How a length is counted.</summary>
    public IEnumerable<string> Counting(TermUnit unit, Rollover rollover) => unit == TermUnit.Hours
        ? [text["Counted.Hour"]]
        : [text["Counted.Day"], text[$"Rollover.{rollover}"]];

    /// <summary>What it had left when it paused.</summary>
    public string Left(TimeSpan left) =>
        text[left < TimeSpan.Zero ? "Late" : "Left", left.Duration().TotalHours.ToString("0.#", CultureInfo.CurrentCulture)];

    /// <summary>Tone and icon; what is late is red at the desk only.</summary>
    public static (Tone Tone, string Icon) Look(DeadlineState state, bool forMerchant) => state switch
    {
        DeadlineState.Running => (Tone.Quiet, "clock"),
        DeadlineState.Warning => (Tone.Warn, "hourglass"),
        DeadlineState.Breached => (forMerchant ? Tone.Warn : Tone.Danger, "alarm"),
        DeadlineState.Paused => (Tone.Quiet, "clock-pause"),
        DeadlineState.Met => (Tone.Quiet, "check"),
    };

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
