using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Plan;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Remedies;

/// <summary>Takes a legal route where the talks are exhausted; a supervisor's decision.</summary>
public static class TakeLegalRoute
{
    /// <summary>Takes a legal route where the talks are exhausted; a supervisor's decision.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Route">Code of the route.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="SecondRouteConfirmed">Whether it is to be taken although an open route may exclude it.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(CaseId Id, Guid Version, string Route, string Reason, bool SecondRouteConfirmed = false) : Change, IChangesPlan;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Route).Must(code => RouteLibrary.Find(code ?? "") is not null).WithErrorCode("Route.Unknown");
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Measures)
                .Include(c => c.Filings)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            var advice = RouteAdvisor.Advise(RouteLibrary.Find(command.Route)!, await db.RouteFactsOfAsync(found, ct));
            return RouteGate.Refuse(advice, command.SecondRouteConfirmed)
                ?? found.TakeLegalRoute(command.Route, command.Reason, actor, clock.GetUtcNow(), options);
        }
    }
}
