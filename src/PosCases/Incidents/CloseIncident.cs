using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>A supervisor closes an incident with a summary; its cases go on by themselves.</summary>
public static class CloseIncident
{
    /// <summary>A supervisor closes an incident with a summary; its cases go on by themselves.</summary>
    /// <param name="Id">The incident.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Summary">What came of it.</param>
    [Requires(Permission.ManageIncidents)]
    public sealed record Command(IncidentId Id, Guid Version, string Summary) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Summary).NotEmpty().MaximumLength(IncidentMapping.TextLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (IncidentGuard.RefuseFaults((nameof(command.Summary), command.Summary)) is { } faulty)
            {
                return faulty;
            }

            var found = await db.FindIncidentAsync(command.Id, command.Version, ct);
            return found.Succeeded ? found.Value.Close(command.Summary.Trim(), actor, clock.GetUtcNow()) : found.Error;
        }
    }
}
