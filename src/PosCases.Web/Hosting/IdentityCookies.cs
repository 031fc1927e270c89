using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using PosCases.People;
using PosCases.Platform.Messages;

namespace PosCases.Web.Hosting;

/// <summary>Puts <c>__Host-</c> before a cookie's name where the connection is encrypted; browsers accept it only there.</summary>
internal sealed class HostPrefixedCookies : ICookieManager
{
    private readonly ChunkingCookieManager inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, NameOf(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        inner.AppendResponseCookie(context, NameOf(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        inner.DeleteCookie(context, NameOf(context, key), options);

    private static string NameOf(HttpContext context, string key) => context.Request.IsHttps ? $"__Host-{key}" : key;
}

/// <summary>Asks once a minute whether the cookie's session is still good, and refreshes what the cookie says.</summary>
internal sealed class SessionCheck(Door door, TimeProvider clock) : CookieAuthenticationEvents
{
    private const string CheckedAt = ".checked";
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public override Task SigningIn(CookieSigningInContext context)
    {
        Mark(context.Properties);
        return Task.CompletedTask;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (IsFresh(context.Properties))
        {
            return;
        }

        var session = await door.Send(
            new ViewSession.Query(), PersonClaims.CallerOf(context.Principal!), context.HttpContext.RequestAborted);
        if (session.Succeeded)
        {
            context.ReplacePrincipal(PersonClaims.Of(session.Value));
            Mark(context.Properties);
            context.ShouldRenew = true;
        }
        else
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }

    private bool IsFresh(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(CheckedAt, out var stored)
        && long.TryParse(stored, CultureInfo.InvariantCulture, out var ticks)
        && clock.GetUtcNow().UtcTicks - ticks < Interval.Ticks;

    private void Mark(AuthenticationProperties properties) =>
        properties.Items[CheckedAt] = clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture);
}
