using FluentValidation;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Knowledge;

/// <summary>Identifies an article.</summary>
public readonly record struct ArticleId(Guid Value) : ITypedId<ArticleId>
{
    /// <inheritdoc/>
    public static ArticleId Of(Guid value) => new(value);
}

/// <summary>Whom an article is for.</summary>
public enum Audience
{
    /// <summary>商户: anybody may read it, signed in or not.</summary>
    Merchant,

    /// <summary>工作人员.</summary>
    Staff,

    /// <summary>所有人.</summary>
    Both,
}

/// <summary>What an article is about.</summary>
public enum ArticleTopic
{
    /// <summary>账户被冻结.</summary>
    Freeze,

    /// <summary>防骗.</summary>
    Scam,

    /// <summary>日常经营.</summary>
    DailyTrade,

    /// <summary>设备与信息安全.</summary>
    Safety,

    /// <summary>员工培训.</summary>
    Training,
}

/// <summary>What an article says.</summary>
public sealed record ArticleContent
{
    /// <summary>Title.</summary>
    public required string TitleZh { get; init; }

    /// <summary>Title, English.</summary>
    public required string TitleEn { get; init; }

    /// <summary>One or two sentences.</summary>
    public required string SummaryZh { get; init; }

    /// <summary>The same, English.</summary>
    public required string SummaryEn { get; init; }

    /// <summary>The text, as <see cref="SafeText"/> reads it.</summary>
    public required string BodyZh { get; init; }

    /// <summary>The same, English.</summary>
    public required string BodyEn { get; init; }

    /// <summary>What it is about.</summary>
    public required ArticleTopic Topic { get; init; }

    /// <summary>Whom it is for.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Whether its readers are asked to say that they understood it.</summary>
    public bool MustRead { get; init; }

    /// <summary>Causes to which it belongs, by code.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];

    /// <summary>Rules on which it rests, by code.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Measures of after-care that it helps with, by code: <c>P01</c>.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];
}

/// <summary>A version of an article. Once published it never changes.</summary>
public sealed class ArticleVersion
{
    /// <summary>The article.</summary>
    public required ArticleId ArticleId { get; init; }

    /// <summary>Number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>What it says.</summary>
    public ArticleContent Content { get; internal set; } = null!;

    /// <summary>Who wrote it last; nobody for a shipped one.</summary>
    public Guid? WriterId { get; internal set; }

    /// <summary>The name; none for a shipped one.</summary>
    public string? WriterName { get; internal set; }

    /// <summary>Written at.</summary>
    public DateTimeOffset WrittenAt { get; internal set; }

    /// <summary>Who published it; none for a shipped one.</summary>
    public string? PublisherName { get; internal set; }

    /// <summary>Published at; none for a draft.</summary>
    public DateTimeOffset? PublishedAt { get; internal set; }
}

/// <summary>An article of the knowledge base with its versions.</summary>
public sealed class Article : IVersioned
{
    private readonly List<ArticleVersion> versions = [];

    private Article()
    {
    }

    /// <summary>Id.</summary>
    public ArticleId Id { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Its name in addresses; lower-case letters, digits and hyphens.</summary>
    public string Slug { get; private init; } = "";

    /// <summary>The version that is read now; none before the first was published, and after it was taken down.</summary>
    public int? PublishedNumber { get; private set; }

    /// <summary>Taken down at.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>The versions, as far as they were read with it.</summary>
    public IReadOnlyList<ArticleVersion> Versions => versions;

    /// <summary>The version that is being written; none where there is none.</summary>
    public ArticleVersion? Draft => versions.Find(v => v.PublishedAt is null);

    /// <summary>The version that is read now.</summary>
    public ArticleVersion? Published => versions.Find(v => v.Number == PublishedNumber);

    /// <summary>Begins an article with its first draft.</summary>
    public static Article Begin(string slug, ArticleContent content, Actor by, DateTimeOffset at)
    {
        Article begun = new() { Id = new ArticleId(Guid.NewGuid()), Slug = slug };
        begun.Write(content, by, at);
        return begun;
    }

    /// <summary>One that the product ships; published at once.</summary>
    internal static Article Ship(string slug, ArticleContent content, DateTimeOffset at)
    {
        Article shipped = new() { Id = new ArticleId(Guid.NewGuid()), Slug = slug, PublishedNumber = 1 };
        shipped.versions.Add(new ArticleVersion { ArticleId = shipped.Id, Number = 1, Content = content, WrittenAt = at, PublishedAt = at });
        return shipped;
    }

    /// <summary>Writes the draft: the open one, or a further version.</summary>
    public void Write(ArticleContent content, Actor by, DateTimeOffset at)
    {
        var draft = Draft;
        if (draft is null)
        {
            draft = new ArticleVersion { ArticleId = Id, Number = versions.Select(v => v.Number).DefaultIfEmpty(0).Max() + 1 };
            versions.Add(draft);
        }

        (draft.Content, draft.WriterId, draft.WriterName, draft.WrittenAt) = (content, by.Id, by.Name, at);
    }

    /// <summary>Publishes the draft. Whoever wrote it last does not.</summary>
    public Result Publish(Actor by, DateTimeOffset at)
    {
        if (Draft is not { } draft)
        {
            return new ArticleRefused(ArticleRefusal.NoDraft);
        }

        if (draft.WriterId == by.Id)
        {
            return new ArticleRefused(ArticleRefusal.OwnDraft);
        }

        (draft.PublisherName, draft.PublishedAt) = (by.Name, at);
        (PublishedNumber, RetiredAt) = (draft.Number, null);
        return Result.Ok;
    }

    /// <summary>Takes the article down; its versions and who read them stay.</summary>
    public Result Retire(DateTimeOffset at)
    {
        if (PublishedNumber is null)
        {
            return new ArticleRefused(ArticleRefusal.NotPublished);
        }

        (PublishedNumber, RetiredAt) = (null, at);
        return Result.Ok;
    }
}

/// <summary>That somebody read a version.</summary>
public sealed class ReadReceipt
{
    /// <summary>The article.</summary>
    public required ArticleId ArticleId { get; init; }

    /// <summary>Which version.</summary>
    public required int Number { get; init; }

    /// <summary>Who.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Of which merchant; none for staff.</summary>
    public required Guid? Merchant { get; init; }

    /// <summary>The name at the time.</summary>
    public required string Name { get; init; }

    /// <summary>First opened at.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Said to have understood it at.</summary>
    public DateTimeOffset? UnderstoodAt { get; set; }
}

/// <summary>Why something cannot be done with an article.</summary>
public enum ArticleRefusal
{
    /// <summary>There is no draft.</summary>
    NoDraft,

    /// <summary>Whoever wrote a draft does not publish it.</summary>
    OwnDraft,

    /// <summary>It is not published.</summary>
    NotPublished,

    /// <summary>Another article has this name in its address.</summary>
    SlugTaken,
}

/// <summary>The article does not allow it.</summary>
/// <param name="Why">Why not.</param>
public sealed record ArticleRefused(ArticleRefusal Why) : Error
{
    /// <inheritdoc/>
    public override string Code => $"Article.{Why}";
}

/// <summary>Field rules of what an article says.</summary>
internal sealed class ArticleContentValidator : AbstractValidator<ArticleContent>
{
    public const int TitleLength = 120;
    public const int SummaryLength = 400;
    public const int BodyLength = 12_000;

    public ArticleContentValidator()
    {
        RuleFor(c => c.TitleZh).NotEmpty().MaximumLength(TitleLength);
        RuleFor(c => c.TitleEn).NotEmpty().MaximumLength(TitleLength);
        RuleFor(c => c.SummaryZh).NotEmpty().MaximumLength(SummaryLength);
        RuleFor(c => c.SummaryEn).NotEmpty().MaximumLength(SummaryLength);
        RuleFor(c => c.BodyZh).NotEmpty().MaximumLength(BodyLength);
        RuleFor(c => c.BodyEn).NotEmpty().MaximumLength(BodyLength);
        RuleFor(c => c.Topic).IsInEnum();
        RuleFor(c => c.Audience).IsInEnum();
        RuleForEach(c => c.Causes).MaximumLength(60).Must(code => PosCases.Cases.Causes.CauseLibrary.Find(code) is not null).WithErrorCode("UnknownCode");
        RuleForEach(c => c.Rules).MaximumLength(60);
        RuleForEach(c => c.Measures).MaximumLength(10).Must(code => PosCases.AfterCare.PreventionLibrary.Find(code) is not null).WithErrorCode("UnknownCode");
    }
}
