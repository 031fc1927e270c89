using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform.Data;

namespace PosCases.Platform.Outbox;

/// <summary>Something that must happen after a commit, once at least; written in the same transaction as its cause.</summary>
public sealed class OutboxMessage
{
    private OutboxMessage()
    {
    }

    /// <summary>Also the command id of its delivery: delivered twice, it has one effect.</summary>
    public Guid Id { get; private init; }

    /// <summary>Names the consumer.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>What the consumer needs, as JSON.</summary>
    public string Payload { get; private init; } = "";

    /// <summary>When its cause was committed.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>How often delivery was tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not before this moment.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>Held by a node until this moment.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>Delivered at.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Given up at, until an administrator tries again.</summary>
    public DateTimeOffset? ParkedAt { get; private set; }

    /// <summary>Code or type of the last failure; no personal data.</summary>
    public string? LastError { get; private set; }

    /// <summary>A row to add in the transaction of its cause.</summary>
    public static OutboxMessage Of<TPayload>(string kind, TPayload payload, DateTimeOffset now) => new()
    {
        Id = Guid.NewGuid(),
        Kind = kind,
        Payload = JsonSerializer.Serialize(payload),
        CreatedAt = now,
        NextAttemptAt = now,
    };

    /// <summary>Has it delivered after all; the schedule of attempts starts anew.</summary>
    internal void Retry(DateTimeOffset now) => (ParkedAt, Attempts, NextAttemptAt) = (null, 0, now);

    /// <summary>The payload as the consumer's type.</summary>
    public TPayload Read<TPayload>() => JsonSerializer.Deserialize<TPayload>(Payload)!;
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("OutboxMessages");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Kind).HasMaxLength(80);
        builder.Property(m => m.LastError).HasMaxLength(400);
        builder.HasIndex(m => new { m.DoneAt, m.ParkedAt, m.NextAttemptAt });
    }
}

internal static class OutboxSets
{
    extension(AppDb db)
    {
        public DbSet<OutboxMessage> Outbox => db.Set<OutboxMessage>();
    }
}
