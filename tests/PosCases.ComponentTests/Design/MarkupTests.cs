using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace PosCases.ComponentTests.Design;

/// <summary>What the content security policy and the icon sprite ask of every Razor file.</summary>
public sealed partial class MarkupTests
{
    [Fact]
    public void Every_icon_that_a_component_names_is_in_the_sprite()
    {
        string[] sprite = File.ReadAllLines(Path.Combine(Web, "Design", "icons.txt"));

        var unknown = RazorFiles().SelectMany(file => IconName().Matches(File.ReadAllText(file))
            .Select(match => match.Groups["name"].Value)
            .Where(name => !sprite.Contains(name))
            .Select(name => $"{Path.GetFileName(file)}: {name}"));

        Assert.Empty(unknown);
    }

    [Fact]
    public void No_component_needs_inline_script_or_style() =>
        Assert.Empty(RazorFiles().SelectMany(file => File.ReadLines(file)
            .Where(line => Inline().IsMatch(line))
            .Select(line => $"{Path.GetFileName(file)}: {line.Trim()}")));

    static string Web { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../src/PosCases.Web"));

    static string ThisFile([CallerFilePath] string path = "") => path;

    static IEnumerable<string> RazorFiles() => Directory.EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex("""(?:<Icon Name|\sIcon)="(?<name>[a-z0-9-]+)["]""", RegexOptions.NonBacktracking)]
    private static partial Regex IconName();

    [GeneratedRegex("""\sstyle="|\son[a-z]+="|<script>|<style|javascript:""", RegexOptions.NonBacktracking)]
    private static partial Regex Inline();
}
