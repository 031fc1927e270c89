using FluentValidation;

namespace PosCases.Cases.Evidence;

/// <summary>Field rules of a paper asked for.</summary>
internal static class EvidenceAskRules
{
    /// <summary>Adds the rules.</summary>
    public static void Apply(InlineValidator<EvidenceAsk> ask)
    {
        ask.RuleFor(a => a.Codes).NotEmpty();
        ask.RuleForEach(a => a.Codes).Must(EvidenceCode.Exists).WithErrorCode("UnknownCode");
        ask.RuleFor(a => a.Level).IsInEnum();
        ask.RuleFor(a => a.WhyZh).NotEmpty().MaximumLength(500);
        ask.RuleFor(a => a.WhyEn).NotEmpty().MaximumLength(500);
    }
}
