using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using PosCases.People.Tokens;
using PosCases.Platform.Messages;

namespace PosCases.Web.Api;

/// <summary>The JSON that a program sent, read strictly: what is not known, doubled or of another type is refused by its name.</summary>
/// <typeparam name="T">What is asked for.</typeparam>
/// <param name="Value">What was sent.</param>
internal sealed record ApiBody<T>(T Value) : IEndpointParameterMetadataProvider
    where T : class
{
    /// <summary>Reads it; an empty body stands for one without fields.</summary>
    public static async ValueTask<ApiBody<T>?> BindAsync(HttpContext http)
    {
        if (http.Request.ContentLength is 0 or null && typeof(T) == typeof(NoFields))
        {
            return new ApiBody<T>((T)(object)new NoFields());
        }

        if (!http.Request.HasJsonContentType())
        {
            throw new ApiRefusal(new WrongMediaType());
        }

        try
        {
            return await JsonSerializer.DeserializeAsync<T>(http.Request.Body, ApiJson.Options, http.RequestAborted) is { } read
                ? new ApiBody<T>(read)
                : throw new ApiRefusal(new Unreadable());
        }
        catch (JsonException wrong)
        {
            throw new ApiRefusal(wrong.Path is { Length: > 2 } path ? new Invalid(path[2..], "Api.Unreadable") : new Unreadable(), StatusCodes.Status400BadRequest);
        }
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new Accepted());

    private sealed class Accepted : IAcceptsMetadata
    {
        public IReadOnlyList<string> ContentTypes { get; } = ["application/json"];

        public Type? RequestType => typeof(T);

        public bool IsOptional => typeof(T) == typeof(NoFields);
    }
}

/// <summary>A body without fields.</summary>
internal sealed record NoFields;

/// <summary>The command id that <c>Idempotency-Key</c> stands for: each person's keys are his own.</summary>
/// <param name="Id">The same for the same key of the same person.</param>
internal sealed record ApiKey(Guid Id)
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Idempotency-Key";

    private const int Longest = 200;

    /// <summary>Reads it.</summary>
    public static ValueTask<ApiKey?> BindAsync(HttpContext http)
    {
        var key = http.Request.Headers[Header] is [{ } only] ? only.Trim('"', ' ') : "";
        var person = http.Features.Get<UseToken.Bearer>()?.Session.Person.Value;
        return key.Length is 0 or > Longest
            ? throw new ApiRefusal(new KeyMissing())
            : ValueTask.FromResult<ApiKey?>(new ApiKey(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{person:N}|{key}")).AsSpan(0, 16))));
    }
}

/// <summary>The version that <c>If-Match</c> names: of what the program has read.</summary>
/// <param name="Value">The version token.</param>
internal sealed record ApiVersion(Guid Value)
{
    /// <summary>As <c>ETag</c> says it.</summary>
    public static string TagOf(Guid version) => $"\"{version:N}\"";

    /// <summary>Reads it.</summary>
    public static ValueTask<ApiVersion?> BindAsync(HttpContext http)
    {
        var header = http.Request.Headers.IfMatch.ToString();
        return EntityTagHeaderValue.TryParse(header, out var tag) && !tag.IsWeak && Guid.TryParseExact(tag.Tag.ToString().Trim('"'), "N", out var version)
            ? ValueTask.FromResult<ApiVersion?>(new ApiVersion(version))
            : throw new ApiRefusal(header.Length == 0 ? new VersionMissing() : new Conflict());
    }
}
