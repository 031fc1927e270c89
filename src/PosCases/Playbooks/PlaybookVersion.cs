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

    /// <summary>The document, read.</summary>
    public PlaybookDocument Document => PlaybookDocument.Parse(Json);

    internal static PlaybookVersion Of(PlaybookDocument document, string json, DateTimeOffset at) =>
        new() { Code = document.Code, Version = document.Version, Json = json, PublishedAt = at };
}

internal sealed class PlaybookMapping : IEntityTypeConfiguration<PlaybookVersion>
{
    public void Configure(EntityTypeBuilder<PlaybookVersion> builder)
    {
        builder.ToTable("PlaybookVersions");
        builder.HasKey(p => new { p.Code, p.Version });
        builder.Property(p => p.Code).HasMaxLength(60);
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
