using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using PosCases.People;

namespace PosCases.Web.Hosting;

/// <summary>Brings a session into the browser and takes it out again.</summary>
internal static class SessionCookie
{
    private const string Stamp = "stamp";
    private const string ReturnUrl = "returnUrl";
    private const string Remember = "remember";

    /// <summary>Name of the cookie with the language.</summary>
    public const string Culture = "culture";

    /// <summary>Name of the cookie with the look; the layout reads it before the first paint.</summary>
    public const string Theme = "theme";

    /// <summary>Somebody between the password and the code.</summary>
    public sealed record Halfway(PersonId Person, Secret Stamp, bool Remember, string? ReturnUrl);

    extension(HttpContext context)
    {
        /// <summary>Opens the session in this browser, with the person's language and look.</summary>
        /// <param name="session">From the core.</param>
        /// <param name="remember">Whether it outlives the browser; as before when not said.</param>
        public async Task OpenAsync(Session session, bool? remember = null)
        {
            var isPersistent = remember ?? await context.IsRememberedAsync();
            await context.SignInAsync(
                IdentityConstants.ApplicationScheme, PersonClaims.Of(session), new AuthenticationProperties { IsPersistent = isPersistent });
            await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
            context.User = PersonClaims.Of(session);
            context.Keep(Culture, session.Culture);
            context.Keep(Theme, session.Theme.ToString().ToLowerInvariant());
        }

        /// <summary>Ends the session in this browser.</summary>
        public async Task CloseAsync()
        {
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        }

        /// <summary>Remembers for five minutes that the password was right.</summary>
        public Task WaitForCodeAsync(Halfway halfway)
        {
            var identity = new ClaimsIdentity(
                [new(ClaimTypes.NameIdentifier, halfway.Person.Value.ToString()), new(Stamp, halfway.Stamp.Reveal())],
                IdentityConstants.TwoFactorUserIdScheme);
            if (halfway.ReturnUrl is not null)
            {
                identity.AddClaim(new(ReturnUrl, halfway.ReturnUrl));
            }

            if (halfway.Remember)
            {
                identity.AddClaim(new(Remember, "true"));
            }

            return context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
        }

        /// <summary>Who passed the first step in this browser within five minutes.</summary>
        public async Task<Halfway?> HalfwayAsync()
        {
            var ticket = await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
            return ticket.Succeeded && Guid.TryParse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
                ? new Halfway(
                    new PersonId(id),
                    new Secret(ticket.Principal.FindFirstValue(Stamp)),
                    ticket.Principal.HasClaim(Remember, "true"),
                    ticket.Principal.FindFirstValue(ReturnUrl))
                : null;
        }

        /// <summary>Keeps a choice of the reader in the browser for a year.</summary>
        public void Keep(string name, string value) => context.Response.Cookies.Append(name, value, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });

        private async Task<bool> IsRememberedAsync() =>
            (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties?.IsPersistent ?? false;
    }
}
