using FluentValidation;

namespace PosCases.Platform.Messages;

/// <summary>Dates that people mean: 2000-01-01 to 2099-12-31. A slip of the keyboard beyond it must not reach what reckons with days.</summary>
public static class OrdinaryDate
{
    /// <summary>Code of the refusal.</summary>
    public const string Code = "OrdinaryDate";

    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly DateOnly Last = new(2099, 12, 31);

    /// <summary>Whether the date is one that people mean; none is.</summary>
    public static bool Is(DateOnly? date) => date is null || (date >= First && date <= Last);

    /// <summary>Refuses any other date.</summary>
    public static IRuleBuilderOptions<T, DateOnly> IsOrdinaryDate<T>(this IRuleBuilder<T, DateOnly> rule) =>
        rule.Must(date => Is(date)).WithErrorCode(Code);

    /// <summary>Refuses any other date; none passes.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> IsOrdinaryDate<T>(this IRuleBuilder<T, DateOnly?> rule) => rule.Must(Is).WithErrorCode(Code);
}
