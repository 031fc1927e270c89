using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Calendar;

/// <summary>Makes a day of an announced year what its weekday says.</summary>
public static class RemoveDay
{
    /// <summary>Makes a day of an announced year what its weekday says.</summary>
    /// <param name="Version">The version of the year that the user saw.</param>
    /// <param name="Date">The day.</param>
    /// <param name="Reason">Why; goes into the change log.</param>
    [Requires(Permission.ManageCalendar)]
    public sealed record Command(Guid Version, DateOnly Date, string Reason) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Date).IsOrdinaryDate();
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(CalendarMapping.ReasonLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindYearAsync(command.Date.Year, command.Version, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var removed = found.Value.RemoveDay(command.Date);
            if (!removed.Succeeded)
            {
                return removed.Error;
            }

            db.CalendarDays.Remove(removed.Value);
            db.CalendarChanges.Add(new CalendarChange
            {
                Year = command.Date.Year,
                Act = CalendarAct.DayRemoved,
                From = command.Date,
                To = command.Date,
                Reason = command.Reason.Trim(),
                ByName = actor.Name,
                At = clock.GetUtcNow(),
            });
            return Result.Ok;
        }
    }
}
