using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PosCases.Cases.Communication;
using PosCases.Cases.Conversation;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.CardSearch;
using PosCases.Cases.Filing;
using PosCases.Cases.Measures;
using PosCases.Cases.Plan;
using PosCases.Cases.Resolution;
using PosCases.Cases.Verification;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Storage;

namespace PosCases.Cases;

internal static class CaseSets
{
    extension(AppDb db)
    {
        public DbSet<Case> Cases => db.Set<Case>();

        public DbSet<CaseEvent> CaseEvents => db.Set<CaseEvent>();

        public DbSet<CaseDraft> Drafts => db.Set<CaseDraft>();

        public DbSet<CaseMessage> Messages => db.Set<CaseMessage>();

        public DbSet<CaseNote> Notes => db.Set<CaseNote>();
    }
}

internal sealed class CaseMapping : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.Property(c => c.HoldReason).HasMaxLength(500);
        builder.Property(c => c.HeldByName).HasMaxLength(128);
        builder.Property(c => c.OwnerFor).HasMaxLength(128);
        builder.HasIndex(c => c.HeldAt);
        builder.ToTable("Cases");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Number).HasMaxLength(20);
        builder.Property(c => c.Told).HasColumnName("Told").StoredAsJson();
        builder.Property(c => c.VerdictReasons).HasMaxLength(1000);
        builder.Property(c => c.WaitReason).HasMaxLength(500);
        builder.Property(c => c.WithdrawalReason).HasMaxLength(500);
        builder.Property(c => c.RatingComment).HasMaxLength(1000);
        builder.Property(c => c.PriorityOverrideReason).HasMaxLength(500);
        builder.Property(c => c.PriorityOverrideBy).HasMaxLength(128);
        builder.Property(c => c.ClockLeft).HasConversion<long?>();
        builder.Ignore(c => c.Balance);

        builder.HasOne<Merchant>().WithMany().HasForeignKey(c => c.MerchantId);
        builder.HasOne<Case>().WithMany().HasForeignKey(c => c.DuplicateOf);
        builder.HasMany(c => c.Events).WithOne().HasForeignKey(e => e.CaseId);
        builder.HasMany(c => c.Measures).WithOne().HasForeignKey(m => m.CaseId);
        builder.HasMany(c => c.RenewalAsks).WithOne().HasForeignKey(a => a.CaseId);
        builder.HasMany(c => c.LegalityAnswers).WithOne().HasForeignKey(a => a.CaseId);
        builder.HasMany(c => c.RiskAnswers).WithOne().HasForeignKey(a => a.CaseId);
        builder.HasMany(c => c.Readers).WithOne().HasForeignKey(r => r.CaseId);
        builder.HasMany(c => c.Restrictions).WithOne().HasForeignKey(r => r.CaseId);
        builder.HasMany(c => c.Checks).WithOne().HasForeignKey(k => k.CaseId);
        builder.HasMany(c => c.Causes).WithOne().HasForeignKey(k => k.CaseId);
        builder.HasMany(c => c.Requirements).WithOne().HasForeignKey(r => r.CaseId);
        builder.HasMany(c => c.Evidence).WithOne().HasForeignKey(i => i.CaseId);
        builder.HasMany(c => c.Parties).WithOne().HasForeignKey(p => p.CaseId);
        builder.HasMany(c => c.Communications).WithOne().HasForeignKey(e => e.CaseId);
        builder.HasMany(c => c.Rounds).WithOne().HasForeignKey(r => r.CaseId);
        builder.HasMany(c => c.Ledger).WithOne().HasForeignKey(e => e.CaseId);
        builder.HasMany(c => c.Proposals).WithOne().HasForeignKey(p => p.CaseId);
        builder.HasMany(c => c.Deadlines).WithOne().HasForeignKey(d => d.CaseId);
        builder.HasMany(c => c.Marks).WithOne().HasForeignKey(m => m.CaseId);
        builder.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.CaseId);
        builder.HasMany(c => c.Playbooks).WithOne().HasForeignKey(p => p.CaseId);
        builder.HasMany(c => c.DeviceChecks).WithOne().HasForeignKey(k => k.CaseId);
        builder.HasMany(c => c.Rechecks).WithOne().HasForeignKey(r => r.CaseId);
        builder.HasMany(c => c.Guests).WithOne().HasForeignKey(g => g.CaseId);
        builder.HasMany(c => c.Advice).WithOne().HasForeignKey(n => n.CaseId);
        builder.HasMany(c => c.Links).WithOne().HasForeignKey(l => l.FromId);
        builder.HasMany(c => c.Filings).WithOne().HasForeignKey(f => f.CaseId);

        builder.HasIndex(c => c.Serial).IsUnique();
        builder.HasIndex(c => c.Number).IsUnique();
        // With the flag in them, counting asks the rows of restricted cases only.
        builder.HasIndex(c => new { c.IsRestricted, c.Serial });
        builder.HasIndex(c => new { c.Status, c.DueAt, c.Serial, c.IsRestricted });
        builder.HasIndex(c => new { c.OwnerId, c.Status, c.DueAt, c.Serial, c.IsRestricted });
        builder.HasIndex(c => new { c.MerchantId, c.Serial });
        builder.HasIndex(c => new { c.FiledAt, c.Serial });
        builder.HasIndex(c => new { c.DueAt, c.Serial, c.IsRestricted });
        builder.HasIndex(c => new { c.AmountOrder, c.Serial });
        builder.HasIndex(c => new { c.WorkOrder, c.Serial, c.IsRestricted });
        builder.HasIndex(c => new { c.Status, c.WorkOrder, c.Serial, c.IsRestricted });
        builder.HasIndex(c => new { c.OwnerId, c.Status, c.WorkOrder, c.Serial, c.IsRestricted });
        builder.HasIndex(c => c.ClockCheckAt);
        builder.HasIndex(c => new { c.EscalationLevel, c.Serial }).HasFilter("EscalationLevel > 0");
    }
}

internal sealed class CaseChildrenMapping :
    IEntityTypeConfiguration<CaseEvent>,
    IEntityTypeConfiguration<Measure>,
    IEntityTypeConfiguration<OfficialCheck>,
    IEntityTypeConfiguration<CaseCause>,
    IEntityTypeConfiguration<EvidenceRequirement>,
    IEntityTypeConfiguration<EvidenceItem>,
    IEntityTypeConfiguration<Communication.Party>,
    IEntityTypeConfiguration<CommunicationEntry>,
    IEntityTypeConfiguration<SubmissionRound>,
    IEntityTypeConfiguration<SubmittedPaper>,
    IEntityTypeConfiguration<LedgerEntry>,
    IEntityTypeConfiguration<Proposal>,
    IEntityTypeConfiguration<CaseStep>,
    IEntityTypeConfiguration<CasePlaybook>,
    IEntityTypeConfiguration<CaseDraft>,
    IEntityTypeConfiguration<CaseMessage>,
    IEntityTypeConfiguration<MessageMark>,
    IEntityTypeConfiguration<CaseNote>
{
    private const int NameLength = 128;

    public void Configure(EntityTypeBuilder<CaseEvent> builder)
    {
        builder.ToTable("CaseEvents");
        builder.HasKey(e => e.Seq);
        builder.Property(e => e.ActorName).HasMaxLength(NameLength);
        builder.Property(e => e.Details).StoredAsJson();
        builder.HasIndex(e => new { e.CaseId, e.Seq });
    }

    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.ToTable("CaseMeasures");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.InstitutionName).HasMaxLength(NameLength);
        builder.Property(m => m.Basis).HasMaxLength(500);
        builder.Property(m => m.DocumentNumber).HasMaxLength(80);
        builder.Property(m => m.AbilitiesOff).StoredAsJson();
        builder.Property(m => m.AccountTail).HasMaxLength(4);
        builder.Property(m => m.TerminalNumber).HasMaxLength(32);
        builder.Property(m => m.Region).HasMaxLength(80);
        builder.HasOne<Institution>().WithMany().HasForeignKey(m => m.InstitutionId);
        builder.HasIndex(m => new { m.CaseId, m.InstitutionId });
        builder.HasIndex(m => new { m.DocumentNumber, m.RecordedAt });
        builder.HasIndex(m => new { m.AccountTail, m.RecordedAt });
        builder.HasIndex(m => new { m.TerminalNumber, m.RecordedAt });
        builder.HasIndex(m => m.WatchAt);
        builder.HasIndex(m => new { m.InstitutionId, m.RecordedAt, m.CaseId });
        MeasureMapping.Configure(builder);
    }

    public void Configure(EntityTypeBuilder<OfficialCheck> builder)
    {
        builder.ToTable("CaseChecks");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Channel).HasMaxLength(200);
        builder.Property(k => k.Person).HasMaxLength(80);
        builder.Property(k => k.Reference).HasMaxLength(80);
        builder.Property(k => k.Said).HasMaxLength(1000);
        builder.HasOne<Institution>().WithMany().HasForeignKey(k => k.InstitutionId);
        builder.HasIndex(k => k.CaseId);
    }

    public void Configure(EntityTypeBuilder<CaseCause> builder)
    {
        builder.ToTable("CaseCauses");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Code).HasMaxLength(40);
        builder.Property(k => k.Note).HasMaxLength(1000);
        builder.HasIndex(k => new { k.CaseId, k.Code });
        builder.HasIndex(k => k.Code);
    }

    public void Configure(EntityTypeBuilder<EvidenceRequirement> builder)
    {
        builder.ToTable("EvidenceRequirements");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Codes).StoredAsJson();
        builder.Property(r => r.WhyZh).HasMaxLength(500);
        builder.Property(r => r.WhyEn).HasMaxLength(500);
        builder.Property(r => r.WaivedReason).HasMaxLength(500);
        builder.HasMany(r => r.Items).WithOne().HasForeignKey(i => i.RequirementId);
        builder.HasIndex(r => r.CaseId);
    }

    public void Configure(EntityTypeBuilder<EvidenceItem> builder)
    {
        builder.ToTable("EvidenceItems");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Code).HasMaxLength(40);
        builder.Property(i => i.FileName).HasMaxLength(200);
        builder.Property(i => i.ContentType).HasMaxLength(100);
        builder.Property(i => i.Sha256).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        builder.Property(i => i.StorageKey).HasMaxLength(VaultFileMapping.NameLength).IsUnicode(false);
        builder.Property(i => i.ByName).HasMaxLength(NameLength);
        builder.Property(i => i.Reason).HasMaxLength(500);
        builder.Property(i => i.ReasonEn).HasMaxLength(500);
        builder.HasIndex(i => i.CaseId);
        builder.Property(i => i.CardCheck).HasDefaultValue(CardCheck.Waiting);
        builder.HasIndex(i => new { i.CardCheck, i.At });
        builder.HasIndex(i => i.StorageKey).IsUnique();
        builder.HasOne<VaultFile>().WithOne().HasForeignKey<EvidenceItem>(i => i.StorageKey);
        builder.HasOne<EvidenceItem>().WithMany().HasForeignKey(i => i.ReplacesId);
    }

    public void Configure(EntityTypeBuilder<Communication.Party> builder)
    {
        builder.ToTable("CaseParties");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<Institution>().WithMany().HasForeignKey(p => p.InstitutionId);
        builder.HasIndex(p => new { p.CaseId, p.InstitutionId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CommunicationEntry> builder)
    {
        builder.ToTable("Communications");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Counterpart).HasMaxLength(80);
        builder.Property(e => e.Reference).HasMaxLength(80);
        builder.Property(e => e.Summary).HasMaxLength(2000);
        builder.Property(e => e.Promise).HasMaxLength(500);
        builder.Property(e => e.ByName).HasMaxLength(NameLength);
        builder.HasOne<Communication.Party>().WithMany().HasForeignKey(e => e.PartyId);
        builder.HasIndex(e => e.CaseId);
    }

    public void Configure(EntityTypeBuilder<SubmissionRound> builder)
    {
        builder.HasOne<Packs.CasePack>().WithMany().HasForeignKey(r => r.PackId);
        builder.ToTable("SubmissionRounds");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Receipt).HasMaxLength(80);
        builder.Property(r => r.CoverNote).HasMaxLength(4000);
        builder.Property(r => r.AnswerText).HasMaxLength(2000);
        builder.Property(r => r.RefusalReason).HasMaxLength(40);
        builder.Property(r => r.NextRoute).HasMaxLength(10);
        // Codes with a bar between them, so that a row from before the column reads as none.
        builder.Property(r => r.Missing).HasConversion(
            codes => string.Join('|', codes),
            text => text.Split('|', StringSplitOptions.RemoveEmptyEntries),
            new ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), codes => codes.Count, codes => codes.ToArray()));
        builder.Property(r => r.Purpose).HasDefaultValue(SubmissionPurpose.Lift);
        builder.Property(r => r.Concerns).StoredAsJson();
        builder.Property(r => r.Letter).StoredAsJson();
        builder.HasOne<Communication.Party>().WithMany().HasForeignKey(r => r.PartyId);
        builder.HasMany(r => r.Papers).WithOne().HasForeignKey(p => p.RoundId);
        builder.HasIndex(r => new { r.CaseId, r.Number }).IsUnique();
        builder.HasIndex(r => new { r.PartyId, r.SentAt });
        builder.Navigation(r => r.Papers).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<SubmittedPaper> builder)
    {
        builder.ToTable("SubmittedPapers");
        builder.HasKey(p => new { p.RoundId, p.Number });
        builder.Property(p => p.Code).HasMaxLength(40);
        builder.Property(p => p.FileName).HasMaxLength(200);
        builder.Property(p => p.Sha256).HasMaxLength(64).IsFixedLength().IsUnicode(false);
        builder.HasOne<EvidenceItem>().WithMany().HasForeignKey(p => p.ItemId);
    }

    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("LedgerEntries");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Proof).HasMaxLength(200);
        builder.Property(e => e.Abilities).StoredAsJson().HasDefaultValueSql("'[]'");
        builder.HasIndex(e => e.CaseId);
    }

    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("Proposals");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Statement).HasMaxLength(2000);
        builder.Property(p => p.Proof).HasMaxLength(500);
        builder.Property(p => p.Conditions).HasMaxLength(1000);
        builder.Property(p => p.Advice).HasMaxLength(2000);
        builder.Property(p => p.ProposedByName).HasMaxLength(NameLength);
        builder.Property(p => p.ReviewedByName).HasMaxLength(NameLength);
        builder.Property(p => p.ReviewNote).HasMaxLength(1000);
        builder.HasIndex(p => new { p.CaseId, p.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CaseStep> builder)
    {
        builder.ToTable("CaseSteps");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Playbook).HasMaxLength(60);
        builder.Property(s => s.Code).HasMaxLength(60);
        builder.Property(s => s.TitleZh).HasMaxLength(200);
        builder.Property(s => s.TitleEn).HasMaxLength(200);
        builder.Property(s => s.GuidanceZh).HasMaxLength(2000);
        builder.Property(s => s.GuidanceEn).HasMaxLength(2000);
        builder.Property(s => s.Sources).StoredAsJson();
        builder.Property(s => s.Origins).StoredAsJson().HasDefaultValueSql("'[]'");
        builder.Property(s => s.Deadline).StoredAsJson();
        builder.Property(s => s.Papers).StoredAsJson().HasDefaultValueSql("'[]'");
        builder.Property(s => s.Decision).StoredAsJson();
        builder.Property(s => s.Answer).HasMaxLength(60);
        builder.Property(s => s.Note).HasMaxLength(500);
        builder.Property(s => s.EndedByName).HasMaxLength(NameLength);
        builder.HasIndex(s => new { s.CaseId, s.Playbook, s.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CasePlaybook> builder)
    {
        builder.ToTable("CasePlaybooks");
        builder.HasKey(p => new { p.CaseId, p.Code });
        builder.Property(p => p.Code).HasMaxLength(60);
        builder.HasIndex(p => new { p.Code, p.Version });
    }

    public void Configure(EntityTypeBuilder<CaseDraft> builder)
    {
        builder.ToTable("CaseDrafts");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Form).StoredAsJson();
        builder.HasOne<Merchant>().WithMany().HasForeignKey(d => d.MerchantId);
        builder.HasIndex(d => new { d.PersonId, d.SavedAt });
    }

    public void Configure(EntityTypeBuilder<CaseMessage> builder)
    {
        builder.ToTable("CaseMessages");
        builder.HasKey(m => m.Seq);
        builder.Property(m => m.AuthorName).HasMaxLength(NameLength);
        builder.Property(m => m.Text).HasMaxLength(2000);
        builder.HasOne<Case>().WithMany().HasForeignKey(m => m.CaseId);
        builder.HasIndex(m => new { m.CaseId, m.Seq });
    }

    public void Configure(EntityTypeBuilder<MessageMark> builder)
    {
        builder.ToTable("MessageMarks");
        builder.HasKey(m => new { m.CaseId, m.PersonId });
        builder.HasOne<Case>().WithMany().HasForeignKey(m => m.CaseId);
    }

    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.ToTable("CaseNotes");
        builder.HasKey(n => n.Seq);
        builder.Property(n => n.AuthorName).HasMaxLength(NameLength);
        builder.Property(n => n.Text).HasMaxLength(2000);
        builder.HasOne<Case>().WithMany().HasForeignKey(n => n.CaseId);
        builder.HasIndex(n => new { n.CaseId, n.Seq });
    }
}

/// <summary>Stores a value as one JSON column, for what is kept as it was told and never queried by its parts.</summary>
internal static class JsonColumn
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static PropertyBuilder<T> StoredAsJson<T>(this PropertyBuilder<T> property) => property.HasConversion<Converter<T>, Comparer<T>>();

    internal sealed class Converter<T>() : ValueConverter<T, string>(
        value => JsonSerializer.Serialize(value, Options),
        json => JsonSerializer.Deserialize<T>(json, Options)!);

    internal sealed class Comparer<T>() : ValueComparer<T>(
        (a, b) => JsonSerializer.Serialize(a, Options) == JsonSerializer.Serialize(b, Options),
        value => JsonSerializer.Serialize(value, Options).GetHashCode(StringComparison.Ordinal),
        value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Options), Options)!);
}
