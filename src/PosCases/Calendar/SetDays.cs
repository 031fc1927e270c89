using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Calendar;

/// <summary>Makes days of an announced year holidays or make-up workdays.</summary>
public static class SetDays
{
    /// <summary>Makes days of an announced year holidays or make-up workdays.</summary>
    /// <param name="Version">The version of the year that the user saw.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day, at most twenty days in all.</param>
    /// <param name="Kind">What they become.</param>
    /// <param name="Name">The occasion.</param>
    /// <param name="Reason">Why; goes into the change log.</param>
    [Requires(Permission.ManageCalendar)]
    public sealed record Command(Guid Version, DateOnly From, DateOnly To, DayKind Kind, string Name, string Reason) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.From).Cascade(CascadeMode.Stop).NotEmpty().IsOrdinaryDate();
            RuleFor(c => c.To).Cascade(CascadeMode.Stop).NotEmpty().IsOrdinaryDate();
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Name).NotEmpty().MaximumLength(CalendarMapping.NameLength);
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(CalendarMapping.ReasonLength);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindYearAsync(command.From.Year, command.Version, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var name = command.Name.Trim();
            var set = found.Value.SetDays(command.From, command.To, command.Kind, name, name);
            if (set.Succeeded)
            {
                db.CalendarChanges.Add(new CalendarChange
                {
                    Year = command.From.Year,
                    Act = command.Kind == DayKind.Holiday ? CalendarAct.HolidaysSet : CalendarAct.MakeUpDaysSet,
                    From = command.From,
                    To = command.To,
                    Reason = command.Reason.Trim(),
                    ByName = actor.Name,
                    At = clock.GetUtcNow(),
                });
            }

            return set;
        }
    }
}

internal static class CalendarAccess
{
    /// <returns>The year with its days, <see cref="YearNotAnnounced"/>, or a <see cref="Conflict"/> when it has changed since.</returns>
    public static async Task<Result<CalendarYear>> FindYearAsync(this AppDb db, int year, Guid version, CancellationToken ct)
    {
        var found = await db.CalendarYears.Include(y => y.Days).SingleOrDefaultAsync(y => y.Year == year, ct);
        return found is null ? new YearNotAnnounced(year) : found.Version != version ? new Conflict() : found;
    }
}
