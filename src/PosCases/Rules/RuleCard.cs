using FluentValidation;
using PosCases.Platform.Messages;

namespace PosCases.Rules;

/// <summary>What a rule is.</summary>
public enum RuleKind
{
    /// <summary>法律.</summary>
    Law,

    /// <summary>行政法规.</summary>
    Regulation,

    /// <summary>部门规章.</summary>
    DepartmentalRule,

    /// <summary>司法解释.</summary>
    Interpretation,

    /// <summary>规范性文件.</summary>
    NormativeDocument,

    /// <summary>行业标准与自律文件; not law.</summary>
    Association,
}

/// <summary>How sure it is that a rule says what the card says. What nobody has seen at all is no card.</summary>
public enum RuleLabel
{
    /// <summary>The rule's text was read.</summary>
    RuleText,

    /// <summary>The rule's text was read in somebody else's conversion.</summary>
    ConvertedText,

    /// <summary>Others say so; worded "usually".</summary>
    Secondary,
}

/// <summary>What the library says of a rule, in our own words and in both languages. Information, not advice.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="TitleZh">Its name in Chinese, <see cref="TitleLength"/> characters at most.</param>
/// <param name="TitleEn">Its name in English.</param>
/// <param name="ArticleZh">Which articles, as in "第32条".</param>
/// <param name="ArticleEn">The same in English.</param>
/// <param name="IssuedOn">Date of the text; none when it is not known.</param>
/// <param name="InForceSince">In force since; none when it is not known.</param>
/// <param name="Label">How sure it is.</param>
/// <param name="SaysZh">What it says, in Chinese, <see cref="SaysLength"/> characters at most.</param>
/// <param name="SaysEn">What it says, in English.</param>
/// <param name="SourceZh">Where that was read, in Chinese.</param>
/// <param name="SourceEn">The same in English.</param>
/// <param name="LastCheckedOn">When it was last compared with its source.</param>
public sealed record RuleCard(
    RuleKind Kind, string TitleZh, string TitleEn, string ArticleZh, string ArticleEn, DateOnly? IssuedOn, DateOnly? InForceSince,
    RuleLabel Label, string SaysZh, string SaysEn, string SourceZh, string SourceEn, DateOnly LastCheckedOn)
{
    /// <summary>Longest name.</summary>
    public const int TitleLength = 160;

    /// <summary>Longest list of articles.</summary>
    public const int ArticleLength = 80;

    /// <summary>Longest restatement.</summary>
    public const int SaysLength = 1500;

    /// <summary>Longest source.</summary>
    public const int SourceLength = 300;

    internal sealed class Validator : AbstractValidator<RuleCard>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Label).IsInEnum();
            RuleFor(c => c.TitleZh).NotEmpty().MaximumLength(TitleLength);
            RuleFor(c => c.TitleEn).NotEmpty().MaximumLength(TitleLength);
            RuleFor(c => c.ArticleZh).NotEmpty().MaximumLength(ArticleLength);
            RuleFor(c => c.ArticleEn).NotEmpty().MaximumLength(ArticleLength);
            RuleFor(c => c.SaysZh).NotEmpty().MaximumLength(SaysLength);
            RuleFor(c => c.SaysEn).NotEmpty().MaximumLength(SaysLength);
            RuleFor(c => c.SourceZh).NotEmpty().MaximumLength(SourceLength);
            RuleFor(c => c.SourceEn).NotEmpty().MaximumLength(SourceLength);
            RuleFor(c => c.LastCheckedOn).Cascade(CascadeMode.Stop).IsOrdinaryDate().Must(day => day <= Platform.ShanghaiTime.DateOf(clock.GetUtcNow())).WithErrorCode("Rule.CheckedInFuture");
        }
    }
}
