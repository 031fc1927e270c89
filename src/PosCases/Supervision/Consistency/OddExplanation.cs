using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Supervision.Consistency;

/// <summary>That a supervisor looked at a case which ended oddly, and why it did. It holds for this outcome, and stays when it is taken back.</summary>
public sealed class OddExplanation : IVersioned
{
    private OddExplanation()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>The case.</summary>
    public CaseId CaseId { get; private init; }

    /// <summary>How it ended.</summary>
    public Outcome Outcome { get; private init; }

    /// <summary>When it was closed.</summary>
    public DateOnly ClosedOn { get; private init; }

    /// <summary>Why.</summary>
    public string Word { get; private init; } = "";

    /// <summary>Who said so, name at the time.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>By whom.</summary>
    public string? TakenBackBy { get; private set; }

    internal static OddExplanation Of(CaseId id, Outcome outcome, DateOnly closedOn, string word, Actor by, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = id,
        Outcome = outcome,
        ClosedOn = closedOn,
        Word = word,
        ByName = by.Name,
        At = at,
    };

    internal void TakeBack(Actor by, DateTimeOffset at) => (TakenBackBy, TakenBackAt) = (by.Name, at);
}

internal sealed class OddExplanationMapping : IEntityTypeConfiguration<OddExplanation>
{
    public const int WordLength = 500;

    public void Configure(EntityTypeBuilder<OddExplanation> builder)
    {
        builder.ToTable("OddExplanations");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Word).HasMaxLength(WordLength);
        builder.Property(e => e.ByName).HasMaxLength(128);
        builder.Property(e => e.TakenBackBy).HasMaxLength(128);
        builder.HasOne<Case>().WithMany().HasForeignKey(e => e.CaseId);
        builder.HasIndex(e => e.CaseId);
        builder.HasIndex(e => new { e.TakenBackAt, e.ClosedOn });
    }
}

/// <summary>Somebody explained it already.</summary>
/// <param name="By">Who.</param>
public sealed record ExplainedAlready(string By) : Error
{
    /// <inheritdoc/>
    public override string Code => "Consistency.Explained";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [By];
}

/// <summary>Only a closed case with a decision can be explained.</summary>
public sealed record NotDecided : Error
{
    /// <inheritdoc/>
    public override string Code => "Consistency.NotDecided";
}
