using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform.Data;

namespace PosCases.Cases.Notices;

/// <summary>What a person is told of a case.</summary>
public enum NoticeKind
{
    /// <summary>Something happened to the case; the event says what.</summary>
    Event,

    /// <summary>The other side wrote.</summary>
    Message,

    /// <summary>To the merchant: a task of after-care is due soon or today.</summary>
    CareTaskDue,

    /// <summary>To the merchant: a task of after-care is late.</summary>
    CareTaskLate,

    /// <summary>To the merchant: the desk accepted what was shown for a task.</summary>
    CareTaskAccepted,

    /// <summary>To the merchant: the desk wants more for a task.</summary>
    CareTaskReturned,

    /// <summary>To the owner: the merchant says that a task is done.</summary>
    CareTaskOffered,

    /// <summary>To the owner: a self-inspection found something that weighs much.</summary>
    CareFinding,

    /// <summary>To the merchant: how does the account work?</summary>
    LookBackAsked,

    /// <summary>To the owner: it is time to look back.</summary>
    LookBackOpened,

    /// <summary>To the owner: the merchant answered.</summary>
    LookBackAnswered,
}

/// <summary>Payload of the outbox: somebody must be told.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Kind">Event or message.</param>
/// <param name="ByPersonId">Who caused it; is not told.</param>
/// <param name="ByMerchant">Whether the merchant's side caused it.</param>
/// <param name="Events">Kinds of the events, empty for a message.</param>
/// <param name="DeskOnly">Whether the merchant's side is not told.</param>
public sealed record CaseNotice(
    Guid CaseId, NoticeKind Kind, Guid ByPersonId, bool ByMerchant, IReadOnlyList<CaseEventKind> Events, bool DeskOnly = false)
{
    /// <summary>Names the consumer.</summary>
    public const string OutboxKind = "case-notice";
}

/// <summary>A notification in a person's list.</summary>
public sealed class Notification : IChangeSignal
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>Who is told.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>Event or message.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>The event; none for a message.</summary>
    public required CaseEventKind? EventKind { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Read at.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    Guid IChangeSignal.Topic => PersonId;
}

internal sealed class NotificationMapping : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.HasIndex(n => new { n.PersonId, n.ReadAt, n.At });
        builder.HasIndex(n => n.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(n => n.CaseId);
    }
}

internal static class NotificationSets
{
    extension(AppDb db)
    {
        public DbSet<Notification> Notifications => db.Set<Notification>();
    }
}
