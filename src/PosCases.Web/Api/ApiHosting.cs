using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using PosCases.Web.Desk.Export;

namespace PosCases.Web.Api;

/// <summary>The way in for programs: a scheme of its own, endpoints over the same messages, and the document that describes them.</summary>
internal static class ApiHosting
{
    /// <summary>Where everything of it lives.</summary>
    public const string Root = "/api/v1";

    /// <summary>Name of the document.</summary>
    public const string Document = "v1";

    private const string ByPath = "by-path";

    /// <summary>Registers the scheme, the limit, the texts and the document.</summary>
    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(builder.Configuration.GetSection("Api").Get<ApiOptions>() ?? new());
        services.AddSingleton<ApiLimiter>();
        services.AddSingleton<ApiDocuments>();
        services.AddScoped<ApiProblems>();
        services.AddScoped<ApiPapers>();
        // Cookies do not speak for programs and tokens open no page: which of the two is looked at depends on the address alone.
        services.AddAuthentication(options => options.DefaultAuthenticateScheme = ByPath)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Scheme, null)
            .AddPolicyScheme(ByPath, null, policy => policy.ForwardDefaultSelector = http => IsApi(http) ? TokenAuthentication.Scheme : IdentityConstants.ApplicationScheme);
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddOpenApi(Document, ApiDocument.Configure);
        return builder;
    }

    /// <summary>Whether the request is one of a program.</summary>
    public static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    /// <summary>What every answer of it has: limits, and problems as JSON. Before anybody knows who is there.</summary>
    public static void UseApi(this WebApplication app) => app.UseWhen(IsApi, api => api.UseMiddleware<ApiPipeline>());

    /// <summary>Maps the endpoints and their document.</summary>
    public static void MapApi(this WebApplication app)
    {
        var policy = new AuthorizationPolicyBuilder(TokenAuthentication.Scheme).RequireAuthenticatedUser().Build();
        var api = app.MapGroup(Root).RequireAuthorization(policy).DisableAntiforgery();
        api.MapGroup("").WithTags("me").MapMe();
        api.MapGroup("").WithTags("cases").MapCases();
        api.MapGroup("").WithTags("cases").MapApiExport();
        api.MapGroup("").WithTags("actions").MapActions();
        api.MapGroup("").WithTags("conversation").MapConversation();
        api.MapGroup("").WithTags("evidence").MapPapers();
        app.MapGet("/openapi/v1.json", async (ApiDocuments documents) => Results.Bytes((await documents.GetAsync()).Json, "application/json")).AllowAnonymous().ExcludeFromDescription();
    }
}

/// <summary>Limits of the API; section <c>Api</c> of the configuration.</summary>
public sealed class ApiOptions
{
    /// <summary>Requests of one token in a minute.</summary>
    public int RequestsPerMinute { get; init; } = 600;

    /// <summary>Requests of one network address in a minute that no token speaks for.</summary>
    public int StrangersPerMinute { get; init; } = 60;

    /// <summary>Bytes of one request, papers apart.</summary>
    public long LargestBody { get; init; } = 64 * 1024;
}

/// <summary>How the API writes and reads JSON.</summary>
internal static class ApiJson
{
    /// <summary>As the endpoints use it.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Members in camel case, values of enums as words in camel case, numbers as numbers, ids as bare text, and nothing that is not known.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        return options;
    }

    /// <summary>The word of a value.</summary>
    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
