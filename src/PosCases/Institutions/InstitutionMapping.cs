using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform.Data;

namespace PosCases.Institutions;

internal sealed class InstitutionMapping : IEntityTypeConfiguration<Institution>, IEntityTypeConfiguration<InstitutionChannel>
{
    public void Configure(EntityTypeBuilder<Institution> builder)
    {
        builder.ToTable("Institutions");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Code).HasMaxLength(40);
        builder.Property(i => i.Name).HasMaxLength(InstitutionProfile.NameLength);
        builder.Property(i => i.LicenceNo).HasMaxLength(InstitutionProfile.LicenceLength);
        builder.Property(i => i.LicenceCheckedAt).HasMaxLength(CheckLicence.WhereLength);
        builder.Property(i => i.Region).HasMaxLength(InstitutionProfile.RegionLength);
        builder.Property(i => i.Note).HasMaxLength(InstitutionProfile.NoteLength);
        builder.Property(i => i.UsualAnswer).HasMaxLength(1000).HasConversion(
            usual => JsonSerializer.Serialize(usual, JsonSerializerOptions.Default),
            json => JsonSerializer.Deserialize<UsualAnswer>(json, JsonSerializerOptions.Default));
        builder.HasMany(i => i.Channels).WithOne().HasForeignKey(c => c.InstitutionId);
        builder.HasIndex(i => i.Code).IsUnique();
        builder.HasIndex(i => new { i.Kind, i.Name });
        builder.HasIndex(i => i.Name);
    }

    public void Configure(EntityTypeBuilder<InstitutionChannel> builder)
    {
        builder.ToTable("InstitutionChannels");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Value).HasMaxLength(ChannelForm.ValueLength);
        builder.Property(c => c.SourceText).HasMaxLength(ChannelSource.TextLength);
        builder.Property(c => c.SourceUrl).HasMaxLength(ChannelSource.UrlLength);
    }
}

internal static class InstitutionSets
{
    extension(AppDb db)
    {
        public DbSet<Institution> Institutions => db.Set<Institution>();
    }
}
