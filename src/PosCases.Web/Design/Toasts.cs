namespace PosCases.Web.Design;

/// <summary>A short message after something was done.</summary>
/// <param name="Number">Counts up.</param>
/// <param name="Tone">Good, Danger or Active.</param>
/// <param name="Text">One sentence.</param>
/// <param name="Reference">Of an error, for asking.</param>
public sealed record Toast(int Number, Tone Tone, string Text, string? Reference);

/// <summary>The messages of one circuit; a <see cref="ToastHost"/> in the layout shows them.</summary>
public sealed class Toasts
{
    readonly List<Toast> shown = [];
    int last;

    /// <summary>Those on the screen, the oldest first.</summary>
    public IReadOnlyList<Toast> Shown => shown;

    /// <summary>Raised with what was added, or null when one was taken away.</summary>
    public event Action<Toast?>? Changed;

    /// <summary>It worked.</summary>
    public void Success(string text) => Add(Tone.Good, text, null);

    /// <summary>It did not work; stays until it is closed.</summary>
    public void Error(string text, string? reference = null) => Add(Tone.Danger, text, reference);

    /// <summary>Good to know.</summary>
    public void Info(string text) => Add(Tone.Active, text, null);

    /// <summary>Takes one off the screen.</summary>
    public void Close(int number)
    {
        shown.RemoveAll(t => t.Number == number);
        Changed?.Invoke(null);
    }

    void Add(Tone tone, string text, string? reference)
    {
        var toast = new Toast(++last, tone, text, reference);
        shown.Add(toast);
        Changed?.Invoke(toast);
    }
}
