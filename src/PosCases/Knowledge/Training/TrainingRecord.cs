using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.Knowledge.Training;

/// <summary>Who was trained on what.</summary>
/// <param name="Who">Name, as typed; staff is named by the account.</param>
/// <param name="Role">What he does at the shop.</param>
/// <param name="Article">Slug of the article; none for a topic of one's own.</param>
/// <param name="Topic">What it was about, where it was no article.</param>
/// <param name="On">When; Shanghai's day.</param>
/// <param name="ValidUntil">Last day on which it counts; none when it has no end.</param>
public sealed record TrainingForm(string Who, string? Role, string? Article, string? Topic, DateOnly On, DateOnly? ValidUntil)
{
    /// <summary>Anything else.</summary>
    public string? Note { get; init; }

    /// <summary>What was chosen in the quiz, by code of the question, from 0; none where there was none.</summary>
    public IReadOnlyDictionary<string, int>? Answers { get; init; }
}

/// <summary>That somebody was trained; written once, never changed.</summary>
public sealed class TrainingRecord
{
    /// <summary>How many days before its end people are told.</summary>
    public const int DaysAhead = 30;

    private TrainingRecord()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Whose people; none for our own staff.</summary>
    public MerchantId? MerchantId { get; private init; }

    /// <summary>Who of our own staff; none for a merchant's people.</summary>
    public Guid? PersonId { get; private init; }

    /// <summary>Name, as typed.</summary>
    public string Who { get; private init; } = "";

    /// <summary>What he does at the shop.</summary>
    public string? Role { get; private init; }

    /// <summary>The article.</summary>
    public ArticleId? ArticleId { get; private init; }

    /// <summary>Which version of it.</summary>
    public int? ArticleNumber { get; private init; }

    /// <summary>Title of the article at the time, Chinese; or the topic as typed.</summary>
    public string Topic { get; private init; } = "";

    /// <summary>Title of the article at the time, English; none for a topic as typed.</summary>
    public string? TopicEn { get; private init; }

    /// <summary>When; Shanghai's day.</summary>
    public DateOnly On { get; private init; }

    /// <summary>Last day on which it counts; none when it has no end.</summary>
    public DateOnly? ValidUntil { get; private init; }

    /// <summary>Right answers in the quiz; none where there was none.</summary>
    public int? Score { get; private init; }

    /// <summary>Questions of the quiz.</summary>
    public int? OutOf { get; private init; }

    /// <summary>Anything else.</summary>
    public string? Note { get; private init; }

    /// <summary>Name of who wrote it down.</summary>
    public string ByName { get; private init; } = "";

    /// <summary>Written down at.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>To whom its papers belong: the merchant, or the person of our staff.</summary>
    internal Guid Holder => MerchantId?.Value ?? PersonId!.Value;

    /// <summary>Whether it no longer counts on the day.</summary>
    public bool IsOverOn(DateOnly day) => ValidUntil < day;

    /// <summary>Whether it stops counting within thirty days of the day, or did so not long ago.</summary>
    public bool EndsSoonOn(DateOnly day) => ValidUntil is { } end && end <= day.AddDays(DaysAhead) && end >= day.AddDays(-DaysAhead);

    internal static TrainingRecord Of(MerchantId? merchant, TrainingForm form, PublishedArticle? article, Quiz? quiz, Actor by, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        MerchantId = merchant,
        PersonId = merchant is null ? by.Id : null,
        Who = merchant is null ? by.Name : form.Who.Trim(),
        Role = Text(form.Role),
        ArticleId = article?.Id,
        ArticleNumber = article?.Number,
        Topic = article?.Content.TitleZh ?? form.Topic!.Trim(),
        TopicEn = article?.Content.TitleEn,
        On = form.On,
        ValidUntil = form.ValidUntil,
        Score = form.Answers is { } answers ? quiz?.Score(answers) : null,
        OutOf = form.Answers is null ? null : quiz?.Questions.Count,
        Note = Text(form.Note),
        ByName = by.Name,
        At = at,
    };

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

internal sealed class TrainingMapping : IEntityTypeConfiguration<TrainingRecord>
{
    public const int ShortLength = 100;
    public const int NoteLength = 500;

    public void Configure(EntityTypeBuilder<TrainingRecord> builder)
    {
        builder.ToTable("TrainingRecords");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Who).HasMaxLength(128);
        builder.Property(t => t.Role).HasMaxLength(ShortLength);
        builder.Property(t => t.Topic).HasMaxLength(ArticleContentValidator.TitleLength);
        builder.Property(t => t.TopicEn).HasMaxLength(ArticleContentValidator.TitleLength);
        builder.Property(t => t.Note).HasMaxLength(NoteLength);
        builder.Property(t => t.ByName).HasMaxLength(128);
        builder.HasOne<Merchant>().WithMany().HasForeignKey(t => t.MerchantId);
        builder.HasOne<Article>().WithMany().HasForeignKey(t => t.ArticleId);
        builder.HasIndex(t => new { t.MerchantId, t.On });
        builder.HasIndex(t => new { t.PersonId, t.On });
        builder.HasIndex(t => t.ValidUntil);
        builder.Ignore(t => t.Holder);
    }
}

internal static class TrainingSets
{
    extension(AppDb db)
    {
        public DbSet<TrainingRecord> TrainingRecords => db.Set<TrainingRecord>();
    }
}
