using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform.Data;

namespace PosCases.Playbooks;

/// <summary>A published version of a playbook. Never changed; cases pin it.</summary>
public sealed class PlaybookVersion
{
    private PlaybookVersion()
    {
    }

    /// <summary>Code of the playbook.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Version, from 1.</summary>
    public int Version { get; private init; }

    /// <summary>The document as it was published.</summary>
    public string Json { get; private init; } = "";

    /// <summary>Published at.</summary>
    public DateTimeOffset PublishedAt { get; private init; }

    /// <summary>Who wrote it; none for those that the product ships.</summary>
    public string? WrittenByName { get; private init; }

    /// <summary>The second supervisor, who approved it; none for those that the product ships.</summary>
    public string? ApprovedByName { get; private init; }

    /// <summary>No new case takes it from then on; cases that pin it go on.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Why it was retired.</summary>
    public string? RetiredReason { get; private set; }

    /// <summary>The document, read.</summary>
    public PlaybookDocument Document => PlaybookDocument.Parse(Json);

    internal static PlaybookVersion Of(PlaybookDocument document, string json, DateTimeOffset at) =>
        new() { Code = document.Code, Version = document.Version, Json = json, PublishedAt = at };

    internal static PlaybookVersion Approved(PlaybookDocument document, string writer, string approver, DateTimeOffset at) => new()
    {
        Code = document.Code,
        Version = document.Version,
        Json = document.ToJson(),
        PublishedAt = at,
        WrittenByName = writer,
        ApprovedByName = approver,
    };

    internal void Retire(string reason, DateTimeOffset at) => (RetiredAt, RetiredReason) = (at, reason);
}

internal sealed class PlaybookMapping : IEntityTypeConfiguration<PlaybookVersion>
{
    public void Configure(EntityTypeBuilder<PlaybookVersion> builder)
    {
        builder.ToTable("PlaybookVersions");
        builder.HasKey(p => new { p.Code, p.Version });
        builder.Property(p => p.Code).HasMaxLength(60);
        builder.Property(p => p.WrittenByName).HasMaxLength(128);
        builder.Property(p => p.ApprovedByName).HasMaxLength(128);
        builder.Property(p => p.RetiredReason).HasMaxLength(500);
        builder.Ignore(p => p.Document);
    }
}

internal static class PlaybookSets
{
    extension(AppDb db)
    {
        public DbSet<PlaybookVersion> Playbooks => db.Set<PlaybookVersion>();
    }
}
