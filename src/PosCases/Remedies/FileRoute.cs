using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Routes;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Remedies;

/// <summary>Records a filing on a remedy route; refuses a route that does not fit and asks before one that an open one may exclude.</summary>
public static class FileRoute
{
    /// <summary>Records a filing.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Route">Code of the route.</param>
    /// <param name="Step">Code of its step; may be left out where there is only one.</param>
    /// <param name="Institution">The body, when it is in the directory.</param>
    /// <param name="Body">The body in words, when it is not.</param>
    /// <param name="FiledOn">Filed on.</param>
    /// <param name="SentOn">Sent on.</param>
    /// <param name="ReceivedOn">Received by the body on; the clock starts on the day after.</param>
    /// <param name="Number">Number that the body gave it.</param>
    /// <param name="Receipt">Receipt in words.</param>
    /// <param name="ReceiptItem">The paper that proves the filing.</param>
    /// <param name="SecondRouteConfirmed">Whether it is to open although an open route may exclude it.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(
        CaseId Id, Guid Version, string Route, string? Step, InstitutionId? Institution, string? Body, DateOnly FiledOn, DateOnly? SentOn,
        DateOnly? ReceivedOn, string? Number, string? Receipt, EvidenceItemId? ReceiptItem, bool SecondRouteConfirmed) : Change<Guid>;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock)
        {
            RuleFor(c => c.Route).Must(code => RouteLibrary.Find(code ?? "") is not null).WithErrorCode("Route.Unknown");
            RuleFor(c => c.Step).Must((c, step) => RouteLibrary.Find(c.Route ?? "") is not { } route || route.StepOf(step) is not null)
                .WithErrorCode("Route.Step");
            RuleFor(c => c.Body).NotEmpty().When(c => c.Institution is null);
            RuleFor(c => c.Body).MaximumLength(RouteMapping.BodyLength);
            RuleFor(c => c.Number).MaximumLength(RouteMapping.NumberLength);
            RuleFor(c => c.Receipt).MaximumLength(RouteMapping.ReceiptLength);
            RuleFor(c => c.FiledOn).IsPastDay(clock);
            RuleFor(c => c.SentOn).IsPastDay(clock);
            RuleFor(c => c.ReceivedOn).IsPastDay(clock);
            RuleFor(c => c.ReceivedOn).Must((c, day) => day is null || day >= (c.SentOn ?? c.FiledOn)).WithErrorCode("Route.ReceivedBeforeSent");
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, WorkCalendar calendar, CaseOptions options) : IRequestHandler<Command, Result<Guid>>
    {
        public async Task<Result<Guid>> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .WithFilings()
                .Include(c => c.Measures)
                .Include(c => c.Evidence)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            var route = RouteLibrary.Find(command.Route)!;
            if (RouteGate.Refuse(RouteAdvisor.Advise(route, await db.RouteFactsOfAsync(found, ct)), command.SecondRouteConfirmed) is { } refusal)
            {
                return refusal;
            }

            var step = route.StepOf(command.Step)!;
            var named = await BodyOfAsync(command, route.BodiesOf(step), ct);
            if (!named.Succeeded)
            {
                return named.Error;
            }

            FilingRecord record = new()
            {
                Route = route.Code,
                Step = step.Code,
                Institution = command.Institution,
                Body = named.Value,
                FiledOn = command.FiledOn,
                SentOn = command.SentOn,
                ReceivedOn = command.ReceivedOn,
                Number = OrNone(command.Number),
                Receipt = OrNone(command.Receipt),
                ReceiptItem = command.ReceiptItem,
                SecondRouteConfirmed = command.SecondRouteConfirmed,
                AnswerDueOn = step.DueOn(command.FiledOn, command.SentOn, command.ReceivedOn, calendar),
            };
            return found.FileRoute(record, actor, clock.GetUtcNow(), options);
        }

        private async Task<Result<string>> BodyOfAsync(Command command, IReadOnlyList<InstitutionKind> suiting, CancellationToken ct)
        {
            if (command.Institution is not { } id)
            {
                return command.Body!.Trim();
            }

            var found = await db.Set<Institution>().Where(i => i.Id == id).Select(i => new { i.Name, i.Kind }).SingleOrDefaultAsync(ct);
            return found is null ? new NotFound("Institution")
                : suiting.Contains(found.Kind) ? found.Name
                : new Invalid(nameof(command.Institution), "Route.BodyDoesNotSuit");
        }
    }

    internal static string? OrNone(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
