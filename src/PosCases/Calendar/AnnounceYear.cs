using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Calendar;

/// <summary>Opens a year whose holidays were announced, so that its days can be entered.</summary>
public static class AnnounceYear
{
    /// <summary>Opens a year whose holidays were announced.</summary>
    /// <param name="Year">The year, 2000 to 2099.</param>
    /// <param name="Source">The announcement, as one finds it.</param>
    [Requires(Permission.ManageCalendar)]
    public sealed record Command(int Year, string Source) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Year).InclusiveBetween(2000, 2099);
            RuleFor(c => c.Source).NotEmpty().MaximumLength(CalendarMapping.ReasonLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (await db.CalendarYears.AnyAsync(y => y.Year == command.Year, ct))
            {
                return new Conflict();
            }

            var (now, source) = (clock.GetUtcNow(), command.Source.Trim());
            db.CalendarYears.Add(CalendarYear.Announce(command.Year, source, source, now));
            db.CalendarChanges.Add(new CalendarChange
            {
                Year = command.Year,
                Act = CalendarAct.YearAnnounced,
                Reason = source,
                ByName = actor.Name,
                At = now,
            });
            return Result.Ok;
        }
    }
}
