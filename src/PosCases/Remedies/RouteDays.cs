using FluentValidation;
using PosCases.Platform;

namespace PosCases.Remedies;

/// <summary>Which days a filing can have: terms are counted from them, so that a slip of the pen must not get through.</summary>
internal static class RouteDays
{
    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly DateOnly Last = new(2099, 12, 31);

    /// <summary>A day from 2000 to 2099 that is not after today; a day that was left open passes.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> IsPastDay<T>(this IRuleBuilderInitial<T, DateOnly?> rule, TimeProvider clock) => rule
        .Cascade(CascadeMode.Stop)
        .Must(day => day is null || IsInRange(day.Value)).WithErrorCode("Route.DayOutOfRange")
        .Must(day => day is null || day <= Today(clock)).WithErrorCode("Route.InFuture");

    /// <inheritdoc cref="IsPastDay{T}(IRuleBuilderInitial{T, DateOnly?}, TimeProvider)"/>
    public static IRuleBuilderOptions<T, DateOnly> IsPastDay<T>(this IRuleBuilderInitial<T, DateOnly> rule, TimeProvider clock) => rule
        .Cascade(CascadeMode.Stop)
        .Must(IsInRange).WithErrorCode("Route.DayOutOfRange")
        .Must(day => day <= Today(clock)).WithErrorCode("Route.InFuture");

    private static bool IsInRange(DateOnly day) => day >= First && day <= Last;

    private static DateOnly Today(TimeProvider clock) => ShanghaiTime.DateOf(clock.GetUtcNow());
}
