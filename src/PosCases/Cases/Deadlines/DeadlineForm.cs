using FluentValidation;
using PosCases.Calendar;

namespace PosCases.Cases.Deadlines;

/// <summary>A deadline as it is entered: by a rule and its start, or wholly by hand.</summary>
public sealed record DeadlineForm
{
    /// <summary>Code of a rule; then only <see cref="StartsAt"/> counts beside it.</summary>
    public string? Rule { get; init; }

    /// <summary>The moment from which it runs.</summary>
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>What it is.</summary>
    public string? Title { get; init; }

    /// <summary>Who must act.</summary>
    public Duty Duty { get; init; }

    /// <summary>How many of the unit, 1 to 1000.</summary>
    public int Amount { get; init; }

    /// <summary>In what it is counted.</summary>
    public TermUnit Unit { get; init; }

    /// <summary>What happens when its last day is not worked.</summary>
    public Rollover Rollover { get; init; }

    /// <summary>What the rule or document says.</summary>
    public string? Basis { get; init; }

    /// <summary>Where it is known from.</summary>
    public string? Source { get; init; }

    /// <summary>How sure the source is.</summary>
    public DeadlineSource Label { get; init; } = DeadlineSource.Document;

    internal sealed class Validator : AbstractValidator<DeadlineForm>
    {
        internal const int TitleLength = 120;
        internal const int BasisLength = 500;
        internal const int SourceLength = 300;
        private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        private static readonly DateTimeOffset Latest = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public Validator()
        {
            RuleFor(f => f.StartsAt).InclusiveBetween(Earliest, Latest).WithErrorCode("StartsAt");
            When(f => !string.IsNullOrEmpty(f.Rule), () =>
                RuleFor(f => f.Rule).Must(code => LegalRule.Find(code) is not null).WithErrorCode("UnknownCode")).Otherwise(() =>
            {
                RuleFor(f => f.Title).NotEmpty().MaximumLength(TitleLength);
                RuleFor(f => f.Duty).IsInEnum();
                RuleFor(f => f.Amount).InclusiveBetween(1, 1000);
                RuleFor(f => f.Unit).IsInEnum();
                RuleFor(f => f.Rollover).IsInEnum();
                RuleFor(f => f.Basis).NotEmpty().MaximumLength(BasisLength);
                RuleFor(f => f.Source).NotEmpty().MaximumLength(SourceLength);
                RuleFor(f => f.Label).IsInEnum();
            });
        }
    }
}
