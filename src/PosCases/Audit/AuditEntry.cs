using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Audit;

/// <summary>Who tried what and how it ended. Appended only; each entry carries the hash of the one before it.</summary>
public sealed class AuditEntry
{
    /// <summary>Outcome of what was done; a refusal carries the code of its error instead.</summary>
    public const string Done = "ok";

    /// <summary>Position in the chain, from 1 without a gap.</summary>
    public required long Seq { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who; empty for nobody and for the system.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>The role that was held at the time.</summary>
    public required Role Role { get; init; }

    /// <summary>The use case, e.g. <c>ApproveResolution</c>.</summary>
    public required string Message { get; init; }

    /// <summary>The record concerned.</summary>
    public required Guid? Target { get; init; }

    /// <summary><see cref="Done"/> or the code of the refusal.</summary>
    public required string Outcome { get; init; }

    /// <summary>Hash of the entry before, 32 zero bytes for the first.</summary>
    public required byte[] Previous { get; init; }

    /// <summary>SHA-256 over <see cref="Previous"/> and this entry's fields in canonical form.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The hash that these fields must have: every field length-prefixed, so that no two entries encode alike.</summary>
    public static byte[] HashOf(
        long seq, DateTimeOffset at, Guid actorId, Role role, string message, Guid? target, string outcome, byte[] previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        Append(previous);
        BinaryPrimitives.WriteInt64BigEndian(number, seq);
        Append(number);
        BinaryPrimitives.WriteInt64BigEndian(number, at.UtcTicks);
        Append(number);
        Append(actorId.ToByteArray());
        Append(Encoding.UTF8.GetBytes(role.ToString()));
        Append(Encoding.UTF8.GetBytes(message));
        Append(target?.ToByteArray() ?? []);
        Append(Encoding.UTF8.GetBytes(outcome));
        return hash.GetHashAndReset();

        void Append(ReadOnlySpan<byte> field)
        {
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
            hash.AppendData(length);
            hash.AppendData(field);
        }
    }

    /// <summary>Whether the stored hash fits the stored fields.</summary>
    public bool IsIntact() => HashOf(Seq, At, ActorId, Role, Message, Target, Outcome, Previous).AsSpan().SequenceEqual(Hash);
}

/// <summary>The last link of the chain; its row is the lock that keeps the chain single.</summary>
internal sealed class AuditHead
{
    public const int OnlyId = 1;

    public int Id { get; init; }

    public long Seq { get; set; }

    public byte[] Hash { get; set; } = new byte[32];
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(e => e.Seq);
        builder.Property(e => e.Seq).ValueGeneratedNever();
        builder.Property(e => e.Message).HasMaxLength(80);
        builder.Property(e => e.Outcome).HasMaxLength(80);
        builder.Property(e => e.Previous).HasMaxLength(32).IsFixedLength();
        builder.Property(e => e.Hash).HasMaxLength(32).IsFixedLength();
        builder.HasIndex(e => new { e.Target, e.Seq });
    }

    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHead");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Hash).HasMaxLength(32).IsFixedLength();
        builder.HasData(new AuditHead { Id = AuditHead.OnlyId });
    }
}

internal static class AuditSets
{
    extension(AppDb db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();
    }
}
