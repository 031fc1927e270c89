using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>A supervisor does not take a suggested incident up; it comes back only when it has grown.</summary>
public static class DismissIncident
{
    /// <summary>A supervisor does not take a suggested incident up; it comes back only when it has grown.</summary>
    /// <param name="Id">The incident.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Reason">Why not.</param>
    [Requires(Permission.ManageIncidents)]
    public sealed record Command(IncidentId Id, Guid Version, string Reason) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(IncidentMapping.FactLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (IncidentGuard.RefuseFaults((nameof(command.Reason), command.Reason)) is { } faulty)
            {
                return faulty;
            }

            var found = await db.FindIncidentAsync(command.Id, command.Version, ct);
            return found.Succeeded ? found.Value.Dismiss(command.Reason.Trim(), actor, clock.GetUtcNow()) : found.Error;
        }
    }
}
