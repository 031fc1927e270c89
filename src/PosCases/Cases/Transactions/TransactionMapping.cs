using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases.Evidence;
using PosCases.Cases.Transactions.Signals;
using PosCases.Cases.Transactions.Slips;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Transactions;

internal static class TransactionSets
{
    extension(AppDb db)
    {
        public DbSet<TransactionImport> TransactionImports => db.Set<TransactionImport>();

        public DbSet<ImportIssue> ImportIssues => db.Set<ImportIssue>();

        public DbSet<CaseTransaction> Transactions => db.Set<CaseTransaction>();

        public DbSet<DisputedTransaction> Disputes => db.Set<DisputedTransaction>();

        public DbSet<SlipRecord> Slips => db.Set<SlipRecord>();

        public DbSet<SignalCheck> SignalChecks => db.Set<SignalCheck>();
    }
}

internal sealed class TransactionMapping :
    IEntityTypeConfiguration<TransactionImport>,
    IEntityTypeConfiguration<ImportIssue>,
    IEntityTypeConfiguration<RememberedColumns>,
    IEntityTypeConfiguration<CaseTransaction>,
    IEntityTypeConfiguration<DisputedTransaction>,
    IEntityTypeConfiguration<SlipRecord>,
    IEntityTypeConfiguration<SignalCheck>
{
    private const int NameLength = 128;
    private const int NumberLength = 40;

    public void Configure(EntityTypeBuilder<TransactionImport> builder)
    {
        builder.ToTable("TransactionImports");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.FileName).HasMaxLength(200);
        builder.Property(i => i.Sha256).HasMaxLength(64);
        builder.Property(i => i.StoreName).HasMaxLength(VaultFileMapping.NameLength).IsUnicode(false);
        builder.HasOne(i => i.Stored).WithOne().HasForeignKey<TransactionImport>(i => i.StoreName);
        builder.Property(i => i.Shape).StoredAsJson();
        builder.Property(i => i.Columns).StoredAsJson();
        builder.Property(i => i.Failure).HasMaxLength(80);
        builder.Property(i => i.ByName).HasMaxLength(NameLength);
        builder.Ignore(i => i.HeldCardData);
        builder.Ignore(i => i.SumsAgree);
        builder.Ignore(i => i.File);
        builder.HasOne<Case>().WithMany().HasForeignKey(i => i.CaseId);
        builder.HasOne<Institution>().WithMany().HasForeignKey(i => i.InstitutionId);
        builder.HasIndex(i => new { i.CaseId, i.At });
        builder.HasIndex(i => new { i.State, i.At });
    }

    public void Configure(EntityTypeBuilder<ImportIssue> builder)
    {
        builder.ToTable("ImportIssues");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Found).HasMaxLength(200);
        builder.Property(i => i.Cells).StoredAsJson();
        builder.Property(i => i.ByName).HasMaxLength(NameLength);
        builder.HasOne<TransactionImport>().WithMany().HasForeignKey(i => i.ImportId);
        builder.HasIndex(i => new { i.CaseId, i.State, i.Row });
        builder.HasIndex(i => new { i.ImportId, i.State, i.Row });
    }

    public void Configure(EntityTypeBuilder<RememberedColumns> builder)
    {
        builder.ToTable("RememberedColumns");
        builder.HasKey(r => new { r.Institution, r.Merchant });
        builder.Property(r => r.Fields).StoredAsJson();
    }

    public void Configure(EntityTypeBuilder<CaseTransaction> builder)
    {
        builder.ToTable("CaseTransactions");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Key).HasMaxLength(32);
        builder.Property(t => t.Card).HasMaxLength(NumberLength);
        builder.Property(t => t.Reference).HasMaxLength(NumberLength);
        builder.Property(t => t.Voucher).HasMaxLength(NumberLength);
        builder.Property(t => t.AuthCode).HasMaxLength(NumberLength);
        builder.Property(t => t.Terminal).HasMaxLength(NumberLength);
        builder.Property(t => t.MerchantNumber).HasMaxLength(NumberLength);
        builder.HasOne<Case>().WithMany().HasForeignKey(t => t.CaseId);
        builder.HasOne<TransactionImport>().WithMany().HasForeignKey(t => t.ImportId);
        builder.HasIndex(t => new { t.CaseId, t.Key }).IsUnique();
        builder.HasIndex(t => new { t.CaseId, t.At, t.Id });
        builder.HasIndex(t => new { t.CaseId, t.Day });
        builder.HasIndex(t => new { t.CaseId, t.Amount });
        builder.HasIndex(t => new { t.CaseId, t.Reference });
    }

    public void Configure(EntityTypeBuilder<DisputedTransaction> builder)
    {
        builder.ToTable("DisputedTransactions");
        builder.HasKey(d => d.TransactionId);
        builder.Property(d => d.Note).HasMaxLength(DisputeRules.NoteLength);
        builder.Property(d => d.Who).HasMaxLength(DisputeRules.WhoLength);
        builder.Property(d => d.ByName).HasMaxLength(NameLength);
        builder.HasOne<CaseTransaction>().WithOne().HasForeignKey<DisputedTransaction>(d => d.TransactionId);
        builder.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId);
        builder.HasIndex(d => new { d.CaseId, d.Slip });
    }

    public void Configure(EntityTypeBuilder<SlipRecord> builder)
    {
        builder.ToTable("Slips");
        builder.HasKey(s => s.EvidenceItemId);
        builder.Property(s => s.Reference).HasMaxLength(NumberLength);
        builder.Property(s => s.Terminal).HasMaxLength(NumberLength);
        builder.Property(s => s.CardTail).HasMaxLength(4);
        builder.Property(s => s.AuthCode).HasMaxLength(SlipForm.AuthCodeLength);
        builder.Property(s => s.ByName).HasMaxLength(NameLength);
        builder.Property(s => s.ConfirmedBy).HasMaxLength(NameLength);
        builder.HasOne<EvidenceItem>().WithMany().HasForeignKey(s => s.EvidenceItemId);
        builder.HasOne<CaseTransaction>().WithMany().HasForeignKey(s => s.TransactionId);
        builder.HasIndex(s => s.CaseId);
    }

    public void Configure(EntityTypeBuilder<SignalCheck> builder)
    {
        builder.ToTable("SignalChecks");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Parameters).StoredAsJson();
        builder.Property(c => c.Hits).StoredAsJson();
        builder.Property(c => c.Edition).HasMaxLength(20);
        builder.Property(c => c.ByName).HasMaxLength(NameLength);
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId);
        builder.HasIndex(c => new { c.CaseId, c.At });
    }
}
