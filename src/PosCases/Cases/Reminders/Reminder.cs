using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.People;
using PosCases.Platform.Data;

namespace PosCases.Cases.Reminders;

/// <summary>Of what people are reminded.</summary>
public enum ReminderKind
{
    /// <summary>备用渠道该试一次.</summary>
    BackupTest,

    /// <summary>必读文章还没读.</summary>
    Reading,

    /// <summary>培训快到期或已到期.</summary>
    Training,

    /// <summary>结案后 30 天、90 天回访.</summary>
    LookBack,

    /// <summary>整改与预防任务: told as notices of their case.</summary>
    CareTask,

    /// <summary>常用材料快到期或已到期.</summary>
    Paper,
}

/// <summary>When one is reminded.</summary>
public enum ReminderStage
{
    /// <summary>快到期: before the day.</summary>
    Soon,

    /// <summary>到期: on the day, or within a week after it.</summary>
    Due,

    /// <summary>已逾期: a week late or more.</summary>
    Late,
}

/// <summary>A reminder in a person's list. It ends when what it is about was done.</summary>
public sealed class Reminder : IChangeSignal
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Who is told.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Of what.</summary>
    public required ReminderKind Kind { get; init; }

    /// <summary>Id of the thing; which one the kind says.</summary>
    public required Guid Subject { get; init; }

    /// <summary>When it is due; Shanghai's day.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Which reminder of the thing it is: days after the day on which it is due, negative before.</summary>
    public required int Step { get; init; }

    /// <summary>What the thing is called; none where it needs no name.</summary>
    public string? Name { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Read at.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>Done, or reminded of once more, at; it is shown no longer.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    Guid IChangeSignal.Topic => PersonId;
}

/// <summary>How far people were reminded of a thing; whoever restarts in between goes on behind it.</summary>
internal sealed class ReminderMark
{
    public required ReminderKind Kind { get; init; }

    public required Guid Subject { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>When the next reminder is due; none after the last.</summary>
    public DateOnly? NextOn { get; set; }
}

/// <summary>Which reminders a person wants; a row only for who said something.</summary>
public sealed class ReminderChoice
{
    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Of what not.</summary>
    public IReadOnlyList<ReminderKind> Off { get; set; } = [];

    /// <summary>Whether reminders are mailed too.</summary>
    public bool ByMail { get; set; } = true;

    /// <summary>Said at.</summary>
    public DateTimeOffset At { get; set; }
}

/// <summary>That a person's next mail names a kind of reminder.</summary>
internal sealed class ReminderMailDue
{
    public long Seq { get; init; }

    public required Guid PersonId { get; init; }

    public required ReminderKind Kind { get; init; }

    public required DateOnly MailOn { get; init; }
}

internal sealed class ReminderMapping :
    IEntityTypeConfiguration<Reminder>, IEntityTypeConfiguration<ReminderMark>, IEntityTypeConfiguration<ReminderChoice>, IEntityTypeConfiguration<ReminderMailDue>
{
    public const int NameLength = 128;

    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("Reminders");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Name).HasMaxLength(NameLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        builder.HasIndex(r => new { r.PersonId, r.Kind, r.Subject, r.DueOn, r.Step }).IsUnique();
        builder.HasIndex(r => new { r.PersonId, r.EndedAt, r.At });
        builder.HasIndex(r => new { r.Kind, r.EndedAt });
    }

    public void Configure(EntityTypeBuilder<ReminderMark> builder)
    {
        builder.ToTable("ReminderMarks");
        builder.HasKey(m => new { m.Kind, m.Subject, m.DueOn });
    }

    public void Configure(EntityTypeBuilder<ReminderChoice> builder)
    {
        builder.ToTable("ReminderChoices");
        builder.HasKey(c => c.PersonId);
        builder.Property(c => c.PersonId).ValueGeneratedNever();
        builder.Property(c => c.Off).StoredAsJson();
        builder.HasOne<Person>().WithOne().HasForeignKey<ReminderChoice>(c => c.PersonId);
    }

    public void Configure(EntityTypeBuilder<ReminderMailDue> builder)
    {
        builder.ToTable("ReminderMailsDue");
        builder.HasKey(m => m.Seq);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        builder.HasIndex(m => new { m.MailOn, m.PersonId });
    }
}

internal static class ReminderSets
{
    extension(AppDb db)
    {
        public DbSet<Reminder> Reminders => db.Set<Reminder>();

        public DbSet<ReminderMark> ReminderMarks => db.Set<ReminderMark>();

        public DbSet<ReminderChoice> ReminderChoices => db.Set<ReminderChoice>();

        public DbSet<ReminderMailDue> ReminderMailsDue => db.Set<ReminderMailDue>();
    }
}
