using FluentValidation;
using FluentValidation.Results;
using PosCases.Merchants.Identifiers;
using PosCases.Platform.Messages;

namespace PosCases.Merchants;

/// <summary>Some identifiers look odd. They are kept when the command is sent again with a reason.</summary>
/// <param name="Fields">At least one entry.</param>
public sealed record WarningsToConfirm(IReadOnlyList<FieldError> Fields) : Error
{
    /// <inheritdoc/>
    public override string Code => "Merchant.WarningsToConfirm";
}

/// <summary>Gathers what is odd in a command's identifiers.</summary>
internal sealed class IdentifierWarnings
{
    /// <summary>Room for the reason in the change log.</summary>
    public const int ReasonLength = 400;

    private readonly List<FieldError> found = [];

    /// <summary>Checks one identifier; a blank one is not odd.</summary>
    public IdentifierWarnings Add(string field, string? value, Func<string, IdentifierCheck> check)
    {
        if (!string.IsNullOrWhiteSpace(value) && check(value) is { Verdict: IdentifierVerdict.Odd, Code: { } code })
        {
            found.Add(new FieldError(field, code, []));
        }

        return this;
    }

    /// <summary>Adds a warning that no identifier can tell by itself.</summary>
    public IdentifierWarnings Add(string field, string code)
    {
        found.Add(new FieldError(field, code, []));
        return this;
    }

    /// <returns>What must be confirmed first; nothing when all is well or a reason is given.</returns>
    public WarningsToConfirm? Unless(string? reason) =>
        found.Count > 0 && string.IsNullOrWhiteSpace(reason) ? new WarningsToConfirm(found) : null;
}

internal static class IdentifierRules
{
    /// <summary>Refuses what the identifier's check refuses; blanks and oddities pass.</summary>
    public static void Identifier<T>(this IRuleBuilder<T, string?> rule, Func<string, IdentifierCheck> check) =>
        rule.Custom((value, context) =>
        {
            if (!string.IsNullOrWhiteSpace(value) && check(value) is { Verdict: IdentifierVerdict.Refused, Code: { } code })
            {
                context.AddFailure(new ValidationFailure(context.PropertyPath, code) { ErrorCode = code });
            }
        });
}
