using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;

namespace PosCases.Team.Cover;

/// <summary>Where an absence stands.</summary>
public enum AbsenceState
{
    /// <summary>未开始.</summary>
    Planned,

    /// <summary>休假中: the cover has the cases.</summary>
    Away,

    /// <summary>已结束: the cases go back.</summary>
    Over,

    /// <summary>已取消 before it began.</summary>
    Cancelled,
}

/// <summary>Somebody is away for some days, and somebody else works his cases meanwhile.</summary>
public sealed class Absence : IVersioned
{
    /// <summary>Longest absence, in days.</summary>
    public const int MostDays = 366;

    private Absence()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Who is away.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>His name at the time.</summary>
    public string Name { get; private init; } = "";

    /// <summary>First day; Shanghai date.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Last day.</summary>
    public DateOnly To { get; private init; }

    /// <summary>Who works his cases.</summary>
    public Guid CoverId { get; private init; }

    /// <summary>His name at the time.</summary>
    public string CoverName { get; private init; } = "";

    /// <summary>A word about it for the team.</summary>
    public string? Note { get; private init; }

    /// <summary>Who set it.</summary>
    public string SetByName { get; private init; } = "";

    /// <summary>Set at.</summary>
    public DateTimeOffset SetAt { get; private init; }

    /// <summary>Where it stands.</summary>
    public AbsenceState State { get; private set; }

    /// <summary>When it ended, early or not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether it still counts.</summary>
    public bool IsOpen => State is AbsenceState.Planned or AbsenceState.Away;

    internal static Absence Of((Guid Id, string Name) person, (Guid Id, string Name) cover, DateOnly from, DateOnly to, string? note, string by, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        PersonId = person.Id,
        Name = person.Name,
        CoverId = cover.Id,
        CoverName = cover.Name,
        From = from,
        To = to,
        Note = note,
        SetByName = by,
        SetAt = at,
    };

    /// <summary>The first day has come.</summary>
    internal void Begin() => State = State == AbsenceState.Planned ? AbsenceState.Away : State;

    /// <summary>He is back, or does not go after all.</summary>
    internal Result End(DateTimeOffset at)
    {
        if (!IsOpen)
        {
            return new NotFound("Absence");
        }

        (State, EndedAt) = (State == AbsenceState.Planned ? AbsenceState.Cancelled : AbsenceState.Over, at);
        return Result.Ok;
    }

    /// <summary>Whether any day is in both.</summary>
    internal bool Meets(DateOnly from, DateOnly to) => IsOpen && From <= to && from <= To;
}

/// <summary>A case that the cover works for somebody who is away.</summary>
public sealed class CoveredCase
{
    /// <summary>The absence.</summary>
    public required Guid AbsenceId { get; init; }

    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>Handed over at.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it was given back, or was found to be closed or somebody else's.</summary>
    public DateTimeOffset? SettledAt { get; set; }
}

internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>, IEntityTypeConfiguration<CoveredCase>
{
    public const int NoteLength = 200;

    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("Absences");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Name).HasMaxLength(128);
        builder.Property(a => a.CoverName).HasMaxLength(128);
        builder.Property(a => a.SetByName).HasMaxLength(128);
        builder.Property(a => a.Note).HasMaxLength(NoteLength);
        builder.Ignore(a => a.IsOpen);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.CoverId);
        builder.HasIndex(a => new { a.State, a.From });
    }

    public void Configure(EntityTypeBuilder<CoveredCase> builder)
    {
        builder.ToTable("CoveredCases");
        builder.HasKey(c => new { c.AbsenceId, c.CaseId });
        builder.HasOne<Absence>().WithMany().HasForeignKey(c => c.AbsenceId);
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
        builder.HasIndex(c => new { c.AbsenceId, c.SettledAt });
    }
}

internal static class AbsenceSets
{
    extension(AppDb db)
    {
        public DbSet<Absence> Absences => db.Set<Absence>();

        /// <summary>Who is away on a day.</summary>
        public IQueryable<Absence> AwayOn(DateOnly day) => db.Set<Absence>().AsNoTracking()
            .Where(a => (a.State == AbsenceState.Planned || a.State == AbsenceState.Away) && a.From <= day && a.To >= day);
    }
}
