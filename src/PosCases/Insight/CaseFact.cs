using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases;
using PosCases.Merchants;

namespace PosCases.Insight;

/// <summary>
/// What the figures count of one case. Derived by <see cref="FactMaker"/>, kept by <see cref="FactKeeper"/>, never a source of anything. A restricted
/// case has no row. Dates are Shanghai's, amounts whole fen, keys plain words, so that grouping needs nothing but this table.
/// </summary>
internal sealed class CaseFact
{
    /// <summary>Most characters of a key.</summary>
    public const int KeyLength = 80;

    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>Running number.</summary>
    public required long Serial { get; init; }

    /// <summary>The merchant.</summary>
    public required MerchantId MerchantId { get; init; }

    /// <summary>Who works it.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Present work status.</summary>
    public required string Stage { get; init; }

    /// <summary>When somebody must act.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Handed in.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>The notice was judged: true, a scam, or nothing frozen.</summary>
    public DateOnly? VerifiedOn { get; init; }

    /// <summary>First sent to an institution.</summary>
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>Last final answer of an institution: lifted, lifted in part, or refused.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>First release in the ledger.</summary>
    public DateOnly? ReleasedOn { get; init; }

    /// <summary>Closed.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Closed with a freeze lifted, lifted in part, or run out.</summary>
    public DateOnly? EasedOn { get; init; }

    /// <summary>How it ended.</summary>
    public string? Outcome { get; init; }

    /// <summary>Days from filing to closing.</summary>
    public long? Days { get; init; }

    /// <summary>The institution that imposed the measure, as its id.</summary>
    public string? Institution { get; init; }

    /// <summary>Where the merchant trades, as recorded when the case last changed.</summary>
    public string? Region { get; init; }

    /// <summary>Model of the terminal.</summary>
    public string? Model { get; init; }

    /// <summary>The cause classified last.</summary>
    public string? Cause { get; init; }

    /// <summary>Kind of the measure of that institution.</summary>
    public string? Measure { get; init; }

    /// <summary>Ever frozen, by the ledger.</summary>
    public required long FrozenFen { get; init; }

    /// <summary>Still frozen.</summary>
    public required long RemainingFen { get; init; }

    /// <summary>Estimated loss until the easing, lower figure.</summary>
    public long? LossFen { get; init; }

    /// <summary>Estimated loss from the easing to the day on which the measure would have ended by itself, lower figure.</summary>
    public long? AvoidedFen { get; init; }

    /// <summary>The merchant's rating, 1 to 5.</summary>
    public long? Rating { get; init; }

    /// <summary>Rated.</summary>
    public DateOnly? RatedOn { get; init; }

    /// <summary>The eased case of the same merchant after which this freeze came within 90 days.</summary>
    public CaseId? RefreezeOf { get; set; }

    /// <summary>Days since that one was closed.</summary>
    public int? RefreezeDays { get; set; }

    /// <summary>Days from the easing to the next freeze of the same merchant, within 90.</summary>
    public int? RefrozenAfter { get; init; }

    /// <summary>Whether it can be a freeze that came again: neither a scam nor a device, nor withdrawn, nor a duplicate.</summary>
    public required bool IsFreeze { get; init; }

    /// <summary>What happened in the case on a day.</summary>
    public List<FactLine> Lines { get; init; } = [];
}

/// <summary>What a <see cref="FactLine"/> counts.</summary>
internal enum FactKind
{
    /// <summary>A stage was left; value: seconds in it.</summary>
    Stage,

    /// <summary>An institution answered, or let its day pass; value: seconds from sending to the final answer.</summary>
    Answer,

    /// <summary>A promise of an institution was settled.</summary>
    Promise,

    /// <summary>A legal deadline ended or passed.</summary>
    Legal,

    /// <summary>Ledger: frozen; value: fen.</summary>
    Frozen,

    /// <summary>Ledger: released; value: fen.</summary>
    Released,

    /// <summary>Ledger: deducted; value: fen.</summary>
    Deducted,

    /// <summary>Ledger: paid back; value: fen.</summary>
    Refunded,

    /// <summary>A case with this playbook was closed; value: days from filing.</summary>
    Playbook,
}

/// <summary>One thing that is counted on the day on which it happened.</summary>
internal sealed class FactLine
{
    /// <summary>Most characters of the reason.</summary>
    public const int WhyLength = 200;

    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>Counts within the case.</summary>
    public required int Seq { get; init; }

    /// <summary>What it counts.</summary>
    public required FactKind Kind { get; init; }

    /// <summary>When it is counted.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Stage, institution, rule or playbook.</summary>
    public string? Key { get; init; }

    /// <summary>Whose time it was: a member of <see cref="ClockSide"/>.</summary>
    public string? Side { get; init; }

    /// <summary>Seconds, fen or days.</summary>
    public long? Value { get; init; }

    /// <summary>Whether a clock was kept; for a playbook, whether the freeze was eased.</summary>
    public bool? Kept { get; init; }

    /// <summary>What was noted when somebody took note of the breach.</summary>
    public string? Why { get; init; }
}

/// <summary>A case whose facts must be made anew.</summary>
internal sealed class FactTodo
{
    /// <summary>Order.</summary>
    public long Seq { get; private init; }

    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>When it changed.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>How far the filling has come.</summary>
internal sealed class FactProgress
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>Cases up to this running number were counted.</summary>
    public long Serial { get; set; }

    /// <summary>Whether everything that was there at the beginning is counted.</summary>
    public bool IsDone { get; set; }
}

internal sealed class FactMapping :
    IEntityTypeConfiguration<CaseFact>, IEntityTypeConfiguration<FactLine>, IEntityTypeConfiguration<FactTodo>, IEntityTypeConfiguration<FactProgress>
{
    public void Configure(EntityTypeBuilder<CaseFact> builder)
    {
        builder.ToTable("CaseFacts");
        builder.HasKey(f => f.CaseId);
        builder.Property(f => f.CaseId).ValueGeneratedNever();
        builder.Property(f => f.Stage).HasMaxLength(40);
        builder.Property(f => f.Outcome).HasMaxLength(40);
        builder.Property(f => f.Institution).HasMaxLength(36);
        builder.Property(f => f.Region).HasMaxLength(CaseFact.KeyLength);
        builder.Property(f => f.Model).HasMaxLength(CaseFact.KeyLength);
        builder.Property(f => f.Cause).HasMaxLength(40);
        builder.Property(f => f.Measure).HasMaxLength(40);
        builder.HasMany(f => f.Lines).WithOne().HasForeignKey(l => l.CaseId);

        // Each holds what the figures over it need, so that they read the index alone.
        builder.HasIndex(f => new { f.FiledOn, f.ClosedOn, f.OwnerId, f.Institution, f.Region, f.Model, f.Cause });
        builder.HasIndex(f => new { f.ClosedOn, f.Outcome, f.Days, f.OwnerId });
        builder.HasIndex(f => new { f.Stage, f.FiledOn, f.DueAt, f.RemainingFen, f.OwnerId });
        builder.HasIndex(f => new { f.EasedOn, f.OwnerId, f.RefrozenAfter, f.AvoidedFen, f.LossFen });
        builder.HasIndex(f => new { f.RatedOn, f.Rating, f.OwnerId });
        builder.HasIndex(f => new { f.MerchantId, f.EasedOn });
        builder.HasIndex(f => new { f.RefreezeOf, f.RefreezeDays });
        builder.HasIndex(f => new { f.OwnerId, f.FiledOn });

        // How cases of a kind ended: all kinds of some days, and one kind. The second must not lie in the order of the kinds, or
        // all kinds would be counted along it, over the days of every year.
        builder.HasIndex(f => new { f.ClosedOn, f.Cause, f.Measure, f.Institution, f.Outcome });
        builder.HasIndex(f => new { f.Measure, f.Institution, f.ClosedOn, f.Cause, f.Outcome });
    }

    public void Configure(EntityTypeBuilder<FactLine> builder)
    {
        builder.ToTable("CaseFactLines");
        builder.HasKey(l => new { l.CaseId, l.Seq });
        builder.Property(l => l.Key).HasMaxLength(CaseFact.KeyLength);
        builder.Property(l => l.Side).HasMaxLength(12);
        builder.Property(l => l.Why).HasMaxLength(FactLine.WhyLength);
        builder.HasIndex(l => new { l.Kind, l.On, l.Key, l.Side, l.Kept, l.Value });
    }

    public void Configure(EntityTypeBuilder<FactTodo> builder)
    {
        builder.ToTable("FactTodos");
        builder.HasKey(t => t.Seq);
    }

    public void Configure(EntityTypeBuilder<FactProgress> builder)
    {
        builder.ToTable("FactProgress");
        builder.Property(p => p.Id).ValueGeneratedNever();
    }
}
