using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases;
using PosCases.Cases.Papers;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;
using PosCases.Prevention.LargeTrades;

namespace PosCases.Prevention.Watch;

internal sealed class WatchMapping :
    IEntityTypeConfiguration<WatchImport>, IEntityTypeConfiguration<WatchedTrade>, IEntityTypeConfiguration<WatchSetting>, IEntityTypeConfiguration<TradeAlert>,
    IEntityTypeConfiguration<PreCase>
{
    public const int NoteLength = 1000;
    private const int NameLength = 128;
    private const int NumberLength = 40;
    private const int SignalLength = 40;

    public void Configure(EntityTypeBuilder<WatchImport> builder)
    {
        builder.ToTable("WatchImports");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.FileName).HasMaxLength(200);
        builder.Property(i => i.Sha256).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        builder.Property(i => i.StoreName).HasMaxLength(VaultFileMapping.NameLength).IsUnicode(false);
        builder.HasOne(i => i.Stored).WithOne().HasForeignKey<WatchImport>(i => i.StoreName);
        builder.Property(i => i.Shape).StoredAsJson();
        builder.Property(i => i.Columns).StoredAsJson();
        builder.Property(i => i.BadRows).StoredAsJson();
        builder.Property(i => i.Failure).HasMaxLength(80);
        builder.Property(i => i.ByName).HasMaxLength(NameLength);
        builder.Ignore(i => i.File);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(i => i.MerchantId);
        builder.HasIndex(i => new { i.MerchantId, i.At });
        builder.HasIndex(i => new { i.State, i.At });
    }

    public void Configure(EntityTypeBuilder<WatchedTrade> builder)
    {
        builder.ToTable("WatchedTrades");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Key).HasMaxLength(32);
        builder.Property(t => t.Card).HasMaxLength(NumberLength);
        builder.Property(t => t.Reference).HasMaxLength(NumberLength);
        builder.Property(t => t.Terminal).HasMaxLength(NumberLength);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(t => t.MerchantId);
        builder.HasOne<WatchImport>().WithMany().HasForeignKey(t => t.ImportId);
        builder.HasIndex(t => new { t.MerchantId, t.Key }).IsUnique();
        builder.HasIndex(t => new { t.MerchantId, t.At });
        builder.HasIndex(t => t.At);
    }

    public void Configure(EntityTypeBuilder<WatchSetting> builder)
    {
        builder.ToTable("WatchSettings");
        builder.HasKey(s => s.MerchantId);
        builder.Property(s => s.MerchantId).ValueGeneratedNever();
        builder.Property(s => s.ByName).HasMaxLength(NameLength);
        builder.HasOne<Merchant>().WithOne().HasForeignKey<WatchSetting>(s => s.MerchantId);
    }

    public void Configure(EntityTypeBuilder<TradeAlert> builder)
    {
        builder.ToTable("TradeAlerts");
        builder.HasKey(a => a.Seq);
        builder.Property(a => a.Signal).HasMaxLength(SignalLength);
        builder.Property(a => a.Edition).HasMaxLength(20);
        builder.Property(a => a.Found).StoredAsJson();
        builder.Property(a => a.Values).StoredAsJson();
        builder.Property(a => a.Note).HasMaxLength(NoteLength);
        builder.Property(a => a.SeenByName).HasMaxLength(NameLength);
        builder.Property(a => a.ExplainedByName).HasMaxLength(NameLength);
        builder.Property(a => a.ResolvedByName).HasMaxLength(NameLength);
        builder.Ignore(a => a.MayPrepare);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(a => a.MerchantId);
        builder.HasOne<WatchImport>().WithMany().HasForeignKey(a => a.ImportId);
        builder.HasOne<MerchantPaper>().WithMany().HasForeignKey(a => a.PaperId);
        builder.HasOne<LargeTrade>().WithMany().HasForeignKey(a => a.TradeSeries);
        builder.HasIndex(a => new { a.MerchantId, a.Seq });
        builder.HasIndex(a => new { a.State, a.Seq });
        builder.HasIndex(a => new { a.State, a.Level, a.Seq });
    }

    public void Configure(EntityTypeBuilder<PreCase> builder)
    {
        builder.ToTable("PreCases");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.ByName).HasMaxLength(NameLength);
        builder.HasOne<TradeAlert>().WithMany().HasForeignKey(p => p.AlertId).HasPrincipalKey(a => a.Id);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(p => p.MerchantId);
        builder.HasOne<Case>().WithMany().HasForeignKey(p => p.CaseId);
        builder.HasIndex(p => p.AlertId);
        builder.HasIndex(p => p.DraftId);
        builder.HasIndex(p => p.CaseId);
    }
}

internal static class WatchSets
{
    extension(AppDb db)
    {
        public DbSet<WatchImport> WatchImports => db.Set<WatchImport>();

        public DbSet<WatchedTrade> WatchedTrades => db.Set<WatchedTrade>();

        public DbSet<WatchSetting> WatchSettings => db.Set<WatchSetting>();

        public DbSet<TradeAlert> TradeAlerts => db.Set<TradeAlert>();

        public DbSet<PreCase> PreCases => db.Set<PreCase>();

        /// <summary>The imports that the actor may see: the desk all, a merchant's users their own.</summary>
        public IQueryable<WatchImport> WatchImportsOf(Actor actor)
        {
            var merchants = db.Merchants.VisibleTo(actor);
            return db.WatchImports.Where(i => merchants.Any(m => m.Id == i.MerchantId));
        }

        /// <summary>The alerts that the actor may see: the desk all, a merchant's users their own.</summary>
        public IQueryable<TradeAlert> AlertsOf(Actor actor)
        {
            var merchants = db.Merchants.VisibleTo(actor);
            return db.TradeAlerts.Where(a => merchants.Any(m => m.Id == a.MerchantId));
        }

        /// <summary>An alert to be changed; an outdated version is a conflict.</summary>
        public async Task<Result<TradeAlert>> AlertToChangeAsync(TradeAlertId id, Guid version, Actor actor, CancellationToken ct) =>
            await db.AlertsOf(actor).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } found ? new NotFound(nameof(TradeAlert))
            : found.Version != version ? new Conflict()
            : found;
    }
}
