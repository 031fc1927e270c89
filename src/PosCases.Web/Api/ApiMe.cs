using Microsoft.AspNetCore.Http.HttpResults;
using PosCases.People.Tokens;
using PosCases.Platform.Security;
using PosCases.Web.Design;

namespace PosCases.Web.Api;

/// <summary>Who sends, by which token.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Name shown to others.</param>
/// <param name="Role">What the person is.</param>
/// <param name="TokenName">What the person calls the token.</param>
/// <param name="Scopes">What it is good for.</param>
/// <param name="ExpiresAt">Good until.</param>
internal sealed record ApiMe(Guid Id, string Name, Role Role, string TokenName, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt);

internal static class ApiMeEndpoint
{
    private static readonly TokenScopes[] Single = [TokenScopes.Read, TokenScopes.Write, TokenScopes.Evidence];

    /// <summary>Maps it.</summary>
    public static void MapMe(this IEndpointRouteBuilder api) =>
        api.MapGet("/me", Answer).Produces<ApiMe>().Says("getMe", TokenScopes.Any);

    private static JsonHttpResult<ApiMe> Answer(HttpContext http)
    {
        var bearer = http.Features.Get<UseToken.Bearer>()!;
        return TypedResults.Json(
            new ApiMe(
                bearer.Session.Person.Value,
                bearer.Session.Name,
                bearer.Session.Role,
                bearer.TokenName,
                [.. Single.Where(scope => bearer.Scopes.HasFlag(scope)).Select(ApiJson.Word)],
                bearer.ExpiresAt.InChina()),
            ApiJson.Options);
    }
}
