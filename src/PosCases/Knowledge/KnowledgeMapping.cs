using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Knowledge;

internal sealed class KnowledgeMapping : IEntityTypeConfiguration<Article>, IEntityTypeConfiguration<ArticleVersion>, IEntityTypeConfiguration<ReadReceipt>
{
    public const int SlugLength = 60;
    private const int NameLength = 128;

    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.ToTable("Articles");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Slug).HasMaxLength(SlugLength);
        builder.Ignore(a => a.Draft);
        builder.Ignore(a => a.Published);
        builder.HasMany(a => a.Versions).WithOne().HasForeignKey(v => v.ArticleId);
        builder.HasIndex(a => a.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ArticleVersion> builder)
    {
        builder.ToTable("ArticleVersions");
        builder.HasKey(v => new { v.ArticleId, v.Number });
        builder.OwnsOne(v => v.Content, content =>
        {
            content.Property(c => c.TitleZh).HasMaxLength(ArticleContentValidator.TitleLength);
            content.Property(c => c.TitleEn).HasMaxLength(ArticleContentValidator.TitleLength);
            content.Property(c => c.SummaryZh).HasMaxLength(ArticleContentValidator.SummaryLength);
            content.Property(c => c.SummaryEn).HasMaxLength(ArticleContentValidator.SummaryLength);
            content.Property(c => c.Causes).StoredAsJson();
            content.Property(c => c.Rules).StoredAsJson();
            content.Property(c => c.Measures).StoredAsJson();
        });
        builder.Navigation(v => v.Content).IsRequired();
        builder.Property(v => v.WriterName).HasMaxLength(NameLength);
        builder.Property(v => v.PublisherName).HasMaxLength(NameLength);
    }

    public void Configure(EntityTypeBuilder<ReadReceipt> builder)
    {
        builder.ToTable("ReadReceipts");
        builder.HasKey(r => new { r.ArticleId, r.Number, r.PersonId });
        builder.Property(r => r.Name).HasMaxLength(NameLength);
        builder.HasOne<Article>().WithMany().HasForeignKey(r => r.ArticleId);
        builder.HasIndex(r => new { r.PersonId, r.ArticleId, r.Number });
    }
}

/// <summary>An article as it is read now.</summary>
internal sealed class PublishedArticle
{
    public required ArticleId Id { get; init; }

    public required string Slug { get; init; }

    public required int Number { get; init; }

    public required ArticleContent Content { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal static class KnowledgeSets
{
    extension(AppDb db)
    {
        public DbSet<Article> Articles => db.Set<Article>();

        public DbSet<ReadReceipt> ReadReceipts => db.Set<ReadReceipt>();

        /// <summary>The published articles that the actor may read; staff all, others what is not for staff alone.</summary>
        public IQueryable<PublishedArticle> ArticlesFor(Actor actor)
        {
            var staff = actor.IsDesk || actor.Role == Role.Admin;
            return db.Articles.AsNoTracking()
                .SelectMany(a => a.Versions, (a, v) => new { a, v })
                .Where(x => x.v.Number == x.a.PublishedNumber && (staff || x.v.Content.Audience != Audience.Staff))
                .Select(x => new PublishedArticle { Id = x.a.Id, Slug = x.a.Slug, Number = x.v.Number, Content = x.v.Content, At = x.v.PublishedAt!.Value });
        }
    }
}
