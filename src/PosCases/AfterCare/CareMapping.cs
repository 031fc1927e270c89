using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases;
using PosCases.Cases.Papers;
using PosCases.Merchants;
using PosCases.Platform.Data;

namespace PosCases.AfterCare;

internal sealed class CareMapping :
    IEntityTypeConfiguration<CarePlan>, IEntityTypeConfiguration<CareTask>, IEntityTypeConfiguration<Inspection>, IEntityTypeConfiguration<LookBack>,
    IEntityTypeConfiguration<CareSilence>, IEntityTypeConfiguration<CareTodo>
{
    public const int WordsLength = 500;
    public const int PersonLength = 80;
    public const int NoteLength = 1000;
    private const int NameLength = 128;
    private const int CodeLength = 10;

    public void Configure(EntityTypeBuilder<CarePlan> builder)
    {
        builder.ToTable("CarePlans");
        builder.HasKey(p => p.CaseId);
        builder.Property(p => p.CaseId).ValueGeneratedNever();
        builder.Property(p => p.SavedByName).HasMaxLength(NameLength);
        builder.HasOne<Case>().WithOne().HasForeignKey<CarePlan>(p => p.CaseId);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(p => p.MerchantId);
        builder.HasIndex(p => new { p.MerchantId, p.ClosedOn });
        builder.HasIndex(p => p.NextLookBackOn);
    }

    public void Configure(EntityTypeBuilder<CareTask> builder)
    {
        builder.ToTable("CareTasks");
        builder.HasKey(t => t.Seq);
        builder.Property(t => t.Code).HasMaxLength(CodeLength);
        builder.Property(t => t.Question).HasMaxLength(CodeLength);
        builder.Property(t => t.Words).HasMaxLength(WordsLength);
        builder.Property(t => t.Person).HasMaxLength(PersonLength);
        builder.Property(t => t.Said).HasMaxLength(WordsLength);
        builder.Property(t => t.Reason).HasMaxLength(WordsLength);
        builder.Property(t => t.LookedByName).HasMaxLength(NameLength);
        builder.Property(t => t.OfferedByName).HasMaxLength(NameLength);
        builder.Property(t => t.JudgedByName).HasMaxLength(NameLength);
        builder.Ignore(t => t.Measure);
        builder.Ignore(t => t.WantsLook);
        builder.HasOne<Case>().WithMany().HasForeignKey(t => t.CaseId);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(t => t.MerchantId);
        builder.HasOne<MerchantPaper>().WithMany().HasForeignKey(t => t.PaperId);
        builder.HasIndex(t => t.Id).IsUnique();
        builder.HasIndex(t => t.CaseId);
        builder.HasIndex(t => new { t.MerchantId, t.State, t.DueOn });
        builder.HasIndex(t => new { t.State, t.DueOn, t.Seq });
        builder.HasIndex(t => new { t.OwnerId, t.State, t.DueOn, t.Seq });
        builder.HasIndex(t => new { t.LookState, t.DueOn, t.Seq });
        builder.HasIndex(t => t.NextReminderOn);
    }

    public void Configure(EntityTypeBuilder<Inspection> builder)
    {
        builder.ToTable("CareInspections");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Answers).StoredAsJson();
        builder.Property(i => i.StartedByName).HasMaxLength(NameLength);
        builder.Property(i => i.DoneByName).HasMaxLength(NameLength);
        builder.Ignore(i => i.Questionnaire);
        builder.Ignore(i => i.Unanswered);
        builder.Ignore(i => i.Findings);
        builder.HasOne<Case>().WithMany().HasForeignKey(i => i.CaseId);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(i => i.MerchantId);
        builder.HasIndex(i => i.CaseId);
        builder.HasIndex(i => new { i.MerchantId, i.StartedAt });
    }

    public void Configure(EntityTypeBuilder<LookBack> builder)
    {
        builder.ToTable("LookBacks");
        builder.HasKey(l => l.Seq);
        builder.Property(l => l.AnswerWords).HasMaxLength(WordsLength);
        builder.Property(l => l.Result).StoredAsJson();
        builder.Ignore(l => l.IsDone);
        builder.Property(l => l.DoneByName).HasMaxLength(NameLength);
        builder.HasOne<Case>().WithMany().HasForeignKey(l => l.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(l => l.FollowedBy);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(l => l.MerchantId);
        builder.HasIndex(l => l.Id).IsUnique();
        builder.HasIndex(l => new { l.CaseId, l.ClosedOn, l.Days }).IsUnique();
        builder.HasIndex(l => new { l.MerchantId, l.State });
        builder.HasIndex(l => new { l.State, l.DueOn, l.Seq });
        builder.HasIndex(l => new { l.OwnerId, l.State, l.DueOn, l.Seq });
        builder.HasIndex(l => new { l.Answer, l.AnsweredAt });
    }

    public void Configure(EntityTypeBuilder<CareSilence> builder)
    {
        builder.ToTable("CareSilences");
        builder.HasKey(s => s.MerchantId);
        builder.Property(s => s.MerchantId).ValueGeneratedNever();
        builder.Property(s => s.ByName).HasMaxLength(NameLength);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(s => s.MerchantId);
    }

    public void Configure(EntityTypeBuilder<CareTodo> builder)
    {
        builder.ToTable("CareTodos");
        builder.HasKey(t => t.Seq);
        builder.HasIndex(t => t.CaseId);
    }
}

internal static class CareSets
{
    extension(AppDb db)
    {
        public DbSet<CarePlan> CarePlans => db.Set<CarePlan>();

        public DbSet<CareTask> CareTasks => db.Set<CareTask>();

        public DbSet<Inspection> Inspections => db.Set<Inspection>();

        public DbSet<LookBack> LookBacks => db.Set<LookBack>();

        public DbSet<CareSilence> CareSilences => db.Set<CareSilence>();
    }
}
