using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PosCases.People;
using PosCases.Platform.Messages;
using PosCases.Web.Design;
using PosCases.Web.Hosting;

namespace PosCases.Web.Account;

/// <summary>What the static pages about accounts share: a posted form, what is wrong with it, and the way in.</summary>
public abstract class AccountForm : ComponentBase
{
    /// <summary>To the door.</summary>
    [Inject] protected IMediator Mediator { get; set; } = null!;

    /// <summary>The texts.</summary>
    [Inject] protected IStringLocalizer<AccountText> T { get; set; } = null!;

    /// <summary>The way to other pages.</summary>
    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>The request; the pages are static.</summary>
    [CascadingParameter] public HttpContext? Http { get; set; }

    /// <summary>Where the visitor wanted to go.</summary>
    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    /// <summary>What is wrong with the posted form.</summary>
    protected IReadOnlyList<FieldProblem> Problems { get; set; } = [];

    /// <summary>The language of this page.</summary>
    protected static string Culture => CultureInfo.CurrentUICulture.Name;

    /// <summary>Whether it was refused; then the page says why.</summary>
    protected bool Refused(Result result)
    {
        Problems = result.Succeeded ? [] : Account.Problems.Of(T, result.Error);
        return !result.Succeeded;
    }

    /// <summary>As <see cref="Refused"/>, where the own password was asked for again: a wrong one is said at its field.</summary>
    protected bool RefusedOwn(Result result, string passwordField)
    {
        var refused = Refused(result);
        Problems = result.Error is SignInRefused ? [new FieldProblem(passwordField, T["Problem.Password.Wrong"])] : Problems;
        return refused;
    }

    /// <summary>Opens the session here and goes where the visitor wanted to go.</summary>
    protected async Task EnterAsync(Session session, bool remember, string? returnUrl)
    {
        if (session.Stamp.IsEmpty)
        {
            // The form was sent twice; the first time did it.
            Navigation.NavigateTo("/account/sign-in");
            return;
        }

        await Http!.OpenAsync(session, remember);
        Navigation.NavigateTo(session.MustEnrol ? "/account/second-factor" : AccountEndpoints.Local(returnUrl, PersonClaims.HomeOf(session.Role)));
    }

    /// <summary>The same page with what the visitor wanted kept in the address.</summary>
    protected string WithReturnUrl(string path) =>
        AccountEndpoints.Local(ReturnUrl, "") is { Length: > 0 } url ? $"{path}?returnUrl={Uri.EscapeDataString(url)}" : path;
}
