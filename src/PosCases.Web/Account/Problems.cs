using Microsoft.Extensions.Localization;
using PosCases.Platform.Messages;
using PosCases.Web.Design;

namespace PosCases.Web.Account;

/// <summary>Says a refusal in the reader's words, beside the fields it concerns.</summary>
internal static class Problems
{
    /// <param name="text">Holds a text for every code, as <c>Problem.Code</c>.</param>
    /// <param name="error">The refusal.</param>
    /// <param name="form">Name of the posted form's model.</param>
    public static IReadOnlyList<FieldProblem> Of(IStringLocalizer<AccountText> text, Error error, string form = "Input") => error is Invalid invalid
        ? [.. invalid.Fields.Select(field => new FieldProblem($"{form}.{field.Field}", Say(text, field)))]
        : [new FieldProblem("", Say(text, error.Code, error.Arguments))];

    private static string Say(IStringLocalizer<AccountText> text, FieldError field)
    {
        var named = text[$"Problem.{field.Code}.{field.Field}"];
        return named.ResourceNotFound ? Say(text, field.Code, field.Arguments) : named;
    }

    private static string Say(IStringLocalizer<AccountText> text, string code, IReadOnlyList<object?> arguments)
    {
        var said = text[$"Problem.{code}", [.. arguments.Select(argument => argument ?? "")]];
        return said.ResourceNotFound ? text["Problem.Other"] : said;
    }
}
