using PosCases.Cases;
using PosCases.Platform.Messages;

namespace PosCases.Web.Desk;

/// <summary>The case on the screen, for its parts and dialogs: what was read, and what they ask the page to do.</summary>
/// <param name="View">The case as the actor may see it.</param>
/// <param name="Page">Reads anew, opens dialogs, sends.</param>
public sealed record OpenCase(CaseView View, ICasePage Page)
{
    /// <summary>The case.</summary>
    public Case Case => View.Case;

    /// <summary>Its id.</summary>
    public CaseId Id => View.Summary.Id;

    /// <summary>The version on the screen, which every command names; the one that was read first.</summary>
    public Guid Version => View.Summary.Version;

    /// <summary>Opens a dialog; the parameters by name.</summary>
    public void Open<TDialog>(params (string Name, object? Value)[] parameters)
        where TDialog : CaseDialog => Page.Open(new DialogCall(typeof(TDialog), parameters));
}

/// <summary>What a dialog asks of the page under it.</summary>
public interface IDialogHost
{
    /// <summary>Whether somebody changed what the dialog is about while it is open.</summary>
    bool IsStale { get; }

    /// <summary>Reads anew what the page shows.</summary>
    Task ReloadAsync();

    /// <summary>Closes the dialog.</summary>
    void Close();
}

/// <summary>What a page that shows a case does for the parts of it. Two pages are one: the case's own and the reviewer's.</summary>
public interface ICasePage : IDialogHost
{
    /// <summary>Whether what is on the screen is being read anew; until then nothing is offered that may be over.</summary>
    bool IsReading { get; }

    /// <summary>Opens a dialog.</summary>
    void Open(DialogCall call);

    /// <summary>Sends a command that needs no dialog, says how it ended and reads the case anew.</summary>
    Task DoAsync(Change command, string done);
}

/// <summary>A dialog to open.</summary>
/// <param name="Dialog">The component, a <see cref="CaseDialog"/>.</param>
/// <param name="Arguments">Its parameters by name.</param>
public sealed record DialogCall(Type Dialog, IReadOnlyList<(string Name, object? Value)> Arguments)
{
    /// <summary>As DynamicComponent takes them.</summary>
    public IDictionary<string, object?> Parameters { get; } = Arguments.ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);

    /// <summary>A dialog without parameters.</summary>
    public static DialogCall Of(Type dialog) => new(dialog, []);
}
