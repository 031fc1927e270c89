using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform.Security;

namespace PosCases.Cases.Links;

/// <summary>What one case is to another.</summary>
public enum LinkKind
{
    /// <summary>相关: worth knowing beside each other.</summary>
    Related,

    /// <summary>同因: the same happening is behind both.</summary>
    SameCause,

    /// <summary>后续: frozen again after an earlier case of the same merchant.</summary>
    Follows,

    /// <summary>重复: handled in the other one.</summary>
    Duplicate,

    /// <summary>合并: goes on in the other one, which shows what this one holds.</summary>
    Merged,
}

/// <summary>A link from one case to another, set by somebody for a reason. It is ended, never deleted.</summary>
public sealed class CaseLink
{
    private CaseLink()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The case that it was set on; of a merge, the one that was merged.</summary>
    public CaseId FromId { get; private init; }

    /// <summary>The other case; of a merge, the one that goes on.</summary>
    public CaseId ToId { get; private init; }

    /// <summary>What the first is to the other.</summary>
    public LinkKind Kind { get; private init; }

    /// <summary>Why.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Where the first stood before it was merged; none for other kinds.</summary>
    public CaseStatus? StatusBefore { get; private init; }

    /// <summary>Set by.</summary>
    public Guid ById { get; private init; }

    /// <summary>The name at the time.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Set at.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Ended at; none while it holds.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Ended by.</summary>
    public string? EndedByName { get; private set; }

    /// <summary>Why it was ended.</summary>
    public string? EndReason { get; private set; }

    internal static CaseLink Of(CaseId from, CaseId to, LinkKind kind, string reason, CaseStatus? before, Actor by, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        FromId = from,
        ToId = to,
        Kind = kind,
        Reason = reason,
        StatusBefore = before,
        ById = by.Id,
        ByName = by.Name,
        At = at,
    };

    internal void End(string reason, Actor by, DateTimeOffset at) => (EndedAt, EndedByName, EndReason) = (at, by.Name, reason);
}

internal sealed class LinkMapping : IEntityTypeConfiguration<CaseLink>
{
    public const int ReasonLength = 500;

    public void Configure(EntityTypeBuilder<CaseLink> builder)
    {
        builder.ToTable("CaseLinks");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Reason).HasMaxLength(ReasonLength);
        builder.Property(l => l.EndReason).HasMaxLength(ReasonLength);
        builder.Property(l => l.ByName).HasMaxLength(128);
        builder.Property(l => l.EndedByName).HasMaxLength(128);
        builder.HasOne<Case>().WithMany().HasForeignKey(l => l.ToId);
        builder.HasIndex(l => l.FromId);
        builder.HasIndex(l => l.ToId);
    }
}
