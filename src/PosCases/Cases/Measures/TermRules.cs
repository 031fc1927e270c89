using FluentValidation;
using PosCases.Calendar;

namespace PosCases.Cases.Measures;

/// <summary>What a typed term must be.</summary>
internal sealed class TermRules : AbstractValidator<Term>
{
    private const int Longest = 999;

    public TermRules()
    {
        RuleFor(t => t.Amount).InclusiveBetween(1, Longest).WithErrorCode("TermAmount");
        RuleFor(t => t.Unit).IsInEnum();
    }
}
