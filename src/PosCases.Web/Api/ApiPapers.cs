using MediatR;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Custody;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.Cases;
using PosCases.Web.Design;

namespace PosCases.Web.Api;

/// <summary>A paper that was handed in.</summary>
internal sealed record ApiPaper(
    Guid Id, string Code, string Kind, string FileName, string ContentType, long Size, string Sha256, EvidenceStatus Status, string? Reason, Guid? RequirementId, string By, bool FromMerchant,
    DateTimeOffset At);

/// <summary>The papers of a case, in the order in which they came.</summary>
internal sealed record ApiPaperList(IReadOnlyList<ApiPaper> Items);

/// <summary>A paper whose bytes are safe.</summary>
internal sealed record ApiTaken(Guid Id, string Name, long Size, string Sha256);

/// <summary>Takes papers from programs: the same way as from a browser, without its forms.</summary>
internal sealed class ApiPapers(IMediator mediator, PaperIntake intake, EvidenceLimits limits)
{
    /// <summary>What is said of a paper beside its bytes.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="Code">Kind of the evidence catalogue.</param>
    /// <param name="Requirement">What it is for, where it was asked for.</param>
    /// <param name="Replaces">The paper that it is a newer version of.</param>
    public sealed record Label(string? Name, string? Code, Guid? Requirement, Guid? Replaces);

    /// <summary>Asks first, stores, looks at the content, records; throws the bytes away when anything of it is refused.</summary>
    public async Task<Result<ApiTaken>> TakeAsync(string number, Label label, Guid commandId, Stream content, CancellationToken ct)
    {
        var may = await mediator.Send(new SubmitEvidence.MayQuery(number, label.Requirement), ct);
        if (!may.Succeeded)
        {
            return may.Error;
        }

        var taken = await intake.TakeAsync(content, EvidenceLabel.Clean(label.Name, limits.LongestName), may.Value.Value, ct);
        if (!taken.Succeeded)
        {
            return taken.Error;
        }

        // After an exception nobody knows whether the row was written: then the bytes stay, and are swept when it was not.
        var (recorded, isNew) = await RecordAsync(may.Value, label, commandId, taken.Value, ct);
        if (!recorded.Succeeded || !isNew)
        {
            intake.Discard(taken.Value);
        }

        return recorded;
    }

    private async Task<(Result<ApiTaken> Answer, bool IsNew)> RecordAsync(CaseId id, Label label, Guid commandId, StoredFile file, CancellationToken ct)
    {
        var submitted = await mediator.Send(
            new SubmitEvidence.Command(id, label.Requirement, label.Code is { Length: > 0 } code ? code : EvidenceCode.Other, file)
            {
                CommandId = commandId,
                Replaces = label.Replaces is { } older ? new EvidenceItemId(older) : null,
            },
            ct);
        if (submitted.Error is not CommandIdReused)
        {
            return (submitted.Succeeded ? new ApiTaken(submitted.Value.Value, file.Name, file.Size, file.Sha256) : submitted.Error, IsNew: true);
        }

        // Every arrival is stored under a key of its own; the same bytes again are the same intent, whose first sending arrived.
        var sent = await mediator.Send(new SubmitEvidence.SentQuery(id, file.Sha256), ct);
        return (sent is { Succeeded: true, Value: { } item } ? new ApiTaken(item.Value, file.Name, file.Size, file.Sha256) : submitted.Error, IsNew: false);
    }
}

internal static class ApiPaperEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapPapers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{number}/evidence", ListAsync).Produces<ApiPaperList>().Says("listEvidence", TokenScopes.Read, 404);
        api.MapPost("/cases/{number}/evidence", ReceiveAsync).Accepts<Stream>("application/octet-stream").Produces<ApiTaken>(StatusCodes.Status201Created)
            .SaysChange("addEvidence", TokenScopes.Evidence, isVersioned: false, 404);
        api.MapGet("/evidence/{id:guid}/content", SendAsync).Produces<Stream>(StatusCodes.Status200OK, "application/octet-stream")
            .Says("getEvidenceContent", TokenScopes.Evidence, 404, 409, 410, 422);
    }

    private static async Task<IResult> ListAsync(string number, IMediator mediator, CaseWords words, ApiProblems problems, CancellationToken ct)
    {
        var view = await mediator.Send(new ViewCase.Query(number), ct);
        return view.Succeeded
            ? ApiCases.Json(new ApiPaperList([.. view.Value.Case.Evidence
                .Where(i => i.DerivedFrom is null || view.Value.Is(Doer.Desk))
                .Select(i => new ApiPaper(
                    i.Id.Value, i.Code, words.Evidence(i.Code), i.FileName, i.ContentType, i.Size, i.Sha256, i.Status, i.Reason, i.RequirementId, i.ByName, i.FromMerchant, i.At.InChina()))]))
            : problems.Of(view.Error);
    }

    private static async Task<IResult> ReceiveAsync(
        string number, ApiKey key, HttpContext http, ApiPapers papers, EvidenceLimits limits, ApiProblems problems, CancellationToken ct,
        string? name = null, string? code = null, Guid? requirement = null, Guid? replaces = null)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // One more than is taken, so that the intake says why.
            size.MaxRequestBodySize = limits.LargestFile + 1;
        }

        if (http.Request.ContentLength > limits.LargestFile)
        {
            return problems.Of(new FileTooLarge(limits.LargestFile / (1024 * 1024)));
        }

        var taken = await papers.TakeAsync(number, new ApiPapers.Label(name, code, requirement, replaces), key.Id, http.Request.Body, ct);
        return taken.Succeeded ? ApiCases.Json(taken.Value, StatusCodes.Status201Created) : problems.Of(taken.Error);
    }

    private static async Task<IResult> SendAsync(Guid id, HttpContext http, IMediator mediator, EvidenceReader reader, ApiProblems problems, CancellationToken ct)
    {
        var opened = await mediator.Send(new OpenEvidence.Command(new EvidenceItemId(id)), ct);
        if (!opened.Succeeded)
        {
            return problems.Of(opened.Error);
        }

        if (await reader.OpenAsync(opened.Value, ct) is not { } content)
        {
            return problems.Of(new EvidenceDamaged());
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(opened.Value.Name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.Stream(content, opened.Value.ContentType);
    }
}
