using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Web.Design;
using PosCases.Web.Messages;

namespace PosCases.Web.Merchants;

/// <summary>What the static forms on the own merchant share: the record, a posted form, and what is wrong with it.</summary>
public abstract class OwnMerchantForm : ComponentBase
{
    /// <summary>To the door.</summary>
    [Inject] protected IMediator Mediator { get; set; } = null!;

    /// <summary>The texts.</summary>
    [Inject] protected IStringLocalizer<MerchantText> T { get; set; } = null!;

    /// <summary>The texts that all share.</summary>
    [Inject] protected IStringLocalizer<RefusalText> Common { get; set; } = null!;

    /// <summary>The way to other pages.</summary>
    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>Posted back, so that a second click has no second effect.</summary>
    [SupplyParameterFromForm] public Guid? CommandId { get; set; }

    /// <summary>The version that the person saw.</summary>
    [SupplyParameterFromForm] public Guid? Version { get; set; }

    /// <summary>Why odd identifiers are kept.</summary>
    [SupplyParameterFromForm] public string? WarningReason { get; set; }

    /// <summary>The record, or why it is not shown.</summary>
    protected Result<MerchantDetails>? Found { get; private set; }

    /// <summary>What is wrong with the posted form.</summary>
    protected OwnFormState State { get; private set; } = new(Guid.NewGuid(), [], null, false, null);

    /// <summary>The own merchant.</summary>
    protected MerchantId Merchant => Found?.Succeeded is true ? Found.Value.Id : default;

    /// <summary>The version to send: the one that the person saw.</summary>
    protected Guid SeenVersion => Version ?? Guid.Empty;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        State = State with { CommandId = CommandId ?? State.CommandId, Reason = WarningReason };
        await LoadAsync();
    }

    /// <summary>Reads the record.</summary>
    protected async Task LoadAsync() => Found = await Mediator.Send(new ViewOwnMerchant.Query());

    /// <summary>Sends the command; goes back to the record when it was done, otherwise says why not.</summary>
    protected async Task SendAsync<TResult>(IRequest<TResult> command, string done)
        where TResult : Result
    {
        var result = await Mediator.Send(command);
        if (result.Error is { } error)
        {
            var odd = error as WarningsToConfirm;
            State = State with
            {
                IsStale = error is Conflict,
                Problems = error is Conflict ? [] : odd is null ? Refusals.Say(error, T, Common) : Refusals.Say(odd.Fields, T, Common),
                Title = odd is null ? null : T["Warnings.Title"].Value,
            };
        }
        else
        {
            Navigation.NavigateTo($"/my/merchant?done={done}");
        }
    }
}

/// <summary>How a posted form went.</summary>
/// <param name="CommandId">Of the intent.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="Title">Above the problems, when they are only odd; then a reason is asked for.</param>
/// <param name="IsStale">Whether somebody else changed the record meanwhile.</param>
/// <param name="Reason">Why odd identifiers are kept.</param>
public sealed record OwnFormState(Guid CommandId, IReadOnlyList<FieldProblem> Problems, string? Title, bool IsStale, string? Reason)
{
    /// <summary>Whether a reason is asked for.</summary>
    public bool AsksReason => Title is not null || !string.IsNullOrWhiteSpace(Reason);
}
