using PosCases.Platform.Security;

namespace PosCases.Web.Api;

/// <summary>What the document says of an endpoint beside its shapes. Its words are <c>Op.{Id}</c> and <c>Op.{Id}.More</c>.</summary>
/// <param name="Id">Name of the operation.</param>
/// <param name="Scope">What the token must be good for.</param>
/// <param name="Problems">Statuses with which it may refuse, those that every endpoint has apart.</param>
/// <param name="Changes">Whether it needs <c>Idempotency-Key</c>.</param>
/// <param name="IsVersioned">Whether it needs <c>If-Match</c>.</param>
internal sealed record ApiOperation(string Id, TokenScopes Scope, IReadOnlyList<int> Problems, bool Changes, bool IsVersioned);

internal static class ApiOperations
{
    /// <summary>Says what an endpoint is.</summary>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder endpoint, string id, TokenScopes scope, params int[] problems) =>
        endpoint.WithName(id).WithMetadata(new ApiOperation(id, scope, problems, Changes: false, IsVersioned: false));

    /// <summary>Says what an endpoint is that changes something.</summary>
    public static RouteHandlerBuilder SaysChange(this RouteHandlerBuilder endpoint, string id, TokenScopes scope, bool isVersioned, params int[] problems) =>
        endpoint.WithName(id).WithMetadata(new ApiOperation(id, scope, [400, 409, 413, 415, 422, .. isVersioned ? [412, 428] : Array.Empty<int>(), .. problems], Changes: true, isVersioned));
}
