using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases.Legality;
using PosCases.Cases.Restriction;
using PosCases.Cases.Verification;
using PosCases.People;

namespace PosCases.Cases.Measures;

internal sealed class MeasureMapping :
    IEntityTypeConfiguration<MeasureRenewal>,
    IEntityTypeConfiguration<RenewalAsk>,
    IEntityTypeConfiguration<LegalityAnswer>,
    IEntityTypeConfiguration<RiskAnswer>,
    IEntityTypeConfiguration<CaseReader>,
    IEntityTypeConfiguration<CaseRestriction>
{
    private const int NameLength = 128;
    private const int NoteLength = 500;

    public static void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.Property(m => m.OrderedBy).StoredAsJson();
        builder.Property(m => m.Term).StoredAsJson();
        builder.Property(m => m.Scope).HasDefaultValue(FreezeScope.Unknown);
        builder.Property(m => m.EndProof).HasMaxLength(NoteLength);
        builder.Ignore(m => m.Expiry);
        builder.HasMany(m => m.Renewals).WithOne().HasForeignKey(r => r.MeasureId);
        builder.Navigation(m => m.Renewals).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<MeasureRenewal> builder)
    {
        builder.ToTable("MeasureRenewals");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.DocumentNumber).HasMaxLength(80);
        builder.Property(r => r.Term).StoredAsJson();
        builder.Property(r => r.Note).HasMaxLength(NoteLength);
        builder.Property(r => r.ByName).HasMaxLength(NameLength);
        builder.HasIndex(r => new { r.MeasureId, r.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RenewalAsk> builder)
    {
        builder.ToTable("RenewalAsks");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Note).HasMaxLength(NoteLength);
        builder.HasOne<Measure>().WithMany().HasForeignKey(a => a.MeasureId);
        builder.HasIndex(a => a.CaseId);
    }

    public void Configure(EntityTypeBuilder<LegalityAnswer> builder)
    {
        builder.ToTable("LegalityAnswers");
        builder.HasKey(a => new { a.CaseId, a.MeasureId, a.Question });
        builder.Property(a => a.Note).HasMaxLength(NoteLength);
        builder.Property(a => a.ByName).HasMaxLength(NameLength);
        builder.HasOne<Measure>().WithMany().HasForeignKey(a => a.MeasureId);
    }

    public void Configure(EntityTypeBuilder<RiskAnswer> builder)
    {
        builder.ToTable("RiskAnswers");
        builder.HasKey(a => new { a.CaseId, a.Code });
        builder.Property(a => a.Code).HasMaxLength(3);
        builder.Property(a => a.Note).HasMaxLength(NoteLength);
        builder.Property(a => a.ByName).HasMaxLength(NameLength);
    }

    public void Configure(EntityTypeBuilder<CaseReader> builder)
    {
        builder.ToTable("CaseReaders");
        builder.HasKey(r => new { r.CaseId, r.PersonId });
        builder.Property(r => r.Name).HasMaxLength(NameLength);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
        builder.HasIndex(r => new { r.PersonId, r.CaseId });
    }

    public void Configure(EntityTypeBuilder<CaseRestriction> builder)
    {
        builder.ToTable("CaseRestrictions");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Reason).HasMaxLength(NoteLength);
        builder.Property(r => r.ByName).HasMaxLength(NameLength);
        builder.HasIndex(r => r.CaseId);
    }
}
