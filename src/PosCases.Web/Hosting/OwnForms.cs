using Microsoft.AspNetCore.Antiforgery;

namespace PosCases.Web.Hosting;

/// <summary>Forms that come from our own pages, as they stand now.</summary>
internal static class OwnForms
{
    private static readonly object Refused = new();

    /// <summary>Checks where a form comes from, and turns one away (400) that is none of ours or that was open too long, before anything reads it.</summary>
    public static void UseOwnForms(this WebApplication app)
    {
        app.UseAntiforgery();
        app.Use((http, next) =>
        {
            if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            {
                return next(http);
            }

            // The page that says so is asked for as any page: what was found of the form is forgotten.
            http.Features.Set<IAntiforgeryValidationFeature>(null);
            http.Items[Refused] = true;
            http.Request.Method = HttpMethods.Get;
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }

    /// <summary>Whether the request was a form that was turned away.</summary>
    public static bool WasRefused(this HttpContext http) => http.Items.ContainsKey(Refused);
}
