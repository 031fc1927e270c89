using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PosCases.Cases;
using PosCases.Platform.Messages;
using PosCases.Web.Cases;
using PosCases.Web.Design;

namespace PosCases.Web.Desk;

/// <summary>A part of a page that shows a case.</summary>
public abstract class CasePart : ComponentBase
{
    /// <summary>The case on the screen.</summary>
    [CascadingParameter] public required OpenCase Current { get; set; }

    /// <summary>The desk's texts.</summary>
    [Inject] protected IStringLocalizer<DeskText> T { get; private set; } = default!;

    /// <summary>The words of cases.</summary>
    [Inject] protected CaseWords Words { get; private set; } = default!;

    /// <summary>What was read.</summary>
    protected CaseView View => Current.View;

    /// <summary>The case.</summary>
    protected Case Case => Current.Case;

    /// <summary>Which of two texts the reader reads.</summary>
    protected static string Read(string zh, string en) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? zh : en;

    /// <summary>The members of an enum as answers of a form.</summary>
    protected IReadOnlyList<Choice> Choices<TEnum>(params TEnum[] values)
        where TEnum : struct, Enum =>
        [.. (values.Length > 0 ? values : Enum.GetValues<TEnum>()).Select(value => new Choice($"{value}", Words.Of(value)))];
}

/// <summary>A form that sends one command about the case on the screen.</summary>
public abstract class CaseDialog : CasePart
{
    /// <summary>Where commands go.</summary>
    [Inject] protected IMediator Mediator { get; private set; } = default!;

    /// <summary>Now.</summary>
    [Inject] protected TimeProvider Clock { get; private set; } = default!;

    /// <summary>Today in Shanghai.</summary>
    protected DateOnly Today => Clock.GetUtcNow().DayInChina();

    /// <summary>The institutions on the case, to choose a thread from.</summary>
    protected IReadOnlyList<Choice> Parties =>
        [.. Case.Parties.Select(p => new Choice(p.Id.ToString(), View.Institutions.GetValueOrDefault(p.InstitutionId, "")))];

    /// <summary>The chosen member, or one that no enum has, so that the command's own rules name the field.</summary>
    protected static TEnum Chosen<TEnum>(string? value)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(value, out var chosen) ? chosen : (TEnum)Enum.ToObject(typeof(TEnum), -1);

    /// <summary>What was typed, or nothing.</summary>
    protected static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Sends the command under the id of the opened dialog.</summary>
    /// <param name="commandId">The same for every try.</param>
    protected abstract Task<Result> SendAsync(Guid commandId);
}
