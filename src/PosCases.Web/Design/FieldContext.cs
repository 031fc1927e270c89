namespace PosCases.Web.Design;

/// <summary>What a <see cref="Design.Field"/> tells the input inside it.</summary>
/// <param name="Id">Of the input, so that the label finds it.</param>
/// <param name="Name">Of the input in the posted form.</param>
/// <param name="DescribedBy">Ids of hint and error.</param>
/// <param name="Error">What is wrong, if anything.</param>
/// <param name="Required">Whether it must be filled.</param>
public sealed record FieldContext(string Id, string? Name, string? DescribedBy, string? Error, bool Required)
{
    /// <summary>The id that a field of this name has: "Input.Amount" becomes "f-Input-Amount".</summary>
    public static string IdFor(string name) =>
        $"f-{string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}";

    internal static string NewId() => $"f-{Guid.NewGuid():N}"[..14];
}

/// <summary>One thing that is wrong in a form.</summary>
/// <param name="Field">The name of the field; empty when it concerns the whole form.</param>
/// <param name="Message">What to do about it.</param>
public sealed record FieldProblem(string Field, string Message);

/// <summary>One of the answers that an input offers.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Text">What is read.</param>
/// <param name="Hint">A line below (cards only).</param>
/// <param name="Icon">Before the text (cards only).</param>
public sealed record Choice(string Value, string Text, string? Hint = null, string? Icon = null);
