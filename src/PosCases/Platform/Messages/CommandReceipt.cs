using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PosCases.Platform.Messages;

/// <summary>Remembers a command that was carried out, so that its repeat gets the same answer and has no effect.</summary>
internal sealed class CommandReceipt
{
    public required Guid CommandId { get; init; }

    public required Guid ActorId { get; init; }

    public required string Message { get; init; }

    /// <summary>SHA-256 of the command's JSON: the same id with another content is a bug of the client.</summary>
    public required byte[] PayloadHash { get; init; }

    public required string? Answer { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class CommandReceiptMapping : IEntityTypeConfiguration<CommandReceipt>
{
    public void Configure(EntityTypeBuilder<CommandReceipt> builder)
    {
        builder.ToTable("CommandReceipts");
        builder.HasKey(r => r.CommandId);
        builder.Property(r => r.CommandId).ValueGeneratedNever();
        builder.Property(r => r.Message).HasMaxLength(80);
        builder.Property(r => r.PayloadHash).HasMaxLength(32).IsFixedLength();
        builder.HasIndex(r => r.At);
    }
}
