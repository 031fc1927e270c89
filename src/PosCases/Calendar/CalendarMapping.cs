using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform.Data;

namespace PosCases.Calendar;

internal sealed class CalendarMapping :
    IEntityTypeConfiguration<CalendarYear>, IEntityTypeConfiguration<CalendarDay>, IEntityTypeConfiguration<CalendarChange>
{
    internal const int NameLength = 60;
    internal const int ReasonLength = 300;

    public void Configure(EntityTypeBuilder<CalendarYear> builder)
    {
        builder.ToTable("CalendarYears");
        builder.HasKey(y => y.Year);
        builder.Property(y => y.Year).ValueGeneratedNever();
        builder.Property(y => y.SourceZh).HasMaxLength(ReasonLength);
        builder.Property(y => y.SourceEn).HasMaxLength(ReasonLength);
        builder.HasMany(y => y.Days).WithOne().HasForeignKey(d => d.Year);
    }

    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("CalendarDays");
        builder.HasKey(d => new { d.Year, d.Date });
        builder.Property(d => d.NameZh).HasMaxLength(NameLength);
        builder.Property(d => d.NameEn).HasMaxLength(NameLength);
    }

    public void Configure(EntityTypeBuilder<CalendarChange> builder)
    {
        builder.ToTable("CalendarChanges");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Reason).HasMaxLength(ReasonLength);
        builder.Property(c => c.ByName).HasMaxLength(128);
        builder.HasIndex(c => new { c.Year, c.Id });
    }
}

internal static class CalendarSets
{
    extension(AppDb db)
    {
        public DbSet<CalendarYear> CalendarYears => db.Set<CalendarYear>();

        public DbSet<CalendarDay> CalendarDays => db.Set<CalendarDay>();

        public DbSet<CalendarChange> CalendarChanges => db.Set<CalendarChange>();
    }
}
