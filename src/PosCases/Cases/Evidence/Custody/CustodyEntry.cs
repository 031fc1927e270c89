using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence.Custody;

/// <summary>What happened to the bytes of a paper.</summary>
public enum CustodyKind
{
    /// <summary>收存: taken in, hashed, encrypted.</summary>
    Received,

    /// <summary>取自商户资料: copied from the merchant's profile, hashed, encrypted.</summary>
    Reused,

    /// <summary>扫描: the virus scanner answered.</summary>
    Scanned,

    /// <summary>查看: looked at on a screen.</summary>
    Viewed,

    /// <summary>下载: handed out as a file.</summary>
    Downloaded,

    /// <summary>打印: sent to a printer from the viewer.</summary>
    Printed,

    /// <summary>导出: put into a pack or a dossier.</summary>
    Exported,

    /// <summary>核验: all bytes compared with the recorded hash, and alike.</summary>
    Checked,

    /// <summary>异常: the bytes are not those that were recorded.</summary>
    Damaged,

    /// <summary>加密: brought from the time before encryption under a key of its own, or its key wrapped anew.</summary>
    Rekeyed,

    /// <summary>查找卡号: its text was looked through, and no full card number found.</summary>
    TextSearched,

    /// <summary>发现完整卡号: its text was looked through, and full card numbers found; how many stands beside it.</summary>
    CardsFound,

    /// <summary>冻结保存: put on legal hold.</summary>
    Held,

    /// <summary>解除冻结保存: taken off legal hold.</summary>
    Released,

    /// <summary>销毁: its key was destroyed.</summary>
    Erased,
}

/// <summary>A line of a paper's custody record. Appended only.</summary>
public sealed class CustodyEntry
{
    private CustodyEntry()
    {
    }

    /// <summary>Order of the lines.</summary>
    public long Seq { get; private init; }

    /// <summary>The paper.</summary>
    public EvidenceItemId ItemId { get; private init; }

    /// <summary>What happened.</summary>
    public CustodyKind Kind { get; private init; }

    /// <summary>Who; empty for the system.</summary>
    public Guid ById { get; private init; }

    /// <summary>Name at the time; empty for the system.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>What the person was at the time.</summary>
    public Role ByRole { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Network address from which it was done.</summary>
    public string? From { get; private init; }

    /// <summary>Why, or what was found.</summary>
    public string? Why { get; private init; }

    /// <summary>A new line.</summary>
    public static CustodyEntry Of(EvidenceItemId item, CustodyKind kind, Actor by, DateTimeOffset at, string? why = null) => new()
    {
        ItemId = item,
        Kind = kind,
        ById = by.Id,
        ByName = by.Name,
        ByRole = by.Role,
        At = at,
        From = by.From,
        Why = why,
    };
}

internal sealed class CustodyMapping : IEntityTypeConfiguration<CustodyEntry>
{
    public void Configure(EntityTypeBuilder<CustodyEntry> builder)
    {
        builder.ToTable("CustodyEntries");
        builder.HasKey(e => e.Seq);
        builder.Property(e => e.ByName).HasMaxLength(128);
        builder.Property(e => e.From).HasMaxLength(64);
        builder.Property(e => e.Why).HasMaxLength(500);
        builder.HasOne<EvidenceItem>().WithMany().HasForeignKey(e => e.ItemId);
        builder.HasIndex(e => new { e.ItemId, e.Seq });
    }
}
