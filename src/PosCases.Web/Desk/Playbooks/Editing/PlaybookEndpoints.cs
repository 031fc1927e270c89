using System.Net.Mime;
using System.Text;
using MediatR;
using PosCases.Playbooks.Editing;
using PosCases.Web.Shell;

namespace PosCases.Web.Desk.Playbooks.Editing;

/// <summary>Playbooks as files.</summary>
internal static class PlaybookEndpoints
{
    /// <summary>Maps the download.</summary>
    public static void MapPlaybookEndpoints(this IEndpointRouteBuilder app) =>
        app.MapGet("/playbooks/{code}/export", ExportAsync).RequireAuthorization(policy => policy.RequireRole(NavRoles.Staff.Split(',')));

    private static async Task<IResult> ExportAsync(string code, int? version, IMediator mediator, CancellationToken ct)
    {
        var exported = await mediator.Send(new ExportPlaybook.Query(code, version), ct);
        return exported.Succeeded
            ? Results.File(Encoding.UTF8.GetBytes(exported.Value.Json), MediaTypeNames.Application.Json, exported.Value.FileName)
            : Results.NotFound();
    }
}
