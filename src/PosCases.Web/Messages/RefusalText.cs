using Microsoft.Extensions.Localization;
using PosCases.Platform.Messages;
using PosCases.Web.Design;

namespace PosCases.Web.Messages;

/// <summary>Names the texts of refusals that any message may get: RefusalText.zh-CN.resx and RefusalText.en.resx.</summary>
public sealed class RefusalText;

/// <summary>Says a refusal in the reader's words, beside the fields it concerns.</summary>
public static class Refusals
{
    /// <summary>What is wrong, field by field; a field's path in the message is also its name in the form.</summary>
    /// <param name="error">The refusal.</param>
    /// <param name="feature">Texts of the feature; they hold its own codes as <c>Problem.Code</c>.</param>
    /// <param name="common">Texts of the codes that all share.</param>
    public static IReadOnlyList<FieldProblem> Say(Error error, IStringLocalizer feature, IStringLocalizer common) => error is Invalid invalid
        ? Say(invalid.Fields, feature, common)
        : [new FieldProblem("", Say(error.Code, error.Arguments, feature, common))];

    /// <summary>As above, for the fields of a refusal that a feature defines itself.</summary>
    public static IReadOnlyList<FieldProblem> Say(IReadOnlyList<FieldError> fields, IStringLocalizer feature, IStringLocalizer common) =>
        [.. fields.Select(field => new FieldProblem(field.Field, Say(field.Code, field.Arguments, feature, common)))];

    private static string Say(string code, IReadOnlyList<object?> arguments, IStringLocalizer feature, IStringLocalizer common)
    {
        object[] values = [.. arguments.Select(argument => argument ?? "")];
        var said = feature[$"Problem.{code}", values];
        said = said.ResourceNotFound ? common[code.Split('.') is ["NotFound", ..] ? "NotFound" : code, values] : said;
        return said.ResourceNotFound ? common["Other"] : said;
    }
}
