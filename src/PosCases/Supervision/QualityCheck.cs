using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Supervision;

/// <summary>Where a check stands.</summary>
public enum QualityState
{
    /// <summary>待检查.</summary>
    Waiting,

    /// <summary>已检查: the agent may answer once.</summary>
    Checked,

    /// <summary>已回应.</summary>
    Answered,

    /// <summary>已完成.</summary>
    Closed,
}

/// <summary>A closed case that is looked at: by somebody who neither worked nor proposed nor approved it.</summary>
public sealed class QualityCheck : IVersioned
{
    private QualityCheck()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>First day of the week in which the case was closed.</summary>
    public DateOnly Period { get; private init; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>Why it is in the sample.</summary>
    public SampleReason Why { get; private init; }

    /// <summary>Who worked it.</summary>
    public Guid AgentId { get; private init; }

    /// <summary>Who proposed its outcome.</summary>
    public Guid? ProposedById { get; private init; }

    /// <summary>Who approved it.</summary>
    public Guid? ApprovedById { get; private init; }

    /// <summary>Where it stands.</summary>
    public QualityState State { get; private set; }

    /// <summary>The answered points.</summary>
    public IReadOnlyList<QualityMark> Marks { get; private set; } = [];

    /// <summary>Percent; none where no point applied or nobody looked yet.</summary>
    public int? Score { get; private set; }

    /// <summary>Who looked.</summary>
    public string? CheckedByName { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>What the agent says to it.</summary>
    public string? Reply { get; private set; }

    /// <summary>When he said it.</summary>
    public DateTimeOffset? RepliedAt { get; private set; }

    /// <summary>What the agent should take from it.</summary>
    public string? Coaching { get; private set; }

    /// <summary>Who closed it.</summary>
    public string? ClosedByName { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    internal static QualityCheck Of(DateOnly period, CaseId caseId, SampleReason why, Guid agent, Guid? proposer, Guid? approver) => new()
    {
        Id = Guid.NewGuid(),
        Period = period,
        CaseId = caseId,
        Why = why,
        AgentId = agent,
        ProposedById = proposer,
        ApprovedById = approver,
    };

    /// <summary>Whether somebody may look at it: nobody at what he worked, proposed or approved himself.</summary>
    public bool MayBeCheckedBy(Guid person) => person != AgentId && person != ProposedById && person != ApprovedById;

    /// <summary>Answers the points; until the agent has answered they may be answered anew.</summary>
    internal Result Check(IReadOnlyList<QualityMark> marks, Actor by, DateTimeOffset at)
    {
        if (!MayBeCheckedBy(by.Id))
        {
            return new CheckOfOwnWork();
        }

        if (State is QualityState.Answered or QualityState.Closed)
        {
            return new QualityNotAt(State);
        }

        (Marks, Score, CheckedByName, CheckedAt, State) = (marks, QualityChecklist.ScoreOf(marks), by.Name, at, QualityState.Checked);
        return Result.Ok;
    }

    /// <summary>The agent answers, once.</summary>
    internal Result Answer(string reply, Actor by, DateTimeOffset at)
    {
        if (by.Id != AgentId)
        {
            return new NotPermitted();
        }

        if (State != QualityState.Checked)
        {
            return new QualityNotAt(State);
        }

        (Reply, RepliedAt, State) = (reply, at, QualityState.Answered);
        return Result.Ok;
    }

    /// <summary>A supervisor closes it, with what should be taken from it.</summary>
    internal Result Close(string? coaching, Actor by, DateTimeOffset at)
    {
        if (!MayBeCheckedBy(by.Id))
        {
            return new CheckOfOwnWork();
        }

        if (State is not (QualityState.Checked or QualityState.Answered))
        {
            return new QualityNotAt(State);
        }

        (Coaching, ClosedByName, ClosedAt, State) = (coaching, by.Name, at, QualityState.Closed);
        return Result.Ok;
    }
}

/// <summary>The rule as it stands; one for the desk.</summary>
public sealed class SampleSetting : IVersioned
{
    /// <summary>The only row.</summary>
    public const int OnlyId = 1;

    /// <summary>Id.</summary>
    public int Id { get; init; } = OnlyId;

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>The rule.</summary>
    public required SampleRule Rule { get; set; }

    /// <summary>Who set it.</summary>
    public required string ByName { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; set; }
}

/// <summary>A week whose sample was drawn; it is never drawn again.</summary>
public sealed class SamplePeriod
{
    /// <summary>First day.</summary>
    public required DateOnly Period { get; init; }

    /// <summary>When it was drawn.</summary>
    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>Cases closed in it.</summary>
    public required int Closed { get; init; }

    /// <summary>Cases drawn.</summary>
    public required int Drawn { get; init; }

    /// <summary>The rule by which.</summary>
    public required SampleRule Rule { get; init; }
}

internal sealed class QualityMapping : IEntityTypeConfiguration<QualityCheck>, IEntityTypeConfiguration<SampleSetting>, IEntityTypeConfiguration<SamplePeriod>
{
    public const int TextLength = 1000;

    public void Configure(EntityTypeBuilder<QualityCheck> builder)
    {
        builder.ToTable("QualityChecks");
        builder.Property(q => q.Id).ValueGeneratedNever();
        builder.Property(q => q.Marks).StoredAsJson();
        builder.Property(q => q.CheckedByName).HasMaxLength(128);
        builder.Property(q => q.ClosedByName).HasMaxLength(128);
        builder.Property(q => q.Reply).HasMaxLength(TextLength);
        builder.Property(q => q.Coaching).HasMaxLength(TextLength);
        builder.HasOne<Case>().WithMany().HasForeignKey(q => q.CaseId);
        builder.HasIndex(q => new { q.Period, q.CaseId }).IsUnique();
        builder.HasIndex(q => new { q.AgentId, q.Period });
    }

    public void Configure(EntityTypeBuilder<SampleSetting> builder)
    {
        builder.ToTable("SampleSettings");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Rule).StoredAsJson();
        builder.Property(s => s.ByName).HasMaxLength(128);
    }

    public void Configure(EntityTypeBuilder<SamplePeriod> builder)
    {
        builder.ToTable("SamplePeriods");
        builder.HasKey(p => p.Period);
        builder.Property(p => p.Rule).StoredAsJson();
    }
}

/// <summary>Nobody checks what he worked, proposed or approved himself.</summary>
public sealed record CheckOfOwnWork : Error
{
    /// <inheritdoc/>
    public override string Code => "Quality.OwnWork";
}

/// <summary>The check stands where this cannot be done.</summary>
/// <param name="State">Where it stands.</param>
public sealed record QualityNotAt(QualityState State) : Error
{
    /// <inheritdoc/>
    public override string Code => "Quality.NotAt";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [State];
}
