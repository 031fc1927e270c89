using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Data;

namespace PosCases.Prevention.Readiness;

internal sealed class ReadinessMapping : IEntityTypeConfiguration<ContingencyPlan>, IEntityTypeConfiguration<BackupChannel>
{
    public const int NameLength = 128;
    public const int NoteLength = 300;

    public void Configure(EntityTypeBuilder<ContingencyPlan> builder)
    {
        builder.ToTable("ContingencyPlans");
        builder.HasKey(p => new { p.MerchantId, p.Number });
        builder.Property(p => p.Parts).StoredAsJson();
        builder.Property(p => p.ByName).HasMaxLength(NameLength);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(p => p.MerchantId);
    }

    public void Configure(EntityTypeBuilder<BackupChannel> builder)
    {
        builder.ToTable("BackupChannels");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.InstitutionName).HasMaxLength(NameLength);
        builder.Property(c => c.Note).HasMaxLength(NoteLength);
        builder.Property(c => c.Tests).StoredAsJson();
        builder.Ignore(c => c.LastTest);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(c => c.MerchantId);
        builder.HasOne<Institution>().WithMany().HasForeignKey(c => c.InstitutionId);
        builder.HasIndex(c => new { c.MerchantId, c.EndedAt });
        builder.HasIndex(c => c.NextTestOn);
    }
}

internal static class ReadinessSets
{
    extension(AppDb db)
    {
        public DbSet<ContingencyPlan> ContingencyPlans => db.Set<ContingencyPlan>();

        public DbSet<BackupChannel> BackupChannels => db.Set<BackupChannel>();
    }
}
