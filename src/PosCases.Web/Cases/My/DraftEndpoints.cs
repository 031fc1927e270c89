using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using PosCases.Cases.Filing;
using PosCases.Platform.Messages;
using PosCases.Web.Cases.Wizard;

namespace PosCases.Web.Cases.My;

/// <summary>Keeps what is typed into a step of the guided form, a moment after the last key; js/autosave.js sends it.</summary>
public static class DraftEndpoints
{
    /// <summary>Maps it. The door says who may; an answer is never a redirect, so that the page knows what became of the text.</summary>
    public static void MapDraftEndpoints(this IEndpointRouteBuilder app) =>
        app.MapPost("/drafts/{id:guid}", SaveAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> SaveAsync(
        Guid id, [FromQuery] int step, HttpContext http, IMediator mediator, IAntiforgery antiforgery, CaseWords words, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType || !FilingSteps.Exists(step) || !await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        var draft = await mediator.Send(new ViewDraft.Query(id), ct);
        if (!draft.Succeeded)
        {
            return Refuse(words, draft.Error);
        }

        var bound = FilingBinder.Bind(draft.Value.Form, step, await http.Request.ReadFormAsync(ct));
        var saved = await mediator.Send(new SaveDraft.Command(id, bound.Form), ct);
        return !saved.Succeeded ? Refuse(words, saved.Error)
            : bound.Unreadable.Count > 0 ? Refuse(words, new Invalid(bound.Unreadable))
            : Results.NoContent();
    }

    private static IResult Refuse(CaseWords words, Error error) => error switch
    {
        Invalid invalid => Results.ValidationProblem(
            words.FieldErrors(invalid).GroupBy(p => p.Field).ToDictionary(g => g.Key, g => g.Select(p => p.Message).ToArray(), StringComparer.Ordinal)),
        SignInNeeded => Results.Problem(words.Error(error), statusCode: StatusCodes.Status401Unauthorized),
        NotPermitted => Results.Problem(words.Error(error), statusCode: StatusCodes.Status403Forbidden),
        NotFound => Results.Problem(words.Error(error), statusCode: StatusCodes.Status404NotFound),
        _ => Results.Problem(words.Error(error), statusCode: StatusCodes.Status409Conflict),
    };
}
