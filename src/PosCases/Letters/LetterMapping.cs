using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases;
using PosCases.Platform.Data;

namespace PosCases.Letters;

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>, IEntityTypeConfiguration<LetterVersion>
{
    public const int CodeLength = 60;
    public const int ReasonLength = 500;

    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.ToTable("Letters");
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Template).HasMaxLength(CodeLength);
        builder.Property(l => l.Title).HasMaxLength(LetterContent.LineLength);
        builder.Property(l => l.EditedByName).HasMaxLength(128);
        builder.Property(l => l.ApprovedByName).HasMaxLength(128);
        builder.Property(l => l.ReturnReason).HasMaxLength(ReasonLength);
        builder.Property(l => l.Content).StoredAsJson();
        builder.Property(l => l.Omitted).StoredAsJson();
        builder.Property(l => l.Authors).StoredAsJson();
        builder.HasOne<Case>().WithMany().HasForeignKey(l => l.CaseId);
        builder.HasMany(l => l.Versions).WithOne().HasForeignKey(v => v.LetterId);
        builder.HasIndex(l => new { l.CaseId, l.CreatedAt });
    }

    public void Configure(EntityTypeBuilder<LetterVersion> builder)
    {
        builder.ToTable("LetterVersions");
        builder.HasKey(v => new { v.LetterId, v.Number });
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.Property(v => v.ByName).HasMaxLength(128);
        builder.Property(v => v.Content).StoredAsJson();
    }
}

internal static class LetterSets
{
    extension(AppDb db)
    {
        public DbSet<Letter> Letters => db.Set<Letter>();
    }
}
