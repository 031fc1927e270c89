using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Examination;
using PosCases.People.Tokens;
using PosCases.Platform.Messages;
using PosCases.Web.Cases;

namespace PosCases.Web.Api;

/// <summary>A refusal as a program reads it (RFC 9457), with the same code that the screens have words for.</summary>
internal sealed record ApiProblem
{
    /// <summary>Address that names the kind of problem.</summary>
    public required string Type { get; init; }

    /// <summary>Stable code of the problem, e.g. <c>Case.MoveRefused</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong, in the language of the request.</summary>
    public required string Title { get; init; }

    /// <summary>By which the answer is found in the log.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TraceId { get; init; }

    /// <summary>What is wrong with each field, by the path of the field.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<ApiFieldProblem>>? Errors { get; init; }
}

/// <summary>What is wrong with a field.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">In the language of the request.</param>
internal sealed record ApiFieldProblem(string Code, string Message);

/// <summary>Says refusals to programs.</summary>
internal sealed class ApiProblems(CaseWords words)
{
    /// <summary>Media type of every refusal.</summary>
    public const string MediaType = "application/problem+json";

    // Parts of messages that a program does not see: what it sends has no such level.
    private static readonly string[] Levels = ["Form.", "Proposal.", "Filter."];

    /// <summary>The answer for a refusal.</summary>
    /// <param name="error">The refusal.</param>
    /// <param name="status">The status where it is another than usual.</param>
    public IResult Of(Error error, int? status = null)
    {
        var code = status ?? StatusOf(error);
        return new Answer(new ApiProblem
        {
            Type = "/api#" + error.Code,
            Code = error.Code,
            Status = code,
            Title = words.Error(error),
            Errors = error is Invalid invalid ? Fields(invalid) : null,
        });
    }

    /// <summary>The status of the answer to a refusal.</summary>
    public static int StatusOf(Error error) => error switch
    {
        SignInNeeded or TokenNeeded or TokenUnusable => StatusCodes.Status401Unauthorized,
        NotPermitted or ScopeMissing or NotTheOwner => StatusCodes.Status403Forbidden,
        NotFound => StatusCodes.Status404NotFound,
        Conflict => StatusCodes.Status412PreconditionFailed,
        EvidenceGone => StatusCodes.Status410Gone,
        FileTooLarge or BodyTooLarge => StatusCodes.Status413PayloadTooLarge,
        FileNotAcceptable or WrongMediaType => StatusCodes.Status415UnsupportedMediaType,
        Invalid or CommandIdReused or EvidenceInfected => StatusCodes.Status422UnprocessableEntity,
        Unreadable or KeyMissing => StatusCodes.Status400BadRequest,
        VersionMissing => StatusCodes.Status428PreconditionRequired,
        WrongMethod => StatusCodes.Status405MethodNotAllowed,
        TooManyRequests => StatusCodes.Status429TooManyRequests,
        OurFault => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status409Conflict,
    };

    private Dictionary<string, IReadOnlyList<ApiFieldProblem>> Fields(Invalid invalid) => invalid.Fields
        .Zip(words.FieldErrors(invalid), (field, said) => (Path: PathOf(field.Field), Problem: new ApiFieldProblem(field.Code, said.Message)))
        .GroupBy(f => f.Path, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => (IReadOnlyList<ApiFieldProblem>)[.. g.Select(f => f.Problem)], StringComparer.Ordinal);

    private static string PathOf(string field)
    {
        var bare = Levels.FirstOrDefault(level => field.StartsWith(level, StringComparison.Ordinal)) is { } found ? field[found.Length..] : field;
        return string.Join('.', bare.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
    }

    private sealed class Answer(ApiProblem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = problem.Status;
            response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
            return response.WriteAsJsonAsync(
                problem with { TraceId = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier }, ApiJson.Options, MediaType);
        }
    }
}
