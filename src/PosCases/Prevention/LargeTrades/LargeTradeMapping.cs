using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;

namespace PosCases.Prevention.LargeTrades;

internal sealed class LargeTradeMapping :
    IEntityTypeConfiguration<LargeTrade>, IEntityTypeConfiguration<TradePhoto>, IEntityTypeConfiguration<TradeUse>, IEntityTypeConfiguration<TradeThreshold>
{
    public const int ShortLength = 100;
    public const int TextLength = 300;
    private const int NameLength = 128;

    public void Configure(EntityTypeBuilder<LargeTrade> builder)
    {
        builder.ToTable("LargeTrades");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Goods).HasMaxLength(TextLength);
        builder.Property(t => t.Buyer).HasMaxLength(ShortLength);
        builder.Property(t => t.Checks).StoredAsJson();
        builder.Property(t => t.Purpose).HasMaxLength(TextLength);
        builder.Property(t => t.DeliveryNote).HasMaxLength(TextLength);
        builder.Property(t => t.Staff).HasMaxLength(ShortLength);
        builder.Property(t => t.Note).HasMaxLength(TextLength);
        builder.Property(t => t.Correction).HasMaxLength(TextLength);
        builder.Property(t => t.ByName).HasMaxLength(NameLength);
        builder.Ignore(t => t.WasWrittenAtOnce);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(t => t.MerchantId);
        // Two corrections of one version at once: the second is refused.
        builder.HasIndex(t => new { t.Series, t.Number }).IsUnique();
        builder.HasIndex(t => new { t.MerchantId, t.At });
        builder.HasIndex(t => new { t.MerchantId, t.Amount });
    }

    public void Configure(EntityTypeBuilder<TradePhoto> builder)
    {
        builder.ToTable("TradePhotos");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.FileName).HasMaxLength(200);
        builder.Property(p => p.ContentType).HasMaxLength(100);
        builder.Property(p => p.Sha256).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        builder.Property(p => p.StorageKey).HasMaxLength(VaultFileMapping.NameLength).IsUnicode(false);
        builder.Property(p => p.ByName).HasMaxLength(NameLength);
        builder.Ignore(p => p.Opened);
        builder.Ignore(p => p.EvidenceCode);
        builder.HasOne(p => p.Stored).WithOne().HasForeignKey<TradePhoto>(p => p.StorageKey);
        builder.HasOne<LargeTrade>().WithMany().HasForeignKey(p => p.Series);
        builder.HasIndex(p => p.StorageKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TradeUse> builder)
    {
        builder.ToTable("TradeUses");
        builder.HasKey(u => new { u.Version, u.CaseId });
        builder.Property(u => u.ByName).HasMaxLength(NameLength);
        builder.HasOne<LargeTrade>().WithMany().HasForeignKey(u => u.Version);
        builder.HasOne<Case>().WithMany().HasForeignKey(u => u.CaseId);
        builder.HasIndex(u => u.Series);
        builder.HasIndex(u => u.CaseId);
    }

    public void Configure(EntityTypeBuilder<TradeThreshold> builder)
    {
        builder.ToTable("TradeThresholds");
        builder.HasKey(t => t.MerchantId);
        builder.Property(t => t.MerchantId).ValueGeneratedNever();
        builder.Property(t => t.ByName).HasMaxLength(NameLength);
        builder.HasOne<Merchant>().WithOne().HasForeignKey<TradeThreshold>(t => t.MerchantId);
    }
}

internal static class LargeTradeSets
{
    extension(AppDb db)
    {
        public DbSet<LargeTrade> LargeTrades => db.Set<LargeTrade>();

        public DbSet<TradePhoto> TradePhotos => db.Set<TradePhoto>();

        public DbSet<TradeUse> TradeUses => db.Set<TradeUse>();

        public DbSet<TradeThreshold> TradeThresholds => db.Set<TradeThreshold>();

        /// <summary>The large trades that the actor may see: the desk all, a merchant's users their own.</summary>
        public IQueryable<LargeTrade> LargeTradesOf(Actor actor)
        {
            var merchants = db.Merchants.VisibleTo(actor);
            return db.LargeTrades.Where(t => merchants.Any(m => m.Id == t.MerchantId));
        }
    }
}
