using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform.Data;

namespace PosCases.Cases.Relief;

internal static class ReliefSets
{
    extension(AppDb db)
    {
        public DbSet<ReliefAsk> Reliefs => db.Set<ReliefAsk>();
    }

    /// <summary>The name of the institution with which a release is talked about.</summary>
    public static Task<string> NameOfReliefAsync(this AppDb db, Case found, Guid reliefId, CancellationToken ct) =>
        found.Reliefs.SingleOrDefault(r => r.Id == reliefId) is { } talk ? db.NameOfPartyAsync(found, talk.PartyId, ct) : Task.FromResult("");
}

internal sealed class ReliefMapping : IEntityTypeConfiguration<ReliefAsk>, IEntityTypeConfiguration<ReliefStep>, IEntityTypeConfiguration<InterimWay>
{
    private const int NameLength = 128;

    public void Configure(EntityTypeBuilder<ReliefAsk> builder)
    {
        builder.ToTable("ReliefAsks");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.EndPlan).HasMaxLength(500);
        builder.Ignore(r => r.Terms);
        builder.HasOne<Case>().WithMany(c => c.Reliefs).HasForeignKey(r => r.CaseId);
        builder.HasOne<Communication.Party>().WithMany().HasForeignKey(r => r.PartyId);
        builder.HasMany(r => r.Steps).WithOne().HasForeignKey(s => s.ReliefId);
        builder.Navigation(r => r.Steps).AutoInclude();
        builder.HasIndex(r => r.CaseId);
        builder.HasIndex(r => new { r.Status, r.EndsOn });
    }

    public void Configure(EntityTypeBuilder<ReliefStep> builder)
    {
        builder.ToTable("ReliefSteps");
        builder.HasKey(s => new { s.ReliefId, s.Number });
        builder.Property(s => s.Terms).StoredAsJson();
        builder.Property(s => s.Person).HasMaxLength(80);
        builder.Property(s => s.Reference).HasMaxLength(80);
        builder.Property(s => s.ByName).HasMaxLength(NameLength);
    }

    public void Configure(EntityTypeBuilder<InterimWay> builder)
    {
        builder.ToTable("InterimWays");
        builder.Property(w => w.Id).ValueGeneratedNever();
        builder.Property(w => w.Code).HasMaxLength(40);
        builder.Property(w => w.Cost).HasMaxLength(200);
        builder.Property(w => w.Contact).HasMaxLength(200);
        builder.Property(w => w.Note).HasMaxLength(500);
        builder.Property(w => w.EndReason).HasMaxLength(300);
        builder.Property(w => w.ByName).HasMaxLength(NameLength);
        builder.Property(w => w.EndedByName).HasMaxLength(NameLength);
        builder.HasOne<Case>().WithMany(c => c.Interims).HasForeignKey(w => w.CaseId);
        builder.HasIndex(w => w.CaseId);
    }
}
