using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PosCases.Cases.Deadlines;

internal sealed class DeadlineMapping : IEntityTypeConfiguration<LegalDeadline>, IEntityTypeConfiguration<ClockMark>
{
    private const int NameLength = 128;

    public void Configure(EntityTypeBuilder<LegalDeadline> builder)
    {
        builder.ToTable("CaseDeadlines");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Rule).HasMaxLength(40);
        builder.Property(d => d.Title).StoredAsJson();
        builder.Property(d => d.Basis).StoredAsJson();
        builder.Property(d => d.Source).StoredAsJson();
        builder.Property(d => d.ByName).HasMaxLength(NameLength);
        builder.Property(d => d.EndNote).HasMaxLength(500);
        builder.Ignore(d => d.Term);
        builder.HasIndex(d => d.CaseId);
    }

    public void Configure(EntityTypeBuilder<ClockMark> builder)
    {
        builder.ToTable("ClockMarks");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Key).HasMaxLength(60);
        builder.Property(m => m.AcknowledgedBy).HasMaxLength(NameLength);
        builder.Property(m => m.Note).HasMaxLength(500);
        builder.HasIndex(m => new { m.CaseId, m.Key, m.DueAt }).IsUnique();
    }
}
