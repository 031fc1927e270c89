using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using PosCases.Letters;
using PosCases.Platform.Messages;
using PosCases.Web.Cases;
using PosCases.Web.Design;

namespace PosCases.Web.Desk.Letters;

/// <summary>
/// Edits one letter: what is typed is kept by itself, one message after the other; when somebody else changed it meanwhile, nothing is
/// overwritten and what was typed stays on the screen.
/// </summary>
public abstract class LetterPageBase : ComponentBase, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.2);

    private readonly SemaphoreSlim turn = new(1, 1);
    private ITimer? timer;
    private int revision;
    private bool isDirty;

    /// <summary>The letter.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>Texts of letters.</summary>
    [Inject] protected IStringLocalizer<LetterText> L { get; private set; } = default!;

    /// <summary>The desk's texts.</summary>
    [Inject] protected IStringLocalizer<DeskText> T { get; private set; } = default!;

    /// <summary>The words of cases.</summary>
    [Inject] protected CaseWords Words { get; private set; } = default!;

    [Inject] private IMediator Mediator { get; set; } = default!;

    [Inject] private Toasts Toasts { get; set; } = default!;

    [Inject] private TimeProvider Clock { get; set; } = default!;

    /// <summary>What was read; none while it is being read.</summary>
    protected Result<ViewLetter.Answer>? Loaded { get; private set; }

    /// <summary>What is on the screen.</summary>
    protected LetterInput Input { get; private set; } = new();

    /// <summary>What is wrong with it.</summary>
    protected IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>Whether somebody else changed it since.</summary>
    protected bool IsStale { get; private set; }

    /// <summary>Whether a message is under way.</summary>
    protected bool IsBusy { get; private set; }

    /// <summary>Whether what is typed is kept.</summary>
    protected string? Said { get; private set; }

    /// <summary>The version that is compared with what it says now.</summary>
    protected int? Compared { get; private set; }

    /// <summary>What a reason is asked for.</summary>
    protected LetterVerb? Asking { get; set; }

    /// <summary>Whether it may be written on now.</summary>
    protected bool MayEdit => Loaded is { Succeeded: true } found && found.Value is { MayWrite: true, Letter.State: LetterState.Draft };

    private LetterId Letter => new(Id);

    /// <inheritdoc/>
    public void Dispose()
    {
        timer?.Dispose();
        turn.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => RendererInfo.IsInteractive ? LoadAsync() : Task.CompletedTask;

    /// <summary>Reads it anew; what is on the screen is replaced.</summary>
    protected async Task LoadAsync()
    {
        timer?.Dispose();
        (IsStale, isDirty, Problems, Said) = (false, false, [], null);
        await ReadAsync(takesRevision: true);
        if (Loaded is { Succeeded: true } found)
        {
            Input = LetterInput.From(found.Value.Letter.Content);
        }
    }

    /// <summary>Keeps what is typed a moment after the last key.</summary>
    protected void Schedule()
    {
        isDirty = true;
        Said = L["Keep.Soon"];
        timer?.Dispose();
        timer = Clock.CreateTimer(_ => _ = InvokeAsync(KeepAsync), null, Pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Nothing typed is left behind.</summary>
    protected Task KeepBeforeLeavingAsync(LocationChangingContext context) => KeepAsync();

    /// <summary>Shows what differs from a version; none to show nothing.</summary>
    protected void Compare(int? number) => Compared = Compared == number ? null : number;

    /// <summary>Saves a version that stays.</summary>
    protected Task SaveVersionAsync()
    {
        isDirty = false;
        return SendAsync(() => new SaveLetterVersion.Command(Letter, revision, Input.ToContent()), "Save.Done");
    }

    /// <summary>Takes an earlier version up again; what is typed is saved as a version before.</summary>
    protected async Task RestoreAsync(int number)
    {
        if (isDirty || !Input.ToContent().Says(Loaded!.Value.Letter.Versions.MaxBy(v => v.Number)!.Content))
        {
            await SaveVersionAsync();
        }

        if (Problems.Count == 0 && !IsStale)
        {
            await SendAsync(() => new RestoreLetterVersion.Command(Letter, revision, number), "Restore.Done", reads: true);
        }
    }

    /// <summary>Somebody else changed it: theirs becomes a version, mine a newer one.</summary>
    protected async Task TakeBothAsync()
    {
        var mine = Input.ToContent();
        await ReadAsync(takesRevision: true);
        if (Loaded is not { Succeeded: true } found || !MayEdit)
        {
            return;
        }

        IsStale = false;
        await SendAsync(() => new SaveLetterVersion.Command(Letter, revision, found.Value.Letter.Content), null);
        if (Problems.Count == 0 && !IsStale)
        {
            Input = LetterInput.From(mine);
            await SaveVersionAsync();
        }
    }

    /// <summary>Does what a button says.</summary>
    protected async Task ActAsync(LetterVerb verb)
    {
        if (verb is LetterVerb.Return or LetterVerb.Drop)
        {
            Asking = verb;
            return;
        }

        if (MayEdit && !await KeepAsync())
        {
            return;
        }

        await (verb switch
        {
            LetterVerb.Save => SaveVersionAsync(),
            LetterVerb.Refill => SendAsync(() => new RefillLetter.Command(Letter, revision), "Refill.Done", reads: true),
            LetterVerb.Submit => SendAsync(() => new SubmitLetter.Command(Letter, revision), "Submit.Done", reads: true),
            LetterVerb.Finish => SendAsync(() => new FinishLetter.Command(Letter, revision), "Finish.Done", reads: true),
            LetterVerb.Approve => SendAsync(() => new ApproveLetter.Command(Letter, revision), "Approve.Done", reads: true),
            LetterVerb.Rewrite => SendAsync(() => new RewriteLetter.Command(Letter, revision), "Rewrite.Done", reads: true),
            LetterVerb.Return or LetterVerb.Drop => Task.CompletedTask,
        });
    }

    /// <summary>Does what needed a reason.</summary>
    protected Task GiveReasonAsync(LetterVerb verb, string reason)
    {
        Asking = null;
        return verb == LetterVerb.Return
            ? SendAsync(() => new ReturnLetter.Command(Letter, revision, reason), "Return.Done", reads: true)
            : SendAsync(() => new DropLetter.Command(Letter, revision, reason), "Drop.Done", reads: true);
    }

    /// <returns>Whether everything typed is kept.</returns>
    private async Task<bool> KeepAsync()
    {
        timer?.Dispose();
        while (isDirty && !IsStale && MayEdit)
        {
            isDirty = false;
            await SendAsync(() => new KeepLetterDraft.Command(Letter, revision, Input.ToContent()), null);
            isDirty |= IsStale || Problems.Count > 0;
            Said = L[isDirty ? "Keep.Not" : "Keep.Done"];
            StateHasChanged();
            if (isDirty)
            {
                return false;
            }
        }

        return !isDirty;
    }

    // One message after the other: each names the revision that the one before it made.
    private async Task SendAsync(Func<Change<int>> command, string? done, bool reads = false)
    {
        await turn.WaitAsync();
        IsBusy = true;
        try
        {
            var answer = await Mediator.Send(command());
            (IsStale, Problems) = (answer.Error is Conflict, answer.Error is null or Conflict ? [] : Words.Problems(answer.Error));
            if (answer.Succeeded)
            {
                revision = answer.Value;
                await (reads ? LoadAsync() : ReadAsync(takesRevision: false));
                if (done is not null)
                {
                    Said = null;
                    Toasts.Success(L[done]);
                }
            }
        }
        finally
        {
            IsBusy = false;
            turn.Release();
        }

        StateHasChanged();
    }

    // Only what replaces the form takes the revision that was read: if somebody was quicker, our next message must be a conflict.
    private async Task ReadAsync(bool takesRevision)
    {
        Loaded = await Mediator.Send(new ViewLetter.Query(Letter));
        if (takesRevision && Loaded.Succeeded)
        {
            revision = Loaded.Value.Letter.Revision;
        }
    }
}
