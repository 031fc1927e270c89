using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>A supervisor takes a suggested incident up; its cases are put in one by one afterwards.</summary>
public static class AcceptIncident
{
    /// <summary>A supervisor takes a suggested incident up; its cases are put in one by one afterwards.</summary>
    /// <param name="Id">The incident.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Facts">What is true of all its cases.</param>
    [Requires(Permission.ManageIncidents)]
    public sealed record Command(IncidentId Id, Guid Version, string Title, SharedFacts Facts) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).NotEmpty().MaximumLength(IncidentMapping.TitleLength);
            RuleFor(c => c.Facts).NotNull().SetValidator(new SharedFactsValidator());
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (IncidentGuard.RefuseFaults(command.Facts.Texts) is { } faulty)
            {
                return faulty;
            }

            var found = await db.FindIncidentAsync(command.Id, command.Version, ct);
            return found.Succeeded ? found.Value.Accept(command.Title.Trim(), command.Facts, actor, clock.GetUtcNow()) : found.Error;
        }
    }
}
