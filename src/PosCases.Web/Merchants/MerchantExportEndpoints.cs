using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MediatR;
using Microsoft.Net.Http.Headers;
using PosCases.Cases.Evidence.Custody;
using PosCases.Cases.Retention;
using PosCases.Merchants;
using PosCases.Platform.Messages;

namespace PosCases.Web.Merchants;

/// <summary>Hands all data of a merchant out as one zip: what is known as JSON, and the papers as they came.</summary>
public static class MerchantExportEndpoints
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Maps it. The door says who may.</summary>
    public static void MapMerchantExport(this IEndpointRouteBuilder app) => app.MapGet("/merchants/{id:guid}/export", SendAsync).AllowAnonymous();

    private static async Task<IResult> SendAsync(Guid id, HttpContext http, IMediator mediator, EvidenceReader reader, CancellationToken ct)
    {
        var merchant = new MerchantId(id);
        var begun = await mediator.Send(new ExportMerchant.Command(merchant), ct);
        var found = begun.Succeeded ? await mediator.Send(new ExportMerchant.Query(merchant), ct) : begun.Error;
        if (!found.Succeeded)
        {
            return found.Error is SignInNeeded ? Results.Challenge() : Results.NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{found.Value.Name}.zip");
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        // A zip is partly written without waiting, which the response itself does not allow.
        var pipe = new Pipe();
        _ = FillAsync(pipe.Writer, found.Value, reader, ct);
        return Results.Stream(pipe.Reader.AsStream(), "application/zip");
    }

    private static async Task FillAsync(PipeWriter writer, MerchantExport export, EvidenceReader reader, CancellationToken ct)
    {
        try
        {
            await using (var stream = writer.AsStream(leaveOpen: true))
            {
                await WriteAsync(stream, export, reader, ct);
            }

            await writer.CompleteAsync();
        }
        catch (Exception failure)
        {
            // Breaks the download off, so that nobody takes half of it for the whole.
            await writer.CompleteAsync(failure);
        }
    }

    private static async Task WriteAsync(Stream to, MerchantExport export, EvidenceReader reader, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: Encoding.UTF8, ct);
        await using (var data = await zip.CreateEntry("data.json").OpenAsync(ct))
        {
            await JsonSerializer.SerializeAsync(data, export.Data, Readable, ct);
        }

        foreach (var file in export.Files)
        {
            // A damaged paper is left out; the desk has been told.
            if (await reader.OpenAsync(file.Paper, ct) is not { } content)
            {
                continue;
            }

            await using (content)
            {
                await using var entry = await zip.CreateEntry(file.Path, CompressionLevel.Fastest).OpenAsync(ct);
                await content.CopyToAsync(entry, ct);
            }
        }
    }
}
