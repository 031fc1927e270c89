using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Mail;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Insight.Reports;

/// <summary>Shows which reports are mailed.</summary>
public static class ListReportSchedules
{
    /// <summary>Most deliveries that are shown.</summary>
    public const int MostDeliveries = 20;

    /// <summary>Shows which reports are mailed, and what became of the last ones.</summary>
    [Requires(Permission.ScheduleReports)]
    public sealed record Query : IQuery<Answer>;

    /// <summary>What is set.</summary>
    /// <param name="MailIsOn">Whether a mail server is set.</param>
    /// <param name="Rows">The schedules.</param>
    /// <param name="People">Who could get one.</param>
    /// <param name="Deliveries">The last mails, newest first.</param>
    public sealed record Answer(bool MailIsOn, IReadOnlyList<Row> Rows, IReadOnlyList<ListInsightChoices.Named> People, IReadOnlyList<Delivery> Deliveries);

    /// <summary>One schedule.</summary>
    /// <param name="Id">Id.</param>
    /// <param name="Version">Version of the stored state.</param>
    /// <param name="Board">The board; none for all figures.</param>
    /// <param name="Weekday">Weekday.</param>
    /// <param name="Hour">Hour, Shanghai time.</param>
    /// <param name="Recipients">Names.</param>
    /// <param name="ByName">Set by.</param>
    /// <param name="NextAt">When it goes out next.</param>
    public sealed record Row(Guid Id, Guid Version, Board? Board, DayOfWeek Weekday, int Hour, IReadOnlyList<string> Recipients, string ByName, DateTimeOffset NextAt);

    /// <summary>One mail.</summary>
    /// <param name="From">First day of its week.</param>
    /// <param name="Name">Who gets it.</param>
    /// <param name="SentAt">When the mail server took it; none while it is under way.</param>
    /// <param name="Withheld">Why it was not sent.</param>
    public sealed record Delivery(DateOnly From, string Name, DateTimeOffset? SentAt, string? Withheld);

    internal sealed class Handler(AppDb db, MailOptions mail) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken ct)
        {
            var schedules = await db.Set<ReportSchedule>().AsNoTracking().Where(s => s.EndedAt == null).OrderBy(s => s.NextAt).ToListAsync(ct);
            var people = await db.People.Where(p => p.IsActive && (p.Role == Role.Agent || p.Role == Role.Supervisor))
                .OrderBy(p => p.DisplayName).Take(ListInsightChoices.Most).Select(p => new ListInsightChoices.Named(p.Id, p.DisplayName)).ToListAsync(ct);
            var wanted = schedules.SelectMany(s => s.Recipients).ToHashSet();
            var names = await db.People.Where(p => wanted.Contains(p.Id)).Select(p => new { p.Id, p.DisplayName }).ToDictionaryAsync(p => p.Id, p => p.DisplayName, ct);
            var deliveries = await db.Set<ReportDelivery>().OrderByDescending(d => d.From).Take(MostDeliveries)
                .Join(db.People, d => d.PersonId, p => p.Id, (d, p) => new Delivery(d.From, p.DisplayName, d.SentAt, d.Withheld)).ToListAsync(ct);
            return new Answer(
                mail.IsOn,
                schedules.ConvertAll(s => new Row(s.Id, s.Version, s.Board, s.Weekday, s.Hour, [.. s.Recipients.Select(r => names.GetValueOrDefault(r, "?"))], s.ByName, s.NextAt)),
                people,
                deliveries);
        }
    }
}
