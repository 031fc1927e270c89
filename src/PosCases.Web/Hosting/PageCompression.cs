namespace PosCases.Web.Hosting;

/// <summary>
/// Compresses pages, but only for requests that our own pages or the person's address bar made. Compression beside secrets can be
/// measured by whoever may make a signed-in browser ask again and again (BREACH); a request that began on a stranger's page is
/// therefore answered uncompressed. Scripts and styles are not meant here: they are compressed when the app is built.
/// </summary>
internal static class PageCompression
{
    /// <summary>Registers it.</summary>
    public static WebApplicationBuilder AddPageCompression(this WebApplicationBuilder builder)
    {
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html"];
        });
        return builder;
    }

    /// <summary>Comes before whatever writes pages.</summary>
    public static WebApplication UsePageCompression(this WebApplication app)
    {
        app.UseWhen(http => IsOurs(http.Request), own => own.UseResponseCompression());
        return app;
    }

    // Browsers that do not tell where a request began get what they got before.
    private static bool IsOurs(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() is "same-origin" or "none";
}
