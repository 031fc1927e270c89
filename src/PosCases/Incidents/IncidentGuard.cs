using FluentValidation;
using PosCases.Letters;
using PosCases.Platform.Messages;

namespace PosCases.Incidents;

/// <summary>What people write about an incident is read like a letter: it may not coach, promise or ask for secrets.</summary>
internal static class IncidentGuard
{
    /// <summary>Why the texts may not be said; none when they may.</summary>
    public static Error? RefuseFaults(params IEnumerable<(string Where, string? Text)> texts) =>
        LetterGuard.Find(texts.Where(t => !string.IsNullOrWhiteSpace(t.Text)).Select(t => (t.Where, t.Text!))) is [var first, ..] ? new IncidentFaulty(first.Kind, first.Phrase) : null;
}

internal sealed class SharedFactsValidator : AbstractValidator<SharedFacts>
{
    public SharedFactsValidator()
    {
        RuleFor(f => f.FrozenBy).MaximumLength(IncidentMapping.FactLength);
        RuleFor(f => f.Reason).MaximumLength(IncidentMapping.FactLength);
        RuleFor(f => f.Contact).MaximumLength(IncidentMapping.FactLength);
        RuleFor(f => f.OfficialChannel).MaximumLength(IncidentMapping.FactLength);
        RuleFor(f => f.Since).IsOrdinaryDate();
    }
}

internal sealed class IncidentMarksValidator : AbstractValidator<IncidentMarks>
{
    public IncidentMarksValidator()
    {
        RuleFor(m => m.InstitutionName).MaximumLength(128);
        RuleFor(m => m.TerminalModel).MaximumLength(80);
        RuleFor(m => m.Region).MaximumLength(80);
        RuleFor(m => m.Wording).MaximumLength(IncidentMapping.FactLength);
        RuleFor(m => m.From).IsOrdinaryDate();
        RuleFor(m => m.To).IsOrdinaryDate();
        RuleFor(m => m.To).GreaterThanOrEqualTo(m => m.From).WithErrorCode("EndBeforeStart").When(m => m.From is not null && m.To is not null);
    }
}
