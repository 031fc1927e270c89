using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Platform.Data;

namespace PosCases.Rules;

internal sealed class RuleMapping : IEntityTypeConfiguration<Rule>, IEntityTypeConfiguration<RuleChange>
{
    private const int CodeLength = 40;

    public static JsonSerializerOptions Json { get; } = new() { Converters = { new JsonStringEnumConverter() } };

    public void Configure(EntityTypeBuilder<Rule> builder)
    {
        builder.ToTable("Rules");
        builder.HasKey(r => r.Code);
        builder.Property(r => r.Code).HasMaxLength(CodeLength);
        builder.Property(r => r.TitleZh).HasMaxLength(RuleCard.TitleLength);
        builder.Property(r => r.TitleEn).HasMaxLength(RuleCard.TitleLength);
        builder.Property(r => r.ArticleZh).HasMaxLength(RuleCard.ArticleLength);
        builder.Property(r => r.ArticleEn).HasMaxLength(RuleCard.ArticleLength);
        builder.Property(r => r.SaysZh).HasMaxLength(RuleCard.SaysLength);
        builder.Property(r => r.SaysEn).HasMaxLength(RuleCard.SaysLength);
        builder.Property(r => r.SourceZh).HasMaxLength(RuleCard.SourceLength);
        builder.Property(r => r.SourceEn).HasMaxLength(RuleCard.SourceLength);
        builder.Ignore(r => r.Card);
        builder.HasMany(r => r.Changes).WithOne().HasForeignKey(c => c.RuleCode);
    }

    public void Configure(EntityTypeBuilder<RuleChange> builder)
    {
        builder.ToTable("RuleChanges");
        builder.HasKey(c => c.Seq);
        builder.Property(c => c.RuleCode).HasMaxLength(CodeLength);
        // Never queried by its parts: the card as it was.
        builder.Property(c => c.Before).HasConversion(
            card => JsonSerializer.Serialize(card, Json), json => JsonSerializer.Deserialize<RuleCard>(json, Json)!);
        builder.Property(c => c.Reason).HasMaxLength(ReviseRule.ReasonLength);
        builder.Property(c => c.ByName).HasMaxLength(128);
    }
}

internal static class RuleSets
{
    extension(AppDb db)
    {
        public DbSet<Rule> Rules => db.Set<Rule>();

        public DbSet<RuleChange> RuleChanges => db.Set<RuleChange>();
    }
}
