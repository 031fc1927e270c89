using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using PosCases.Cases.Impact;
using PosCases.Platform.Messages;

namespace PosCases.Web.Cases.Impact;

/// <summary>Keeps what is typed of the impact, a moment after the last key; js/autosave.js sends it.</summary>
public static class ImpactEndpoints
{
    /// <summary>Maps it. The door says who may; an answer is never a redirect, so that the page knows what became of the text.</summary>
    public static void MapImpactEndpoints(this IEndpointRouteBuilder app) =>
        app.MapPost("/cases/{number}/impact/draft", SaveAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> SaveAsync(
        string number, HttpContext http, IMediator mediator, IAntiforgery antiforgery, CaseWords words, CancellationToken ct)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        var posted = await http.Request.ReadFormAsync(ct);
        if (!int.TryParse(posted["Seen"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seen))
        {
            return Results.BadRequest();
        }

        var bound = ImpactBinder.Bind(posted);
        var saved = await mediator.Send(new SaveImpactDraft.Command(number, seen, bound.Form), ct);
        var error = saved.Error ?? (bound.Unreadable.Count > 0 ? new Invalid(bound.Unreadable) : null);
        return error switch
        {
            null => Results.NoContent(),
            Invalid invalid => Results.ValidationProblem(
                words.FieldErrors(invalid).GroupBy(p => p.Field).ToDictionary(g => g.Key, g => g.Select(p => p.Message).ToArray(), StringComparer.Ordinal)),
            SignInNeeded => Results.Problem(words.Error(error), statusCode: StatusCodes.Status401Unauthorized),
            NotPermitted => Results.Problem(words.Error(error), statusCode: StatusCodes.Status403Forbidden),
            NotFound => Results.Problem(words.Error(error), statusCode: StatusCodes.Status404NotFound),
            _ => Results.Problem(words.Error(error), statusCode: StatusCodes.Status409Conflict),
        };
    }
}
