using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Calendar;
using PosCases.Platform.Data;

namespace PosCases.Cases.Deadlines;

/// <summary>Who has to act on a level of the ladder.</summary>
public enum LadderTo
{
    /// <summary>经办人: whoever works the case, while he is away his cover.</summary>
    Owner,

    /// <summary>All supervisors who may see the case, beside whoever works it; it stands on their board until one says what happens next.</summary>
    Supervisors,
}

/// <summary>A level of the ladder.</summary>
/// <param name="AfterHours">Working hours since the breach was found.</param>
/// <param name="To">Who is told and has to act.</param>
public sealed record Rung(int AfterHours, LadderTo To);

/// <summary>How a breach that nobody takes note of rises: its levels in order, each later than the one before.</summary>
/// <param name="Rungs">The levels; level 1 is the first.</param>
public sealed record Ladder(IReadOnlyList<Rung> Rungs)
{
    /// <summary>Most levels.</summary>
    public const int Most = 6;

    /// <summary>What holds until a supervisor decides otherwise: the owner in half a day, the supervisors after one day and again after three.</summary>
    public static readonly Ladder Usual = new([new(4, LadderTo.Owner), new(9, LadderTo.Supervisors), new(27, LadderTo.Supervisors)]);

    /// <summary>The level that is due; 0 before the first.</summary>
    /// <param name="breachedAt">When the breach was found.</param>
    /// <param name="now">At which moment.</param>
    /// <param name="working">Counts working hours.</param>
    public int LevelAt(DateTimeOffset breachedAt, DateTimeOffset now, WorkingTime working) =>
        Rungs.TakeWhile(r => working.Add(breachedAt, TimeSpan.FromHours(r.AfterHours)) <= now).Count();

    /// <summary>When the level above is due; none above the last.</summary>
    /// <param name="level">The level reached.</param>
    /// <param name="breachedAt">When the breach was found.</param>
    /// <param name="working">Counts working hours.</param>
    public DateTimeOffset? NextAfter(int level, DateTimeOffset breachedAt, WorkingTime working) =>
        level < Rungs.Count ? working.Add(breachedAt, TimeSpan.FromHours(Rungs[level].AfterHours)) : null;

    /// <summary>Whether a level, or one below it, called the supervisors. A level that a shorter ladder no longer has did.</summary>
    /// <param name="level">The level; 0 is none.</param>
    public bool ReachesSupervisors(int level) => level > Rungs.Count || Rungs.Take(level).Any(r => r.To == LadderTo.Supervisors);

    /// <summary>Whether the times rise and the last level calls the supervisors.</summary>
    [JsonIgnore]
    public bool IsSound =>
        Rungs.Count is > 0 and <= Most && Rungs[^1].To == LadderTo.Supervisors && Rungs.Zip(Rungs.Skip(1)).All(pair => pair.First.AfterHours < pair.Second.AfterHours);
}

/// <summary>The ladder as supervisors set it; none while the usual one holds.</summary>
public sealed class LadderSetting : IVersioned
{
    /// <summary>There is one.</summary>
    public int Id { get; private init; } = 1;

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>The ladder.</summary>
    public required Ladder Ladder { get; set; }

    /// <summary>Who set it, name at the time.</summary>
    public required string ByName { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; set; }
}

internal sealed class LadderMapping : IEntityTypeConfiguration<LadderSetting>
{
    public void Configure(EntityTypeBuilder<LadderSetting> builder)
    {
        builder.ToTable("EscalationLadder");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.ByName).HasMaxLength(128);
        builder.Property(s => s.Ladder).StoredAsJson();
    }
}

internal static class LadderSets
{
    private static readonly CaseStatus[] Worked = [.. Enum.GetValues<CaseStatus>().Where(s => s is not (CaseStatus.Draft or CaseStatus.Closed))];

    extension(AppDb db)
    {
        /// <summary>Open cases with a clock that ran out and that nobody took note of.</summary>
        public IQueryable<Case> LateCases =>
            db.Cases.Where(c => Worked.Contains(c.Status) && c.Marks.Any(m => m.BreachedAt != null && m.AcknowledgedAt == null));

        /// <summary>The ladder that holds.</summary>
        public async Task<Ladder> LadderAsync(CancellationToken ct) =>
            (await db.Set<LadderSetting>().AsNoTracking().SingleOrDefaultAsync(ct))?.Ladder ?? Ladder.Usual;
    }
}
