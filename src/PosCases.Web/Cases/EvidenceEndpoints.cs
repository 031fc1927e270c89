using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Custody;
using PosCases.Cases.Evidence.Examination;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Web.Cases.Uploads;

namespace PosCases.Web.Cases;

/// <summary>
/// Papers in and out. In: one file a request, straight from the socket to the disk, accepted only after its bytes are safe. Out: only by
/// way of <see cref="OpenEvidence"/>, which checks who may see it.
/// </summary>
public static class EvidenceEndpoints
{
    private const int LongestField = 4096;
    private const int MostFields = 8;
    private const long Envelope = 64 * 1024;

    private static readonly string[] Viewable = ["image/jpeg", "image/png", "image/webp", "image/gif", "application/pdf"];

    /// <summary>Maps them. The door says who may; an answer to an upload is never a redirect.</summary>
    public static void MapEvidenceEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapPost("/cases/{number}/evidence", ReceiveAsync).AllowAnonymous().DisableAntiforgery();
        app.MapGet("/evidence/{id:guid}", SendAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReceiveAsync(
        string number, HttpContext http, Intake intake, EvidenceLimits limits, CaseWords words, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limits.LargestFile + Envelope;
        }

        if (http.Request.ContentLength > limits.LargestFile + Envelope)
        {
            return Refuse(words, new FileTooLarge(limits.LargestFile / (1024 * 1024)));
        }

        if (ReaderOf(http.Request) is not { } reader)
        {
            return Results.BadRequest();
        }

        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part) || fields.Count > MostFields)
            {
                return Results.BadRequest();
            }

            if (part.IsFileDisposition())
            {
                var name = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).ToString();
                var taken = await intake.TakeAsync(http, number, fields, name, section.Body, ct);
                return taken.Succeeded ? Answer(taken.Value) : Refuse(words, taken.Error);
            }

            if (await ReadAsync(section.Body, ct) is not { } value)
            {
                return Results.BadRequest();
            }

            fields[HeaderUtilities.RemoveQuotes(part.Name).ToString()] = value;
        }

        return Results.BadRequest();
    }

    private static MultipartReader? ReaderOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 100 } boundary
            ? new MultipartReader(boundary.ToString(), request.Body)
            : null;

    private static async Task<string?> ReadAsync(Stream body, CancellationToken ct)
    {
        var buffer = new byte[LongestField];
        var length = await body.ReadAtLeastAsync(buffer, LongestField, throwOnEndOfStream: false, ct);
        return length < LongestField ? System.Text.Encoding.UTF8.GetString(buffer, 0, length) : null;
    }

    internal static IResult Answer(Received received) => received.Id is { } id
        ? Results.Json(new { id = id.Value, name = received.Name, size = received.Size, sha256 = received.Sha256 }, statusCode: StatusCodes.Status201Created)
        : Results.Json(new { name = received.Name, size = received.Size, sha256 = received.Sha256 });

    internal static IResult Refuse(CaseWords words, Error error) => Results.Problem(detail: words.Error(error), statusCode: error switch
    {
        SignInNeeded => StatusCodes.Status401Unauthorized,
        NotPermitted => StatusCodes.Status403Forbidden,
        NotFound or UploadGone => StatusCodes.Status404NotFound,
        FileTooLarge => StatusCodes.Status413PayloadTooLarge,
        FileNotAcceptable => StatusCodes.Status415UnsupportedMediaType,
        EvidenceInfected or EvidenceInQuarantine or EvidenceDamaged => StatusCodes.Status422UnprocessableEntity,
        CaseLocked or TooManyFiles or Conflict or CommandIdReused => StatusCodes.Status409Conflict,
        EvidenceGone => StatusCodes.Status410Gone,
        TooManyUploads => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status400BadRequest,
    });

    private static async Task<IResult> SendAsync(
        Guid id, int? view, HttpContext http, IMediator mediator, EvidenceReader reader, CaseWords words, CancellationToken ct)
    {
        var purpose = view == 1 ? OpeningPurpose.View : OpeningPurpose.Download;
        var opened = await mediator.Send(new OpenEvidence.Command(new EvidenceItemId(id), purpose), ct);
        if (!opened.Succeeded)
        {
            return opened.Error switch
            {
                SignInNeeded => Results.Challenge(),
                EvidenceInQuarantine or EvidenceInfected or EvidenceDamaged or EvidenceGone => Refuse(words, opened.Error),
                _ => Results.NotFound(),
            };
        }

        var paper = opened.Value;
        if (await reader.OpenAsync(paper, ct) is not { } content)
        {
            return Refuse(words, new EvidenceDamaged());
        }

        var inline = view == 1 && Viewable.Contains(paper.ContentType);
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        disposition.SetHttpFileName(paper.Name);
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        // Browsers draw no PDF in a sandbox; their viewers are one themselves.
        headers.ContentSecurityPolicy = paper.ContentType == "application/pdf"
            ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
            : "sandbox; default-src 'none'; frame-ancestors 'self'";
        headers.XFrameOptions = "SAMEORIGIN";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        return Results.Stream(content, paper.ContentType);
    }

    /// <summary>A paper that is safely stored.</summary>
    /// <param name="Id">The paper; none when the very same file of the same page had come before.</param>
    /// <param name="Name">Its label.</param>
    /// <param name="Size">Bytes.</param>
    /// <param name="Sha256">Hash of its bytes.</param>
    internal sealed record Received(EvidenceItemId? Id, string Name, long Size, string Sha256);

    /// <summary>The page's token is missing or too old.</summary>
    internal sealed record PageTooOld : Error
    {
        public override string Code => "Evidence.PageTooOld";
    }

    /// <summary>Asks first, stores, looks at the content, records; throws the bytes away when anything of it is refused.</summary>
    internal sealed class Intake(IMediator mediator, PaperIntake papers, EvidenceLimits limits, IAntiforgery antiforgery, IOptions<AntiforgeryOptions> forgery)
    {
        public async Task<Result<Received>> TakeAsync(
            HttpContext http, string number, IReadOnlyDictionary<string, string> fields, string name, Stream content, CancellationToken ct)
        {
            var may = await MayAsync(http, number, fields, ct);
            if (!may.Succeeded)
            {
                return may.Error;
            }

            var taken = await papers.TakeAsync(content, LabelOf(name), may.Value.Value, ct);
            return taken.Succeeded ? await KeepAsync(may.Value, fields, taken.Value, ct) : taken.Error;
        }

        /// <summary>Asks before any byte is taken.</summary>
        /// <returns>The case.</returns>
        public async Task<Result<CaseId>> MayAsync(HttpContext http, string number, IReadOnlyDictionary<string, string> fields, CancellationToken ct) =>
            await IsOursAsync(http, fields) ? await mediator.Send(new SubmitEvidence.MayQuery(number, RequirementOf(fields)), ct) : new PageTooOld();

        /// <summary>What the file will be called.</summary>
        public string LabelOf(string name) => EvidenceLabel.Clean(name, limits.LongestName);

        /// <summary>Records a file whose bytes are safe; throws them away when that is refused.</summary>
        public async Task<Result<Received>> KeepAsync(CaseId id, IReadOnlyDictionary<string, string> fields, StoredFile file, CancellationToken ct)
        {
            // After an exception nobody knows whether the row was written: then the bytes stay, and are swept when it was not.
            var recorded = await RecordAsync(id, RequirementOf(fields), fields, file, ct);
            if (recorded is not { Succeeded: true, Value.Id: not null })
            {
                papers.Discard(file);
            }

            PausePoint.Reach("upload.recorded");
            return recorded;
        }

        private static Guid? RequirementOf(IReadOnlyDictionary<string, string> fields) =>
            Guid.TryParse(fields.GetValueOrDefault("requirementId"), out var asked) ? asked : null;

        // The token comes in a field before the file; as a header it is checked without reading the file.
        private async Task<bool> IsOursAsync(HttpContext http, IReadOnlyDictionary<string, string> fields)
        {
            var header = forgery.Value.HeaderName ?? "RequestVerificationToken";
            if (http.Request.Headers[header].Count == 0)
            {
                http.Request.Headers[header] = fields.GetValueOrDefault(forgery.Value.FormFieldName);
            }

            return http.Request.Headers[header].Count > 0 && await antiforgery.IsRequestValidAsync(http);
        }

        private async Task<Result<Received>> RecordAsync(
            CaseId id, Guid? requirement, IReadOnlyDictionary<string, string> fields, StoredFile file, CancellationToken ct)
        {
            var code = fields.GetValueOrDefault("code") is { Length: > 0 } named ? named : EvidenceCode.Other;
            var command = new SubmitEvidence.Command(id, requirement, code, file)
            {
                CommandId = CommandIdOf(fields, file.Name, file.Sha256),
                Replaces = Guid.TryParse(fields.GetValueOrDefault("replaces"), out var older) ? new EvidenceItemId(older) : null,
            };
            var submitted = await mediator.Send(command, ct);
            return submitted switch
            {
                { Succeeded: true } => new Received(submitted.Value, file.Name, file.Size, file.Sha256),
                // The same file from the same page: its first sending arrived, only the answer was lost.
                { Error: CommandIdReused } => new Received(null, file.Name, file.Size, file.Sha256),
                _ => submitted.Error!,
            };
        }

        // The page sends one id for all of its files; each file's own makes it one intent.
        private static Guid CommandIdOf(IReadOnlyDictionary<string, string> fields, string label, string sha256) =>
            Guid.TryParse(fields.GetValueOrDefault("commandId"), out var page)
                ? new Guid(System.Security.Cryptography.SHA256.HashData(
                    System.Text.Encoding.UTF8.GetBytes($"{page}|{fields.GetValueOrDefault("requirementId")}|{label}|{sha256}")).AsSpan(0, 16))
                : Guid.NewGuid();
    }
}
