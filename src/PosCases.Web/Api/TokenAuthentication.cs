using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using PosCases.People;
using PosCases.People.Tokens;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.Hosting;

namespace PosCases.Web.Api;

/// <summary>Knows a program by the token in <c>Authorization: Bearer</c>. What it may do is asked again with every message.</summary>
internal sealed partial class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, Door door, ILogger<TokenAuthentication> trouble)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public new const string Scheme = "token";

    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var bearer = await door.Send(new UseToken.Query(new Secret(header[Prefix.Length..].Trim())), Caller.Anonymous, Context.RequestAborted);
        if (!bearer.Succeeded)
        {
            return AuthenticateResult.Fail(bearer.Error.Code);
        }

        Context.Features.Set(bearer.Value);
        if (!bearer.Value.IsNoted)
        {
            await NoteAsync(bearer.Value.Token);
        }

        return AuthenticateResult.Success(new AuthenticationTicket(PersonClaims.Of(bearer.Value, Scheme), Scheme));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failed = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = failed ? "Bearer realm=\"PosCases\", error=\"invalid_token\"" : "Bearer realm=\"PosCases\"";
        await Context.RequestServices.GetRequiredService<ApiProblems>().Of(failed ? new TokenUnusable() : new TokenNeeded()).ExecuteAsync(Context);
    }

    // When it was last used is good to know, and no reason to turn a request away when it cannot be written down.
    private async Task NoteAsync(AccessTokenId token)
    {
        try
        {
            await door.Send(new UseToken.NoteCommand(token, Context.Connection.RemoteIpAddress?.ToString()), Caller.System, Context.RequestAborted);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            NotNoted(trouble, failure);
        }
    }

    [LoggerMessage(60, LogLevel.Warning, "The use of an access token was not written down")]
    private static partial void NotNoted(ILogger log, Exception failure);
}
