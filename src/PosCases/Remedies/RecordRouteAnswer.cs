using FluentValidation;
using MediatR;
using PosCases.Cases;
using PosCases.Cases.Routes;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Remedies;

/// <summary>Records what a body answered to a filing, or that it did not answer in time.</summary>
public static class RecordRouteAnswer
{
    /// <summary>Records the answer to a filing.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="FilingId">The filing.</param>
    /// <param name="On">Answered on, or the day on which it was found that there is no answer.</param>
    /// <param name="Outcome">The answer.</param>
    /// <param name="Text">The answer in the body's words.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid FilingId, DateOnly On, RouteResult Outcome, string? Text) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock)
        {
            RuleFor(c => c.On).IsPastDay(clock);
            RuleFor(c => c.Outcome).IsInEnum();
            RuleFor(c => c.Text).NotEmpty().When(c => c.Outcome is RouteResult.Partly or RouteResult.Refused);
            RuleFor(c => c.Text).MaximumLength(RouteMapping.TextLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).WithFilings().ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            return loaded.Value.Filings.Any(f => f.Id == command.FilingId && command.On < f.FiledOn)
                ? new Invalid(nameof(command.On), "Route.AnsweredBeforeFiled")
                : loaded.Value.RecordRouteAnswer(
                    command.FilingId, command.On, command.Outcome, FileRoute.OrNone(command.Text), actor, clock.GetUtcNow(), options);
        }
    }
}
