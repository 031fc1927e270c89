using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Insight.Reports;

/// <summary>A report that is mailed every week: last week's figures.</summary>
public sealed class ReportSchedule : IVersioned
{
    /// <summary>Most people who get one report.</summary>
    public const int MostRecipients = 20;

    private ReportSchedule()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>The board; none means all figures.</summary>
    public Board? Board { get; private init; }

    /// <summary>Weekday; where offices are closed, the next day on which they work.</summary>
    public DayOfWeek Weekday { get; private init; }

    /// <summary>Hour, 0 to 23, Shanghai time.</summary>
    public int Hour { get; private init; }

    /// <summary>Who gets it; people of the product only.</summary>
    public IReadOnlyList<Guid> Recipients { get; private init; } = [];

    /// <summary>Set by, name at the time.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Set at.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>When it goes out next.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>First day of the week that was reported last.</summary>
    public DateOnly? LastFrom { get; private set; }

    /// <summary>Ended at.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Sets one.</summary>
    public static ReportSchedule Of(Board? board, DayOfWeek weekday, int hour, IReadOnlyList<Guid> recipients, WorkCalendar calendar, Actor by, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        Board = board,
        Weekday = weekday,
        Hour = hour,
        Recipients = recipients,
        ByName = by.Name,
        At = at,
        NextAt = NextAfter(at, weekday, hour, calendar),
    };

    /// <summary>Last week is being reported.</summary>
    /// <returns>The week; none when it was reported already, or the schedule has ended.</returns>
    public DaySpan? Send(WorkCalendar calendar, DateTimeOffset at)
    {
        var week = InsightPeriod.Of(PeriodKind.LastWeek, ShanghaiTime.DateOf(at));
        NextAt = NextAfter(at, Weekday, Hour, calendar);
        if (EndedAt is not null || LastFrom >= week.From)
        {
            return null;
        }

        LastFrom = week.From;
        return week;
    }

    /// <summary>It is sent no more.</summary>
    public void End(DateTimeOffset at) => EndedAt ??= at;

    /// <summary>The next moment after another at which it is that weekday and hour; of a day without work, the next one with.</summary>
    internal static DateTimeOffset NextAfter(DateTimeOffset after, DayOfWeek weekday, int hour, WorkCalendar calendar)
    {
        var day = ShanghaiTime.DateOf(after).AddDays(-21);
        day = day.AddDays(((int)weekday - (int)day.DayOfWeek + 7) % 7);
        while (true)
        {
            var at = ShanghaiTime.At(calendar.OnOrAfter(day), new TimeOnly(hour, 0));
            if (at > after)
            {
                return at;
            }

            day = day.AddDays(7);
        }
    }
}

/// <summary>That a week's report goes to somebody: once, however often it is tried.</summary>
internal sealed class ReportDelivery
{
    /// <summary>The schedule.</summary>
    public required Guid ScheduleId { get; init; }

    /// <summary>Who gets it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>First day of the week.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Taken by the mail server.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Why it was not sent: the person no longer may, or mail is off.</summary>
    public string? Withheld { get; init; }
}

internal sealed class ReportMapping : IEntityTypeConfiguration<ReportSchedule>, IEntityTypeConfiguration<ReportDelivery>
{
    public void Configure(EntityTypeBuilder<ReportSchedule> builder)
    {
        builder.ToTable("ReportSchedules");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Recipients).StoredAsJson();
        builder.Property(s => s.ByName).HasMaxLength(128);
        builder.HasIndex(s => new { s.EndedAt, s.NextAt });
    }

    public void Configure(EntityTypeBuilder<ReportDelivery> builder)
    {
        builder.ToTable("ReportDeliveries");
        builder.HasKey(d => new { d.ScheduleId, d.From, d.PersonId });
        builder.Property(d => d.Withheld).HasMaxLength(40);
        builder.HasOne<ReportSchedule>().WithMany().HasForeignKey(d => d.ScheduleId);
    }
}
