using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Calendar;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Insight.Reports;

/// <summary>Has last week's figures mailed every week.</summary>
public static class SetReportSchedule
{
    /// <summary>Has last week's figures mailed every week.</summary>
    /// <param name="Board">The board; none for all figures.</param>
    /// <param name="Weekday">Weekday; where offices are closed, the next day on which they work.</param>
    /// <param name="Hour">Hour, 0 to 23, Shanghai time.</param>
    /// <param name="Recipients">Agents and supervisors; each gets what he may count.</param>
    [Requires(Permission.ScheduleReports)]
    public sealed record Command(Board? Board, DayOfWeek Weekday, int Hour, IReadOnlyList<Guid> Recipients) : Change<Guid>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Board).IsInEnum();
            RuleFor(c => c.Weekday).IsInEnum();
            RuleFor(c => c.Hour).InclusiveBetween(0, 23);
            RuleFor(c => c.Recipients).NotEmpty();
            RuleFor(c => c.Recipients).Must(r => r is null || r.Count <= ReportSchedule.MostRecipients).WithErrorCode("TooMany");
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, WorkCalendar calendar, TimeProvider clock) : IRequestHandler<Command, Result<Guid>>
    {
        public async Task<Result<Guid>> Handle(Command command, CancellationToken ct)
        {
            var ids = command.Recipients.Distinct().ToList();
            var known = await db.People.CountAsync(p => ids.Contains(p.Id) && p.IsActive && (p.Role == Role.Agent || p.Role == Role.Supervisor), ct);
            if (known != ids.Count)
            {
                return new Invalid("Recipients", "NotOurs");
            }

            var set = ReportSchedule.Of(command.Board, command.Weekday, command.Hour, ids, calendar, actor, clock.GetUtcNow());
            db.Add(set);
            return set.Id;
        }
    }
}
