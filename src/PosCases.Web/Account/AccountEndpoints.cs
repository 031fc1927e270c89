using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PosCases.People;
using PosCases.Web.Hosting;

namespace PosCases.Web.Account;

/// <summary>What a form posts that belongs to no page: sign out, language, look. All of them need the antiforgery token.</summary>
internal static class AccountEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapAccountEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapPost("/account/sign-out", SignOutAsync);
        app.MapPost("/culture", SetCultureAsync);
        app.MapPost("/theme", SetThemeAsync);
    }

    /// <summary>The address when it is one of ours, otherwise the fallback.</summary>
    public static string Local(string? url, string fallback) => RedirectHttpResult.IsLocalUrl(url) ? url! : fallback;

    private static async Task<IResult> SignOutAsync(HttpContext http, IMediator mediator, [FromForm] string? returnUrl, CancellationToken ct)
    {
        // A session that has ended elsewhere is refused here, and leaves this browser nevertheless.
        if (http.User.Identity?.IsAuthenticated is true)
        {
            await mediator.Send(new SignOut.Command(), ct);
        }

        await http.CloseAsync();
        return Results.LocalRedirect(Local(returnUrl, "/account/sign-in"));
    }

    private static async Task<IResult> SetCultureAsync(
        HttpContext http, IMediator mediator, [FromForm] string culture, [FromForm] string? returnUrl, CancellationToken ct)
    {
        if (Languages.All.Contains(culture))
        {
            http.Keep(SessionCookie.Culture, culture);
            await RememberAsync(http, mediator, new SetCulture.Command(culture), ct);
        }

        return Results.LocalRedirect(Local(returnUrl, "/"));
    }

    private static async Task<IResult> SetThemeAsync(
        HttpContext http, IMediator mediator, [FromForm] string theme, [FromForm] string? returnUrl, CancellationToken ct)
    {
        if (Enum.TryParse<Theme>(theme, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen))
        {
            http.Keep(SessionCookie.Theme, theme.ToLowerInvariant());
            await RememberAsync(http, mediator, new SetTheme.Command(chosen), ct);
        }

        return Results.LocalRedirect(Local(returnUrl, "/"));
    }

    /// <summary>A signed-in person finds the choice again on every device; the cookie is renewed because it carries it.</summary>
    private static async Task RememberAsync(HttpContext http, IMediator mediator, PosCases.Platform.Messages.Change choice, CancellationToken ct)
    {
        if (http.User.Identity?.IsAuthenticated is not true || !(await mediator.Send(choice, ct)).Succeeded)
        {
            return;
        }

        var session = await mediator.Send(new ViewSession.Query(), ct);
        if (session.Succeeded)
        {
            await http.OpenAsync(session.Value);
        }
    }
}
