using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PosCases.Web.Design;

namespace PosCases.Web.Cases.Wizard;

/// <summary>What the steps of the guided form share: the answers so far and the words.</summary>
public abstract class FilingStepBase : ComponentBase
{
    /// <summary>What the inputs show.</summary>
    [Parameter, EditorRequired] public required FilingAnswers Answers { get; set; }

    /// <summary>The texts.</summary>
    [Inject] protected IStringLocalizer<WizardText> T { get; set; } = null!;

    /// <summary>The names of values.</summary>
    [Inject] protected CaseWords Words { get; set; } = null!;

    /// <summary>The clock.</summary>
    [Inject] protected TimeProvider Clock { get; set; } = null!;

    /// <summary>Today in China.</summary>
    protected DateOnly Today => Clock.GetUtcNow().DayInChina();

    /// <summary>Every member as a choice.</summary>
    protected IReadOnlyList<Choice> Choices<TEnum>(Func<TEnum, string?>? icon = null) where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(value => new Choice($"{value}", Words.Of(value), Icon: icon?.Invoke(value)))];
}
