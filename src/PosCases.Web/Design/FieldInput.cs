using Microsoft.AspNetCore.Components;

namespace PosCases.Web.Design;

/// <summary>
/// What every input has. In a static form the browser posts <see cref="Name"/>; in an interactive one
/// <c>@bind-Value</c> does it. Attributes that are not parameters reach the input element.
/// </summary>
/// <typeparam name="TValue">What the input holds.</typeparam>
public abstract class FieldInput<TValue> : ComponentBase
{
    /// <summary>The field around it, when there is one.</summary>
    [CascadingParameter] public FieldContext? Field { get; set; }

    /// <summary>Instead of the field's name.</summary>
    [Parameter] public string? Name { get; set; }

    /// <summary>Instead of the field's id.</summary>
    [Parameter] public string? Id { get; set; }

    /// <summary>What it holds.</summary>
    [Parameter] public TValue? Value { get; set; }

    /// <summary>Raised when the person has changed it (interactive).</summary>
    [Parameter] public EventCallback<TValue?> ValueChanged { get; set; }

    /// <summary>Shown, but not to be changed nor posted.</summary>
    [Parameter] public bool Disabled { get; set; }

    /// <summary>Further classes of the input.</summary>
    [Parameter] public string? Class { get; set; }

    /// <summary>autocomplete, inputmode, maxlength, placeholder, rows and the like.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    /// <summary>Of the input element.</summary>
    protected string? InputName => Name ?? Field?.Name;

    /// <summary>Of the input element.</summary>
    protected string? InputId => Id ?? Field?.Id;

    /// <summary>Of the input element: hint and error.</summary>
    protected string? DescribedBy => Field?.DescribedBy;

    /// <summary>For aria-invalid.</summary>
    protected string? Invalid => Field?.Error is null ? null : "true";

    /// <summary>For aria-required; the browser's own bubble would speak the browser's language.</summary>
    protected string? MustBeFilled => Field?.Required is true ? "true" : null;

    /// <summary>Raises <see cref="ValueChanged"/>.</summary>
    protected Task SetAsync(TValue? value) => ValueChanged.InvokeAsync(value);

    /// <summary>The class attribute of the input.</summary>
    protected string Css(string basis) => Class is null ? basis : $"{basis} {Class}";
}
