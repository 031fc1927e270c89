using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PosCases.Cases.Evidence.Redaction;

/// <summary>What lies under a black box.</summary>
public enum RedactionLabel
{
    /// <summary>身份证号.</summary>
    IdNumber,

    /// <summary>卡号.</summary>
    CardNumber,

    /// <summary>电话.</summary>
    Phone,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>One box: on which page, and what lay under it; never where, and never what it said.</summary>
/// <param name="Page">Page, from 1.</param>
/// <param name="Label">What lay under it.</param>
public sealed record RedactionMark(int Page, RedactionLabel Label);

/// <summary>How a redacted copy came to be. Never changed.</summary>
public sealed class EvidenceRedaction
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 300;

    /// <summary>Most boxes of one copy.</summary>
    public const int MostMarks = 500;

    private EvidenceRedaction()
    {
    }

    /// <summary>The copy.</summary>
    public EvidenceItemId CopyId { get; private init; }

    /// <summary>The paper of which it was made.</summary>
    public EvidenceItemId OriginalId { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Why it was made.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>The boxes.</summary>
    public IReadOnlyList<RedactionMark> Marks { get; private init; } = [];

    /// <summary>Name of who made it.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    internal static EvidenceRedaction Of(EvidenceItem copy, EvidenceItem original, string reason, IReadOnlyList<RedactionMark> marks) => new()
    {
        CopyId = copy.Id,
        OriginalId = original.Id,
        CaseId = copy.CaseId,
        Reason = reason.Trim(),
        Marks = marks,
        ByName = copy.ByName,
        At = copy.At,
    };
}

internal sealed class RedactionMapping : IEntityTypeConfiguration<EvidenceRedaction>
{
    public void Configure(EntityTypeBuilder<EvidenceRedaction> builder)
    {
        builder.ToTable("EvidenceRedactions");
        builder.HasKey(r => r.CopyId);
        builder.Property(r => r.CopyId).ValueGeneratedNever();
        builder.Property(r => r.Reason).HasMaxLength(EvidenceRedaction.ReasonLength);
        builder.Property(r => r.Marks).StoredAsJson();
        builder.Property(r => r.ByName).HasMaxLength(128);
        builder.HasOne<EvidenceItem>().WithOne().HasForeignKey<EvidenceRedaction>(r => r.CopyId);
        builder.HasOne<EvidenceItem>().WithMany().HasForeignKey(r => r.OriginalId);
        builder.HasOne<Case>().WithMany(c => c.Redactions).HasForeignKey(r => r.CaseId);
        builder.HasIndex(r => r.CaseId);
    }
}
