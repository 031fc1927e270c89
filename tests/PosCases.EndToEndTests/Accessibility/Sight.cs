using Microsoft.Playwright;

namespace PosCases.EndToEndTests.Accessibility;

/// <summary>A page in a state in which somebody sees it.</summary>
/// <param name="Path">Its address.</param>
/// <param name="State">What was done there, in a word or two.</param>
/// <param name="Do">Does it.</param>
internal sealed record Sight(string Path, string? State = null, Func<IPage, Task>? Do = null)
{
    /// <inheritdoc/>
    public override string ToString() => State is null ? Path : $"{Path} ({State})";
}
