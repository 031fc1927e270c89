using MediatR;
using Microsoft.Net.Http.Headers;
using PosCases.Cases.Packs;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;

namespace PosCases.Web.Desk.Packs;

/// <summary>Hands out packs as files.</summary>
public static class PackEndpoints
{
    /// <summary>Maps them. The door says who may.</summary>
    public static void MapPackEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/packs/{id:guid}.pdf", (Guid id, HttpContext http, IMediator mediator, Vault vault, CancellationToken ct) =>
            SendAsync(id, pdf: true, http, mediator, vault, ct)).AllowAnonymous();
        app.MapGet("/desk/packs/{id:guid}.zip", (Guid id, HttpContext http, IMediator mediator, Vault vault, CancellationToken ct) =>
            SendAsync(id, pdf: false, http, mediator, vault, ct)).AllowAnonymous();
    }

    private static async Task<IResult> SendAsync(Guid id, bool pdf, HttpContext http, IMediator mediator, Vault vault, CancellationToken ct)
    {
        var opened = await mediator.Send(new OpenPack.Command(id, pdf), ct);
        if (!opened.Succeeded)
        {
            return opened.Error is SignInNeeded ? Results.Challenge() : Results.NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{opened.Value.Name}-{opened.Value.Kind.ToString().ToLowerInvariant()}.{(pdf ? "pdf" : "zip")}");
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        try
        {
            return Results.Stream(await vault.OpenAsync(opened.Value.File!, ct), pdf ? "application/pdf" : "application/zip");
        }
        catch (FileDamagedException)
        {
            return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        }
    }
}
