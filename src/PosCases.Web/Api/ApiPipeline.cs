using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using PosCases.People;
using PosCases.People.Tokens;
using PosCases.Platform.Messages;

namespace PosCases.Web.Api;

/// <summary>What every answer to a program has: a limit on the size of what it sends, and every error as problem+json, whoever found it.</summary>
internal sealed partial class ApiPipeline(RequestDelegate next, ApiOptions options, ILogger<ApiPipeline> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.LargestBody;
        }

        try
        {
            await next(http);
        }
        catch (ApiRefusal refusal)
        {
            await AnswerAsync(http, refusal.Error, refusal.Status);
            return;
        }
        catch (BadHttpRequestException bad)
        {
            await AnswerAsync(http, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? new BodyTooLarge(options.LargestBody / 1024) : new Unreadable(), bad.StatusCode);
            return;
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            Failed(log, failure);
            await AnswerAsync(http, new OurFault(), StatusCodes.Status500InternalServerError);
            return;
        }

        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null })
        {
            await AnswerAsync(http, Bare(http.Response.StatusCode), http.Response.StatusCode);
        }
    }

    private static Error Bare(int status) => status switch
    {
        StatusCodes.Status404NotFound => new NotFound("Address"),
        StatusCodes.Status405MethodNotAllowed => new WrongMethod(),
        StatusCodes.Status415UnsupportedMediaType => new WrongMediaType(),
        StatusCodes.Status401Unauthorized => new TokenNeeded(),
        StatusCodes.Status403Forbidden => new NotPermitted(),
        _ => new Unreadable(),
    };

    // Out here the language of the request is no longer that of the thread.
    private static async Task AnswerAsync(HttpContext http, Error error, int status)
    {
        if (http.Response.HasStarted)
        {
            return;
        }

        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture =
            http.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture ?? CultureInfo.GetCultureInfo(Languages.Default);
        await http.RequestServices.GetRequiredService<ApiProblems>().Of(error, status).ExecuteAsync(http);
    }

    [LoggerMessage(61, LogLevel.Error, "A request of a program failed")]
    private static partial void Failed(ILogger log, Exception failure);
}

/// <summary>Counts the request once it is known who sends it, says what is left, and turns away what is too much.</summary>
internal sealed class ApiLimit(RequestDelegate next, ApiLimiter limiter, ApiOptions options)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var bearer = http.Features.Get<UseToken.Bearer>();
        var left = bearer is null
            ? limiter.Take($"address {http.Connection.RemoteIpAddress}", options.StrangersPerMinute)
            : limiter.Take($"token {bearer.Token.Value}", options.RequestsPerMinute);
        var headers = http.Response.Headers;
        headers["RateLimit-Limit"] = $"{left.Limit}";
        headers["RateLimit-Remaining"] = $"{Math.Max(0, left.Remaining)}";
        headers["RateLimit-Reset"] = $"{left.ResetSeconds}";
        if (left.IsTooMany)
        {
            headers.RetryAfter = $"{left.ResetSeconds}";
            throw new ApiRefusal(new TooManyRequests(left.ResetSeconds));
        }

        await next(http);
    }
}
