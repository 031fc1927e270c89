using FluentValidation;
using MediatR;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Routes;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Remedies;

/// <summary>Records when the body received a filing; the term for the answer is counted from there.</summary>
public static class RecordRouteReceipt
{
    /// <summary>Records when the body received a filing.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="FilingId">The filing.</param>
    /// <param name="ReceivedOn">Received on.</param>
    /// <param name="Number">Number that the body gave it; the old one stays when blank.</param>
    /// <param name="Receipt">Receipt in words; the old one stays when blank.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid FilingId, DateOnly ReceivedOn, string? Number, string? Receipt) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock)
        {
            RuleFor(c => c.ReceivedOn).IsPastDay(clock);
            RuleFor(c => c.Number).MaximumLength(RouteMapping.NumberLength);
            RuleFor(c => c.Receipt).MaximumLength(RouteMapping.ReceiptLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, WorkCalendar calendar, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).WithFilings().ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var filing = loaded.Value.Filings.SingleOrDefault(f => f.Id == command.FilingId);
            if (filing is not null && command.ReceivedOn < (filing.SentOn ?? filing.FiledOn))
            {
                return new Invalid(nameof(command.ReceivedOn), "Route.ReceivedBeforeSent");
            }

            var step = filing is null ? null : RouteLibrary.Find(filing.Route)?.StepOf(filing.Step);
            return loaded.Value.RecordRouteReceipt(
                command.FilingId, command.ReceivedOn, FileRoute.OrNone(command.Number), FileRoute.OrNone(command.Receipt),
                step?.DueOn(null, null, command.ReceivedOn, calendar), actor, clock.GetUtcNow(), options);
        }
    }
}
