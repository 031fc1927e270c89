using System.Collections;
using System.Reflection;
using FluentValidation;
using PosCases.Cases.Filing;
using PosCases.Cases.Impact;
using PosCases.Platform;
using PosCases.Platform.Messages;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Architecture;

/// <summary>A slip of the keyboard in a year is told to whoever made it, and breaks nothing.</summary>
public sealed class OrdinaryDateTests
{
    // Dates of remedies are held against the filing's own days.
    private static readonly string[] Apart = ["PosCases.Remedies"];

    // A law may be older than the product's century; nothing is reckoned from its date.
    private static readonly string[] Older = ["ReviseRule: Card.IssuedOn", "ReviseRule: Card.InForceSince"];

    // Forms that are checked while they are drafts too, by a validator of their own.
    private static readonly Dictionary<Type, IValidator> Forms = new()
    {
        [typeof(FilingForm)] = new FilingFormValidator(finished: false, Today),
        [typeof(ImpactForm)] = new ImpactFormValidator(Today),
    };

    [Fact]
    public void Every_date_of_a_command_is_refused_when_nobody_can_mean_it()
    {
        var dates = Messages.All
            .Where(m => m.IsAssignableTo(typeof(ICommand)) && !Apart.Contains(m.Namespace))
            .SelectMany(m => DatesOf(m, []).Select(path => (Message: m, Path: path)))
            .ToList();

        var passed = dates.Where(d => !Refuses(d.Message, d.Path, DateOnly.MaxValue, OrdinaryDate.Code) || !Refuses(d.Message, d.Path, DateOnly.MinValue, null));

        Assert.InRange(dates.Count, 25, int.MaxValue);
        Assert.Equal(Older, passed.Select(d => $"{MessageName.Of(d.Message)}: {Name(d.Path)}"));
    }

    [Theory]
    [InlineData("1999-12-31", false)]
    [InlineData("2000-01-01", true)]
    [InlineData("2099-12-31", true)]
    [InlineData("2100-01-01", false)]
    public void A_century_of_dates_is_ordinary(string date, bool ordinary) =>
        Assert.Equal(ordinary, OrdinaryDate.Is(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void No_date_is_ordinary_too_and_the_last_day_of_all_has_an_end()
    {
        Assert.True(OrdinaryDate.Is(null));
        Assert.Equal(new DateTimeOffset(9999, 12, 31, 15, 59, 59, TimeSpan.Zero), ShanghaiTime.EndOf(DateOnly.MaxValue));
    }

    private static bool Refuses(Type message, IReadOnlyList<PropertyInfo> path, DateOnly date, string? code)
    {
        var (type, validator) = Forms.TryGetValue(path[0].PropertyType, out var form) ? (path[0].PropertyType, form) : (message, ValidatorOf(message));
        var rest = type == message ? path : [.. path.Skip(1)];
        return validator is not null && validator.Validate(new ValidationContext<object>(With(type, rest, date))).Errors
            .Exists(e => (e.PropertyName == Name(rest) || Name(rest).StartsWith(e.PropertyName + "[", StringComparison.Ordinal)) && (code is null || e.ErrorCode == code));
    }

    private static IEnumerable<IReadOnlyList<PropertyInfo>> DatesOf(Type type, IReadOnlyList<PropertyInfo> before) =>
        from property in type.GetProperties()
        where property.CanWrite
        let path = (IReadOnlyList<PropertyInfo>)[.. before, property]
        from found in IsDate(property.PropertyType) ? [path] : Inner(property.PropertyType) is { } inner ? DatesOf(inner, path) : []
        select found;

    private static bool IsDate(Type type) => type == typeof(DateOnly) || type == typeof(DateOnly?);

    // A record of ours, or what a list of ours holds.
    private static Type? Inner(Type type) => IsOurs(type) ? type : ElementOf(type) is { } element && IsOurs(element) ? element : null;

    private static Type? ElementOf(Type type) => type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) && type.GetGenericArguments() is [var only] ? only : null;

    private static bool IsOurs(Type type) => type is { IsClass: true, IsAbstract: false } && type.Namespace?.StartsWith("PosCases", StringComparison.Ordinal) == true;

    private static string Name(IReadOnlyList<PropertyInfo> path) =>
        string.Join('.', path.Select(p => IsOurs(p.PropertyType) || ElementOf(p.PropertyType) is null ? p.Name : p.Name + "[0]"));

    private static object With(Type type, IReadOnlyList<PropertyInfo> path, DateOnly date)
    {
        var root = Make(type);
        var at = root;
        foreach (var property in path.SkipLast(1))
        {
            var inner = Make(Inner(property.PropertyType)!);
            property.SetValue(at, IsOurs(property.PropertyType) ? inner : ListOf(inner));
            at = inner;
        }

        path[^1].SetValue(at, date);
        return root;
    }

    private static Array ListOf(object item)
    {
        var list = Array.CreateInstance(item.GetType(), 1);
        list.SetValue(item, 0);
        return list;
    }

    private static object Make(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType))]);
    }

    private static object? Value(Type type) =>
        type == typeof(string) ? "x"
        : type.IsValueType ? Activator.CreateInstance(type)
        : IsOurs(type) ? Make(type)
        : ElementOf(type) is { } element ? Array.CreateInstance(element, 0)
        : null;

    private static IValidator? ValidatorOf(Type message) =>
        message.DeclaringType!.GetNestedType("Validator", BindingFlags.Public | BindingFlags.NonPublic) switch
        {
            null => null,
            var validator when validator.GetConstructor([typeof(TimeProvider)]) is { } timed => (IValidator)timed.Invoke([TimeProvider.System]),
            var validator => (IValidator)Activator.CreateInstance(validator)!,
        };
}
