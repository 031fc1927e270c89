using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Import;

internal sealed class CaseImportMapping : IEntityTypeConfiguration<CaseImport>, IEntityTypeConfiguration<CaseOrigin>, IEntityTypeConfiguration<CaseImportIssue>
{
    public const int SourceLength = 40;
    public const int NumberLength = 40;

    public void Configure(EntityTypeBuilder<CaseImport> builder)
    {
        builder.ToTable("CaseImports");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.FileName).HasMaxLength(200);
        builder.Property(i => i.Sha256).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        builder.Property(i => i.StoreName).HasMaxLength(VaultFileMapping.NameLength).IsUnicode(false);
        builder.HasOne(i => i.Stored).WithOne().HasForeignKey<CaseImport>(i => i.StoreName);
        builder.Property(i => i.Shape).StoredAsJson();
        builder.Property(i => i.Columns).StoredAsJson();
        builder.Property(i => i.Source).HasMaxLength(SourceLength);
        builder.Property(i => i.Failure).HasMaxLength(80);
        builder.Property(i => i.ByName).HasMaxLength(128);
        builder.Ignore(i => i.IsRead);
        builder.HasIndex(i => new { i.State, i.At });
    }

    public void Configure(EntityTypeBuilder<CaseOrigin> builder)
    {
        builder.ToTable("CaseOrigins");
        builder.HasKey(o => o.CaseId);
        builder.Property(o => o.CaseId).ValueGeneratedNever();
        builder.Property(o => o.Source).HasMaxLength(SourceLength);
        builder.Property(o => o.Number).HasMaxLength(NumberLength);
        builder.HasOne<Case>().WithOne().HasForeignKey<CaseOrigin>(o => o.CaseId);
        builder.HasOne<CaseImport>().WithMany().HasForeignKey(o => o.ImportId);
        builder.HasIndex(o => new { o.Source, o.Number }).IsUnique();
        builder.HasIndex(o => new { o.ImportId, o.Row });
        builder.HasIndex(o => new { o.NeedsPlan, o.ImportId, o.Row });
    }

    public void Configure(EntityTypeBuilder<CaseImportIssue> builder)
    {
        builder.ToTable("CaseImportIssues");
        builder.HasKey(i => new { i.ImportId, i.Row });
        builder.Property(i => i.Number).HasMaxLength(NumberLength);
        builder.Property(i => i.Faults).StoredAsJson();
        builder.HasOne<CaseImport>().WithMany().HasForeignKey(i => i.ImportId);
    }
}
