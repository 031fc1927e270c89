using System.Text.RegularExpressions;
using FluentValidation;
using PosCases.Platform.Messages;

namespace PosCases.Institutions;

/// <summary>How sure a statement about the outside world is.</summary>
public enum SourceConfidence
{
    /// <summary>The text of the rule, or the institution's own publication, was read.</summary>
    RuleText,

    /// <summary>The text was read in somebody else's conversion.</summary>
    ConvertedText,

    /// <summary>Secondary sources only.</summary>
    Secondary,

    /// <summary>Not verified; never shown as a rule.</summary>
    NotVerified,
}

/// <summary>An official channel as it is entered.</summary>
/// <param name="Kind">By what means.</param>
/// <param name="Value">The number, address or name.</param>
/// <param name="Source">Where it is known from.</param>
public sealed record ChannelForm(ChannelKind Kind, string Value, ChannelSource Source)
{
    internal const int ValueLength = 512;

    internal sealed class Validator : AbstractValidator<ChannelForm>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Value).NotEmpty().MaximumLength(ValueLength);
            RuleFor(c => c.Value).Must(Addresses.IsTelephone).WithErrorCode("Channel.Hotline").When(c => c.Kind == ChannelKind.Hotline);
            RuleFor(c => c.Value).Must(Addresses.IsSite).WithErrorCode("Channel.Site").When(c => c.Kind == ChannelKind.Site);
            RuleFor(c => c.Value).Must(Addresses.IsMail).WithErrorCode("Channel.Mail").When(c => c.Kind == ChannelKind.Mail);
            RuleFor(c => c.Source).NotNull().SetValidator(new ChannelSource.Validator(clock));
        }
    }
}

/// <summary>Where a channel is known from.</summary>
/// <param name="Text">In words, e.g. "printed on the acquiring agreement".</param>
/// <param name="Url">To look at; http or https.</param>
/// <param name="CheckedOn">The day, in China, on which it was compared.</param>
/// <param name="Confidence">How sure the source is.</param>
public sealed record ChannelSource(
    string Text, string? Url, DateOnly CheckedOn, SourceConfidence Confidence = SourceConfidence.RuleText)
{
    internal const int TextLength = 400;
    internal const int UrlLength = 512;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    internal sealed class Validator : AbstractValidator<ChannelSource>
    {
        public Validator(TimeProvider clock)
        {
            RuleFor(s => s.Text).NotEmpty().MaximumLength(TextLength);
            RuleFor(s => s.Url).MaximumLength(UrlLength);
            RuleFor(s => s.Url).Must(url => Addresses.IsSite(url!)).WithErrorCode("Channel.Site").When(s => !string.IsNullOrWhiteSpace(s.Url));
            RuleFor(s => s.Confidence).IsInEnum();
            RuleFor(s => s.CheckedOn).Cascade(CascadeMode.Stop).IsOrdinaryDate()
                .Must(day => day <= DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(China).DateTime)).WithErrorCode("Channel.CheckedInFuture");
        }
    }
}

internal static partial class Addresses
{
    public static bool IsTelephone(string? value) => value is not null && Telephone().IsMatch(value.Trim());

    public static bool IsSite(string? value) =>
        Uri.TryCreate(value?.Trim(), UriKind.Absolute, out var site) && (site.Scheme == Uri.UriSchemeHttps || site.Scheme == Uri.UriSchemeHttp);

    public static bool IsMail(string? value) => value is not null && Mail().IsMatch(value.Trim());

    [GeneratedRegex(@"^\+?[0-9][0-9 \-]{1,22}[0-9]$", RegexOptions.None, 1000)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$", RegexOptions.None, 1000)]
    private static partial Regex Mail();
}
