using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;

namespace PosCases.Platform.Jobs;

/// <summary>
/// Something done again and again. A job changes nothing itself: it says which commands are due, and they go through the door
/// as the system.
/// </summary>
/// <param name="Name">Unique name, at most 80 characters.</param>
/// <param name="Every">Pause between two runs.</param>
/// <param name="Due">The commands due at the given moment.</param>
public sealed record Job(string Name, TimeSpan Every, Func<AppDb, DateTimeOffset, CancellationToken, Task<IReadOnlyList<IRequest<Result>>>> Due)
{
    /// <summary>Whether finding out what is due takes long: such a job runs beside the others instead of keeping them waiting.</summary>
    public bool IsSlow { get; init; }
}

/// <summary>Keeps two nodes from doing the same run: a job runs where its row was leased.</summary>
public sealed class JobLease
{
    /// <summary>Name of the job.</summary>
    public required string Name { get; init; }

    /// <summary>Not before this moment.</summary>
    public DateTimeOffset NextRunAt { get; set; }

    /// <summary>Held by a node until this moment.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>End of the last run.</summary>
    public DateTimeOffset? LastRunAt { get; set; }

    /// <summary>How many commands the last run sent.</summary>
    public int LastCount { get; set; }

    /// <summary>Code or type of the last failure; empty when the last run went well.</summary>
    public string? LastError { get; set; }
}

internal sealed class JobLeaseMapping : IEntityTypeConfiguration<JobLease>
{
    public void Configure(EntityTypeBuilder<JobLease> builder)
    {
        builder.ToTable("JobLeases");
        builder.HasKey(j => j.Name);
        builder.Property(j => j.Name).HasMaxLength(80);
        builder.Property(j => j.LastError).HasMaxLength(400);
    }
}
