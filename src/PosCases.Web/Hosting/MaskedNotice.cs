namespace PosCases.Web.Hosting;

/// <summary>Says on the next page that a card number was masked in what was just sent; a page that answers a form by a redirect cannot say so itself.</summary>
internal static class MaskedNotice
{
    private const string Cookie = "poscases-masked";

    /// <summary>Leaves word for the next page.</summary>
    public static void Leave(HttpContext http)
    {
        if (!http.Response.HasStarted)
        {
            // A program has no next page; it is told by a header.
            if (http.Request.Path.StartsWithSegments(Api.ApiHosting.Root, StringComparison.OrdinalIgnoreCase))
            {
                http.Response.Headers["Card-Numbers-Masked"] = "true";
                return;
            }

            http.Response.Cookies.Append(Cookie, "1", new CookieOptions { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromMinutes(1) });
        }
    }

    /// <summary>Whether there is word, which is then taken away.</summary>
    public static bool Take(HttpContext? http)
    {
        if (http is null || http.Request.Cookies[Cookie] is null || http.Response.HasStarted)
        {
            return false;
        }

        http.Response.Cookies.Delete(Cookie);
        return true;
    }
}
