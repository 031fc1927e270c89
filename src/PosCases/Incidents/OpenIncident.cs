using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>A supervisor opens an incident himself.</summary>
public static class OpenIncident
{
    /// <summary>A supervisor opens an incident himself; cases are put in afterwards.</summary>
    /// <param name="Title">What it is called.</param>
    /// <param name="Marks">What its cases have in common.</param>
    /// <param name="Facts">What is true of all of them.</param>
    [Requires(Permission.ManageIncidents)]
    public sealed record Command(string Title, IncidentMarks Marks, SharedFacts Facts) : Change<Opened>;

    /// <summary>What was opened.</summary>
    /// <param name="Id">The incident.</param>
    /// <param name="Number">Its number.</param>
    public sealed record Opened(IncidentId Id, string Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).NotEmpty().MaximumLength(IncidentMapping.TitleLength);
            RuleFor(c => c.Marks).NotNull().SetValidator(new IncidentMarksValidator());
            RuleFor(c => c.Facts).NotNull().SetValidator(new SharedFactsValidator());
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<Opened>>
    {
        public async Task<Result<Opened>> Handle(Command command, CancellationToken ct)
        {
            if (IncidentGuard.RefuseFaults(command.Facts.Texts) is { } faulty)
            {
                return faulty;
            }

            var made = Incident.Open(await IncidentNumber.TakeAsync(db, ct), command.Title.Trim(), command.Marks, command.Facts, actor, clock.GetUtcNow());
            db.Incidents.Add(made);
            return new Opened(made.Id, made.Number);
        }
    }
}
