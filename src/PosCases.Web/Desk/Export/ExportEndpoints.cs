using System.Security.Claims;
using PosCases.Cases.Worklist;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.Api;
using PosCases.Web.Desk.Worklist;

namespace PosCases.Web.Desk.Export;

/// <summary>Lists as files, for browsers and for programs; the worklist's address says which list.</summary>
internal static class ExportEndpoints
{
    /// <summary>Where a browser fetches a list.</summary>
    public const string Path = "/desk/export";

    /// <summary>The address of a list as a file.</summary>
    public static string HrefOf(WorklistAddress list, ExportFormat format, Guid run)
    {
        var href = list.FromStart().ToHref();
        return $"{Path}{href[WorklistAddress.Path.Length..]}{(href.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format={format}&run={run}";
    }

    /// <summary>Registers what they need.</summary>
    public static IServiceCollection AddExports(this IServiceCollection services) =>
        services.AddSingleton<ExportRuns>().AddScoped<CaseColumns>().AddScoped<CaseExporter>();

    /// <summary>Maps the browser's; the door says who may.</summary>
    public static void MapExports(this IEndpointRouteBuilder app) => app.MapGet(Path, SendAsync).RequireAuthorization();

    /// <summary>Maps the programs'.</summary>
    public static void MapApiExport(this IEndpointRouteBuilder api) =>
        api.MapGet("/cases/export", SendToProgramAsync)
            .Produces<Stream>(StatusCodes.Status200OK, "text/csv", RowsFile.MediaTypeOf(ExportFormat.Xlsx))
            .Says("exportCases", TokenScopes.Read, 400);

    private static async Task<IResult> SendAsync(HttpContext http, CaseExporter exporter, ExportRuns runs, CancellationToken ct, ExportFormat format = ExportFormat.Csv, Guid? run = null)
    {
        var list = WorklistAddress.Parse($"{WorklistAddress.Path}{http.Request.QueryString.Value}")!;
        var person = Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : Guid.Empty;
        var (file, refusal) = await exporter.SendAsync(list, format, runs.Find(run, person), ct);
        return file ?? (refusal is NotPermitted or SignInNeeded ? Results.Forbid() : Results.BadRequest());
    }

    private static async Task<IResult> SendToProgramAsync(HttpContext http, CaseExporter exporter, ApiProblems problems, CancellationToken ct)
    {
        var list = ApiList.Parse(http.Request.QueryString.Value, isPaged: false, "format");
        if (!Enum.TryParse<ExportFormat>(http.Request.Query["format"].FirstOrDefault() ?? "csv", ignoreCase: true, out var format) || !Enum.IsDefined(format))
        {
            return problems.Of(new Invalid("format", "Api.UnknownValue"), StatusCodes.Status400BadRequest);
        }

        var (file, refusal) = await exporter.SendAsync(list.Address, format, new ExportRuns.Run(), ct);
        return file ?? problems.Of(refusal!);
    }
}
