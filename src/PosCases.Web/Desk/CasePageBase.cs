using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using PosCases.Cases;
using PosCases.Cases.Conversation;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Web.Cases;
using PosCases.Web.Design;
using PosCases.Web.Hosting;

namespace PosCases.Web.Desk;

/// <summary>
/// A page that shows one case: reads it, keeps it fresh while others work on it, opens one dialog at a time. While a dialog is open a
/// newer version is only announced, so that nothing is decided on facts that were not seen.
/// </summary>
public abstract class CasePageBase : ComponentBase, ICasePage, IDisposable
{
    private const string StateKey = "case";

    private PersistingComponentStateSubscription keeping;
    private LiveChanges? live;
    private int readings;
    private bool heardMore;

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

    [Inject] private PersistentComponentState Kept { get; set; } = default!;

    [Inject] private Handover Handover { get; set; } = default!;

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
        do
        {
            heardMore = false;
            await LoadAsync();
        }
        while (heardMore);
        IsReading = false;
        StateHasChanged();
    }

    /// <inheritdoc/>
    public virtual void Open(DialogCall call)
    {
        Dialog = call;
        StateHasChanged();
    }

    /// <inheritdoc/>
    public virtual void Close()
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
        keeping.Dispose();
        live?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (!RendererInfo.IsInteractive)
        {
            keeping = Kept.RegisterOnPersisting(HandOver, RenderMode.InteractiveServer);
            await LoadAsync();
            return;
        }

        live = new LiveChanges(Feed, Clock, TimeSpan.FromMilliseconds(300), topics => InvokeAsync(() => HearAsync(topics)));
        if (!TakeOver())
        {
            await LoadAsync();
        }
    }

    /// <summary>Reads the case and what was written about it; of two readings the later one is shown.</summary>
    protected async Task LoadAsync()
    {
        var reading = ++readings;
        var answer = await Mediator.Send(new ViewCase.Query(Number));
        if (await ShowAsync(answer, reading))
        {
            IsStale = false;
        }
    }

    private Task HandOver()
    {
        if (Opened is { Succeeded: true } shown)
        {
            Kept.PersistAsJson(StateKey, Handover.Put(new ReadBefore(shown.Value.View, Thread, Notes)));
        }

        return Task.CompletedTask;
    }

    private bool TakeOver()
    {
        if (!Kept.TryTakeFromJson(StateKey, out string? key) || key is null || !Handover.TryTake(key, out ReadBefore? read) || read.View.Summary.Number != Number)
        {
            return false;
        }

        (Thread, Notes, Opened) = (read.Thread, read.Notes, new OpenCase(read.View, this));
        return true;
    }

    private async Task HearAsync(IReadOnlySet<Guid> topics)
    {
        if (Opened is not { Succeeded: true } shown || !topics.Contains(shown.Value.Id.Value))
        {
            return;
        }

        if (IsReading)
        {
            heardMore = true;
            return;
        }

        var reading = ++readings;
        var answer = await Mediator.Send(new ViewCase.Query(Number));
        if (Dialog is not null && answer.Succeeded && answer.Value.Summary.Version != shown.Value.Version)
        {
            IsStale = true;
        }
        else
        {
            await ShowAsync(answer, reading);
        }

        StateHasChanged();
    }

    private async Task<bool> ShowAsync(Result<CaseView> answer, int reading)
    {
        if (!answer.Succeeded)
        {
            Opened = answer.Error;
            return true;
        }

        var id = answer.Value.Summary.Id;
        var thread = await Mediator.Send(new ViewMessages.Query(id));
        var notes = await Mediator.Send(new ViewNotes.Query(id));
        if (reading != readings)
        {
            return false;
        }

        Thread = thread.Succeeded ? thread.Value : Thread;
        Notes = notes.Succeeded ? notes.Value : Notes;
        Opened = new OpenCase(answer.Value, this);
        return true;
    }

    private sealed record ReadBefore(CaseView View, ViewMessages.Thread? Thread, IReadOnlyList<ViewNotes.Row> Notes);
}
