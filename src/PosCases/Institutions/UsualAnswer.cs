using FluentValidation;
using PosCases.Calendar;

namespace PosCases.Institutions;

/// <summary>How long an institution usually takes to answer: information with its source, not a duty.</summary>
/// <param name="Amount">How many, 1 to 365.</param>
/// <param name="Unit">Days or working days.</param>
/// <param name="Source">Where it is known from, e.g. "said on its hotline".</param>
public sealed record UsualAnswer(int Amount, TermUnit Unit, string Source)
{
    internal const int SourceLength = 300;

    /// <summary>Length and unit.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Term Term => new(Amount, Unit);

    internal sealed class Validator : AbstractValidator<UsualAnswer>
    {
        public Validator()
        {
            RuleFor(a => a.Amount).InclusiveBetween(1, 365);
            RuleFor(a => a.Unit).Must(unit => unit is TermUnit.Days or TermUnit.WorkingDays).WithErrorCode("EnumValidator");
            RuleFor(a => a.Source).NotEmpty().MaximumLength(SourceLength);
        }
    }
}
