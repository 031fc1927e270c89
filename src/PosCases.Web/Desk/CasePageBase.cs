using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PosCases.Cases;
using PosCases.Cases.Conversation;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Web.Cases;
using PosCases.Web.Design;

namespace PosCases.Web.Desk;

/// <summary>
/// A page that shows one case: reads it, keeps it fresh while others work on it, opens one dialog at a time. While a dialog is open a
/// newer version is only announced, so that nothing is decided on facts that were not seen.
/// </summary>
public abstract class CasePageBase : ComponentBase, ICasePage, IDisposable
{
    private LiveChanges? live;

    /// <summary>Number of the case.</summary>
    [Parameter] public required string Number { get; set; }

    /// <inheritdoc/>
    public bool IsStale { get; private set; }

    /// <summary>Where messages go.</summary>
    [Inject] protected IMediator Mediator { get; private set; } = default!;

    /// <summary>The desk's texts.</summary>
    [Inject] protected IStringLocalizer<DeskText> T { get; private set; } = default!;

    /// <summary>The words of cases.</summary>
    [Inject] protected CaseWords Words { get; private set; } = default!;

    [Inject] private ChangeFeed Feed { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    /// <summary>What was read; none while it is being read.</summary>
    protected Result<OpenCase>? Opened { get; private set; }

    /// <summary>The conversation with the merchant.</summary>
    protected ViewMessages.Thread? Thread { get; private set; }

    /// <summary>Internal notes.</summary>
    protected IReadOnlyList<ViewNotes.Row> Notes { get; private set; } = [];

    /// <summary>The open dialog.</summary>
    protected DialogCall? Dialog { get; private set; }

    /// <inheritdoc/>
    public bool IsReading { get; private set; }

    /// <inheritdoc/>
    public async Task ReloadAsync()
    {
        IsReading = true;
        StateHasChanged();
        await LoadAsync();
        IsReading = false;
        StateHasChanged();
    }

    /// <inheritdoc/>
    public void Open(DialogCall call)
    {
        Dialog = call;
        StateHasChanged();
    }

    /// <inheritdoc/>
    public void Close()
    {
        (Dialog, IsStale) = (null, false);
        StateHasChanged();
    }

    /// <inheritdoc/>
    public async Task DoAsync(Change command, string done)
    {
        var answer = await Mediator.Send(command);
        if (answer.Succeeded)
        {
            Toasts.Success(done);
        }
        else
        {
            Toasts.Error(Words.Error(answer.Error));
        }

        await ReloadAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        live?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        // Prerendered, the page is an outline: the case comes with the circuit, once.
        if (!RendererInfo.IsInteractive)
        {
            return;
        }

        live = new LiveChanges(Feed, Clock, TimeSpan.FromMilliseconds(300), topics => InvokeAsync(() => HearAsync(topics)));
        await LoadAsync();
    }

    /// <summary>Reads the case and what was written about it.</summary>
    protected async Task LoadAsync()
    {
        await ShowAsync(await Mediator.Send(new ViewCase.Query(Number)));
        IsStale = false;
    }

    private async Task HearAsync(IReadOnlySet<Guid> topics)
    {
        if (Opened is not { Succeeded: true } shown || !topics.Contains(shown.Value.Id.Value))
        {
            return;
        }

        var answer = await Mediator.Send(new ViewCase.Query(Number));
        if (Dialog is not null && answer.Succeeded && answer.Value.Summary.Version != shown.Value.Version)
        {
            IsStale = true;
        }
        else
        {
            await ShowAsync(answer);
        }

        StateHasChanged();
    }

    private async Task ShowAsync(Result<CaseView> answer)
    {
        if (!answer.Succeeded)
        {
            Opened = answer.Error;
            return;
        }

        var id = answer.Value.Summary.Id;
        Thread = await Mediator.Send(new ViewMessages.Query(id)) is { Succeeded: true } thread ? thread.Value : Thread;
        Notes = await Mediator.Send(new ViewNotes.Query(id)) is { Succeeded: true } notes ? notes.Value : Notes;
        Opened = new OpenCase(answer.Value, this);
    }
}
