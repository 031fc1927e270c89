using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;

namespace PosCases.Incidents;

internal sealed class IncidentMapping :
    IEntityTypeConfiguration<Incident>, IEntityTypeConfiguration<IncidentCase>, IEntityTypeConfiguration<JointNotice>, IEntityTypeConfiguration<NoticeDelivery>,
    IEntityTypeConfiguration<IncidentCounter>
{
    public const int TitleLength = 120;
    public const int KeyLength = 200;
    public const int TextLength = 2000;
    public const int FactLength = 500;
    private const int NameLength = 128;

    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("Incidents");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Number).HasMaxLength(20);
        builder.Property(i => i.Title).HasMaxLength(TitleLength);
        builder.Property(i => i.Marks).StoredAsJson();
        builder.Property(i => i.Facts).StoredAsJson();
        builder.Property(i => i.Reasons).StoredAsJson();
        builder.Property(i => i.SuggestionKey).HasMaxLength(KeyLength);
        builder.Property(i => i.OpenedByName).HasMaxLength(NameLength);
        builder.Property(i => i.EndedByName).HasMaxLength(NameLength);
        builder.Property(i => i.Summary).HasMaxLength(TextLength);
        builder.HasIndex(i => i.Serial).IsUnique();
        builder.HasIndex(i => i.Number).IsUnique();
        builder.HasIndex(i => new { i.Status, i.Serial });
        builder.HasIndex(i => i.SuggestionKey);
    }

    public void Configure(EntityTypeBuilder<IncidentCase> builder)
    {
        builder.ToTable("IncidentCases");
        builder.HasKey(m => new { m.IncidentId, m.CaseId });
        builder.Property(m => m.ByName).HasMaxLength(NameLength);
        builder.HasOne<Incident>().WithMany().HasForeignKey(m => m.IncidentId);
        builder.HasOne<Case>().WithMany().HasForeignKey(m => m.CaseId);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(m => m.MerchantId);
        builder.HasIndex(m => m.CaseId);
        builder.HasIndex(m => m.MerchantId);
    }

    public void Configure(EntityTypeBuilder<JointNotice> builder)
    {
        builder.ToTable("JointNotices");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.TextZh).HasMaxLength(TextLength);
        builder.Property(n => n.TextEn).HasMaxLength(TextLength);
        builder.Property(n => n.ByName).HasMaxLength(NameLength);
        builder.HasOne<Incident>().WithMany().HasForeignKey(n => n.IncidentId);
        builder.HasIndex(n => new { n.IncidentId, n.At });
    }

    public void Configure(EntityTypeBuilder<NoticeDelivery> builder)
    {
        builder.ToTable("NoticeDeliveries");
        builder.HasKey(d => new { d.NoticeId, d.MerchantId });
        builder.HasOne<JointNotice>().WithMany().HasForeignKey(d => d.NoticeId);
        builder.HasOne<Incident>().WithMany().HasForeignKey(d => d.IncidentId);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(d => d.MerchantId);
        builder.HasOne<Case>().WithMany().HasForeignKey(d => d.CaseId);
        builder.HasIndex(d => new { d.MerchantId, d.IncidentId });
    }

    public void Configure(EntityTypeBuilder<IncidentCounter> builder)
    {
        builder.ToTable("IncidentCounter");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasData(new IncidentCounter { Id = 1 });
    }
}

/// <summary>Gives out numbers: <c>PL-2026-0007</c>.</summary>
internal static class IncidentNumber
{
    /// <summary>Takes the next running number inside the caller's transaction; the row is the lock.</summary>
    public static async Task<long> TakeAsync(AppDb db, CancellationToken ct)
    {
        var counters = db.Set<IncidentCounter>();
        await counters.ExecuteUpdateAsync(set => set.SetProperty(c => c.Last, c => c.Last + 1), ct);
        return await counters.AsNoTracking().Select(c => c.Last).SingleAsync(ct);
    }

    /// <summary>The number people see.</summary>
    public static string Format(long serial, DateTimeOffset at) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PL-{ShanghaiTime.DateOf(at).Year:0000}-{serial:0000}");
}

/// <summary>The last running number given out.</summary>
internal sealed class IncidentCounter
{
    public int Id { get; init; }

    public long Last { get; set; }
}

internal static class IncidentSets
{
    extension(AppDb db)
    {
        public DbSet<Incident> Incidents => db.Set<Incident>();

        public DbSet<IncidentCase> IncidentCases => db.Set<IncidentCase>();

        public DbSet<JointNotice> JointNotices => db.Set<JointNotice>();

        public DbSet<NoticeDelivery> NoticeDeliveries => db.Set<NoticeDelivery>();
    }
}
