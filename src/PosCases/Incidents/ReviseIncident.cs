using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>A supervisor corrects what an open incident is called and what is true of all its cases.</summary>
public static class ReviseIncident
{
    /// <summary>A supervisor corrects what an open incident is called and what is true of all its cases.</summary>
    /// <param name="Id">The incident.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Marks">What its cases have in common.</param>
    /// <param name="Facts">What is true of all of them.</param>
    [Requires(Permission.ManageIncidents)]
    public sealed record Command(IncidentId Id, Guid Version, string Title, IncidentMarks Marks, SharedFacts Facts) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).NotEmpty().MaximumLength(IncidentMapping.TitleLength);
            RuleFor(c => c.Marks).NotNull().SetValidator(new IncidentMarksValidator());
            RuleFor(c => c.Facts).NotNull().SetValidator(new SharedFactsValidator());
        }
    }

    internal sealed class Handler(AppDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (IncidentGuard.RefuseFaults(command.Facts.Texts) is { } faulty)
            {
                return faulty;
            }

            var found = await db.FindIncidentAsync(command.Id, command.Version, ct);
            return found.Succeeded ? found.Value.Revise(command.Title.Trim(), command.Marks, command.Facts, clock.GetUtcNow()) : found.Error;
        }
    }
}
