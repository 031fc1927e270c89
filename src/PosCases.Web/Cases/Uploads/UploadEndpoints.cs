using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Examination;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.Hosting;

namespace PosCases.Web.Cases.Uploads;

/// <summary>
/// Papers in parts, for lines that are slow or break off; close to tus 1.0. <c>POST</c> begins a file, <c>PATCH</c> sends a part that begins at
/// <c>Upload-Offset</c>, <c>HEAD</c> tells how much has arrived, <c>DELETE</c> gives up. The part that completes a file is answered as a file
/// that arrives whole is, with <c>Upload-Settled: 1</c>; so is every later request for it, until it is forgotten.
/// </summary>
public static class UploadEndpoints
{
    private const string OffsetHeader = "Upload-Offset";
    private const string SettledHeader = "Upload-Settled";
    private const string PartType = "application/offset+octet-stream";
    private const string FieldsType = "application/x-www-form-urlencoded";

    /// <summary>Maps them. The door says who may begin; afterwards the address is of use to the one who began only.</summary>
    public static void MapUploadEndpoints(this IEndpointRouteBuilder app)
    {
        var uploads = app.MapGroup("").AllowAnonymous().DisableAntiforgery().WithMetadata(new SkipStatusCodePagesAttribute());
        uploads.MapPost("/cases/{number}/uploads", BeginAsync);
        uploads.MapPatch("/uploads/{id:guid}", AppendAsync);
        uploads.MapMethods("/uploads/{id:guid}", [HttpMethods.Head], TellAsync);
        uploads.MapDelete("/uploads/{id:guid}", GiveUpAsync);
    }

    /// <summary>Registers what they need.</summary>
    internal static IServiceCollection AddUploads(this IServiceCollection services) => services
        .AddSingleton<UploadSessions>()
        .AddHostedService(provider => provider.GetRequiredService<UploadSessions>());

    private static async Task<IResult> BeginAsync(
        string number, HttpContext http, EvidenceEndpoints.Intake intake, UploadSessions sessions, EvidenceLimits limits, CaseWords words, CancellationToken ct)
    {
        if (http.Request.ContentType?.StartsWith(FieldsType, StringComparison.OrdinalIgnoreCase) != true)
        {
            return Results.BadRequest();
        }

        var form = await http.Request.ReadFormAsync(ct);
        var fields = form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);
        if (!long.TryParse(fields.GetValueOrDefault("size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size))
        {
            return Results.BadRequest();
        }

        var may = await intake.MayAsync(http, number, fields, ct);
        if (!may.Succeeded)
        {
            return EvidenceEndpoints.Refuse(words, may.Error);
        }

        if (OwnerOf(http) is not { } owner || RefusalOf(size, limits) is { } refused)
        {
            return EvidenceEndpoints.Refuse(words, RefusalOf(size, limits) ?? new SignInNeeded());
        }

        var begun = await sessions.BeginAsync(new UploadPlan(owner, may.Value, intake.LabelOf(fields.GetValueOrDefault("name") ?? ""), size, fields));
        return begun.Succeeded
            ? Results.Created($"/uploads/{begun.Value.Id}", new { id = begun.Value.Id })
            : EvidenceEndpoints.Refuse(words, begun.Error);
    }

    private static async Task<IResult> AppendAsync(
        Guid id, HttpContext http, EvidenceEndpoints.Intake intake, PaperIntake papers, UploadSessions sessions, EvidenceLimits limits, CaseWords words,
        CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
        {
            most.MaxRequestBodySize = limits.LargestFile;
        }

        if (http.Request.ContentType != PartType
            || !long.TryParse(http.Request.Headers[OffsetHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
        {
            return Results.BadRequest();
        }

        if (sessions.Find(id, OwnerOf(http)) is not { } session)
        {
            return EvidenceEndpoints.Refuse(words, new UploadGone());
        }

        using var turn = await session.EnterAsync(ct);
        if (turn is null)
        {
            return Results.StatusCode(StatusCodes.Status408RequestTimeout);
        }

        if (offset != session.Offset)
        {
            Tell(http, session);
            return Results.StatusCode(StatusCodes.Status409Conflict);
        }

        if (session.Outcome is null && await TakeAsync(session, sessions, http.Request.Body, turn.Token) is { } failed)
        {
            Tell(http, session);
            return Results.StatusCode(failed);
        }

        if (session.Outcome is null && session.Offset == session.Plan.Size)
        {
            await SettleAsync(session, sessions, papers, intake);
        }

        return Say(http, session, words);
    }

    private static async Task<IResult> TellAsync(Guid id, HttpContext http, UploadSessions sessions, CancellationToken ct)
    {
        if (sessions.Find(id, OwnerOf(http)) is not { } session)
        {
            return Results.StatusCode(StatusCodes.Status404NotFound);
        }

        using var turn = await session.EnterAsync(ct);
        Tell(http, session);
        return turn is null ? Results.StatusCode(StatusCodes.Status408RequestTimeout) : Results.NoContent();
    }

    private static async Task<IResult> GiveUpAsync(Guid id, HttpContext http, UploadSessions sessions, CancellationToken ct)
    {
        if (sessions.Find(id, OwnerOf(http)) is { } session)
        {
            using var turn = await session.EnterAsync(ct);
            await sessions.DropAsync(session);
        }

        return Results.NoContent();
    }

    /// <summary>Takes a part.</summary>
    /// <returns>None when all of it was taken; else the status that says what was wrong.</returns>
    private static async Task<int?> TakeAsync(UploadSession session, UploadSessions sessions, Stream part, CancellationToken ct)
    {
        PartEnd? end = null;
        try
        {
            end = await session.TakeAsync(part, ct);
        }
        finally
        {
            if (end is null or PartEnd.TooMuch)
            {
                await sessions.DropAsync(session);
            }
        }

        PausePoint.Reach("upload.part-taken");
        return end switch
        {
            PartEnd.TooMuch => StatusCodes.Status413PayloadTooLarge,
            PartEnd.Cut => StatusCodes.Status408RequestTimeout,
            _ => null,
        };
    }

    // Goes to its end even when the sender has gone away meanwhile, who then asks again.
    private static async Task SettleAsync(UploadSession session, UploadSessions sessions, PaperIntake papers, EvidenceEndpoints.Intake intake)
    {
        var plan = session.Plan;
        try
        {
            await session.SettleAsync(async taken =>
            {
                var settled = await papers.SettleAsync(taken, plan.Label, plan.Case.Value, CancellationToken.None);
                return settled.Succeeded ? await intake.KeepAsync(plan.Case, plan.Fields, settled.Value, CancellationToken.None) : settled.Error;
            });
        }
        finally
        {
            if (session.Outcome is null)
            {
                await sessions.DropAsync(session);
            }
        }
    }

    private static IResult Say(HttpContext http, UploadSession session, CaseWords words)
    {
        Tell(http, session);
        return session.Outcome switch
        {
            null => Results.NoContent(),
            { Succeeded: true } done => EvidenceEndpoints.Answer(done.Value),
            { } refused => EvidenceEndpoints.Refuse(words, refused.Error),
        };
    }

    private static void Tell(HttpContext http, UploadSession session)
    {
        http.Response.Headers[OffsetHeader] = session.Offset.ToString(CultureInfo.InvariantCulture);
        if (session.Outcome is not null)
        {
            http.Response.Headers[SettledHeader] = "1";
        }
    }

    private static Error? RefusalOf(long size, EvidenceLimits limits) =>
        size > limits.LargestFile ? new FileTooLarge(limits.LargestFile / (1024 * 1024))
        : size == 0 ? new FileNotAcceptable(FileRefusal.Empty)
        : null;

    private static Guid? OwnerOf(HttpContext http) => PersonClaims.CallerOf(http.User) is Caller.Person person ? person.Id : null;
}
