using MediatR;
using PosCases.Cases;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.Cases;
using PosCases.Web.Design;

namespace PosCases.Web.Api;

/// <summary>One thing that happened to a case.</summary>
internal sealed record ApiEvent(long Seq, CaseEventKind Kind, DateTimeOffset At, string? Actor, Role ActorRole, CaseStatus? From, CaseStatus? To, string Text);

/// <summary>A page of what happened.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">Cursor of the next page, which is older; none on the last one.</param>
internal sealed record ApiEventPage(IReadOnlyList<ApiEvent> Items, long? Next);

/// <summary>Cases: made, listed, shown.</summary>
internal static class ApiCases
{
    private const int LargestTimeline = 200;

    /// <summary>Maps them.</summary>
    public static void MapCases(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cases", ListAsync).Produces<ApiCasePage>().Says("listCases", TokenScopes.Read, 400);
        api.MapPost("/cases", CreateAsync).Produces<ApiFiled>(StatusCodes.Status201Created).SaysChange("createCase", TokenScopes.Write, isVersioned: false);
        api.MapGet("/cases/{number}", ShowAsync).Produces<ApiCaseDetail>().Says("getCase", TokenScopes.Read, 404);
        api.MapGet("/cases/{number}/timeline", TimelineAsync).Produces<ApiEventPage>().Says("listTimeline", TokenScopes.Read, 400, 404);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IMediator mediator, CaseWords words, ApiProblems problems, CancellationToken ct)
    {
        var asked = ApiList.Parse(http.Request.QueryString.Value);
        var page = await mediator.Send(asked.ToQuery(), ct);
        return page.Succeeded
            ? Json(new ApiCasePage([.. page.Value.Rows.Select(r => ApiCase.Of(r, words))], ApiList.Seal(page.Value.Next, asked.Address.Sort), page.Value.IsCut))
            : problems.Of(page.Error);
    }

    private static async Task<IResult> CreateAsync(ApiBody<ApiFiling> body, ApiKey key, HttpContext http, IMediator mediator, ApiProblems problems, CancellationToken ct)
    {
        var filed = await mediator.Send(body.Value.ToCommand() with { CommandId = key.Id }, ct);
        if (!filed.Succeeded)
        {
            return problems.Of(filed.Error);
        }

        http.Response.Headers.Location = $"{ApiHosting.Root}/cases/{filed.Value.Number}";
        return Json(new ApiFiled(filed.Value.Number, filed.Value.Id.Value), StatusCodes.Status201Created);
    }

    private static async Task<IResult> ShowAsync(string number, HttpContext http, IMediator mediator, CaseWords words, ApiProblems problems, CancellationToken ct)
    {
        var view = await mediator.Send(new ViewCase.Query(number), ct);
        return view.Succeeded ? Show(view.Value, http, words) : problems.Of(view.Error);
    }

    /// <summary>The answer that holds a case, with its version as <c>ETag</c>.</summary>
    public static IResult Show(CaseView view, HttpContext http, CaseWords words)
    {
        http.Response.Headers.ETag = ApiVersion.TagOf(view.Case.Version);
        return Json(ApiCaseDetail.Of(view, words));
    }

    private static async Task<IResult> TimelineAsync(
        string number, HttpContext http, IMediator mediator, CaseEventText texts, ApiProblems problems, CancellationToken ct, long? before = null, int limit = 50)
    {
        if (limit is < 1 or > LargestTimeline)
        {
            return problems.Of(new Invalid("limit", "Api.UnknownValue"), StatusCodes.Status400BadRequest);
        }

        var found = await mediator.Send(new FindCase.Query(number), ct);
        if (!found.Succeeded)
        {
            return problems.Of(found.Error);
        }

        var events = await mediator.Send(new ViewTimeline.Query(found.Value.Id, before, limit + 1), ct);
        if (!events.Succeeded)
        {
            return problems.Of(events.Error);
        }

        var forMerchant = found.Value.ForMerchant;
        var page = events.Value.Take(limit).Select(e => new ApiEvent(
            e.Seq, e.Kind, e.At.InChina(), e.ActorName.Length > 0 ? e.ActorName : null, e.ActorRole, e.From, e.To, texts.Of(e, forMerchant))).ToList();
        return Json(new ApiEventPage(page, events.Value.Count > limit ? page[^1].Seq : null));
    }

    /// <summary>An answer in JSON.</summary>
    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => TypedResults.Json(value, ApiJson.Options, statusCode: status);
}
