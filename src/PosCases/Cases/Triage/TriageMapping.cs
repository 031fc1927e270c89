using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PosCases.Cases.Triage;

internal sealed class TriageMapping : IEntityTypeConfiguration<DeviceCheck>, IEntityTypeConfiguration<Recheck>
{
    private const int NameLength = 128;

    public void Configure(EntityTypeBuilder<DeviceCheck> builder)
    {
        builder.ToTable("DeviceChecks");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.ByName).HasMaxLength(NameLength);
        builder.Property(k => k.Snapshot).StoredAsJson();
        builder.HasIndex(k => k.CaseId);
    }

    public void Configure(EntityTypeBuilder<Recheck> builder)
    {
        builder.ToTable("Rechecks");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Announcement).HasMaxLength(500);
        builder.Property(r => r.AnsweredByName).HasMaxLength(NameLength);
        builder.HasIndex(r => r.CaseId);
    }
}
