using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PosCases.Platform.Messages;
using PosCases.Web.Design;

namespace PosCases.Web.Messages;

/// <summary>One dialog, one form, one command. A new instance is a new intent: give it another @key each time it is opened.</summary>
/// <typeparam name="TText">Names the texts of the feature.</typeparam>
public abstract class CommandDialog<TText> : ComponentBase
{
    /// <summary>To the door.</summary>
    [Inject] protected IMediator Mediator { get; set; } = null!;

    /// <summary>The texts of the feature.</summary>
    [Inject] protected IStringLocalizer<TText> T { get; set; } = null!;

    /// <summary>The texts that all share.</summary>
    [Inject] protected IStringLocalizer<RefusalText> Common { get; set; } = null!;

    /// <summary>Raised when it was done; the dialog has closed.</summary>
    [Parameter] public EventCallback OnDone { get; set; }

    /// <summary>Raised when somebody else changed the record: load the newer one. What was typed is kept.</summary>
    [Parameter] public EventCallback OnReload { get; set; }

    /// <summary>Sent with the command, so that a second click has no second effect.</summary>
    protected Guid CommandId { get; } = Guid.NewGuid();

    /// <summary>Whether it is shown.</summary>
    protected bool IsOpen { get; set; } = true;

    /// <summary>Whether the command is under way.</summary>
    protected bool IsBusy { get; private set; }

    /// <summary>Whether somebody else changed the record.</summary>
    protected bool IsStale { get; private set; }

    /// <summary>What is wrong with the form.</summary>
    protected IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>Sends the command; closes when it was done, otherwise says why not.</summary>
    protected async Task SendAsync<TResult>(IRequest<TResult> command)
        where TResult : Result
    {
        if (await TrySendAsync(command) is not null)
        {
            await OnDone.InvokeAsync();
        }
    }

    /// <summary>As above, and hands on the value that the command yields.</summary>
    protected async Task SendAsync<TValue>(IRequest<Result<TValue>> command, EventCallback<TValue> onDone)
    {
        if (await TrySendAsync(command) is { } result)
        {
            await onDone.InvokeAsync(result.Value);
        }
    }

    private async Task<TResult?> TrySendAsync<TResult>(IRequest<TResult> command)
        where TResult : Result
    {
        if (IsBusy)
        {
            return null;
        }

        IsBusy = true;
        try
        {
            var result = await Mediator.Send(command);
            IsOpen = !result.Succeeded;
            IsStale = result.Error is Conflict;
            Problems = result.Error is null or Conflict ? [] : Explain(result.Error);
            return result.Succeeded ? result : null;
        }
        finally
        {
            IsBusy = false;
        }
    }

    /// <summary>Loads the newer record.</summary>
    protected async Task ReloadAsync()
    {
        await OnReload.InvokeAsync();
        IsStale = false;
    }

    /// <summary>The refusal in the reader's words.</summary>
    protected virtual IReadOnlyList<FieldProblem> Explain(Error error) => Refusals.Say(error, T, Common);
}
