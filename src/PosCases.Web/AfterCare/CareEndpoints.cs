using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using PosCases.AfterCare;
using PosCases.Platform.Messages;
using PosCases.Web.Cases;

namespace PosCases.Web.AfterCare;

/// <summary>Keeps what is ticked on a page of the self-inspection, a moment after; js/autosave.js sends it.</summary>
public static class CareEndpoints
{
    /// <summary>Maps it. The door says who may.</summary>
    public static void MapCareEndpoints(this IEndpointRouteBuilder app) =>
        app.MapPost("/after-care/check/{id:guid}/answers", SaveAsync).AllowAnonymous().DisableAntiforgery();

    /// <summary>The answers that a form brings; what is no question or no answer is left out.</summary>
    internal static IReadOnlyDictionary<string, InspectionAnswer> AnswersIn(Questionnaire asked, IFormCollection form) => asked.Questions
        .Where(q => Enum.TryParse<InspectionAnswer>(form[q.Code], out var answer) && Enum.IsDefined(answer))
        .ToDictionary(q => q.Code, q => Enum.Parse<InspectionAnswer>(form[q.Code]!), StringComparer.Ordinal);

    private static async Task<IResult> SaveAsync(Guid id, HttpContext http, IMediator mediator, IAntiforgery antiforgery, CaseWords words, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        var found = await mediator.Send(new ViewMyCare.InspectionQuery(new InspectionId(id)), ct);
        if (!found.Succeeded)
        {
            return Refuse(words, found.Error);
        }

        var answers = AnswersIn(found.Value.Inspection.Questionnaire, await http.Request.ReadFormAsync(ct));
        var saved = await mediator.Send(new SaveInspection.Command(new InspectionId(id), answers), ct);
        return saved.Succeeded ? Results.NoContent() : Refuse(words, saved.Error);
    }

    private static IResult Refuse(CaseWords words, Error error) => Results.Problem(words.Error(error), statusCode: error switch
    {
        SignInNeeded => StatusCodes.Status401Unauthorized,
        NotPermitted => StatusCodes.Status403Forbidden,
        NotFound => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status409Conflict,
    });
}
