using System.Reflection;
using System.Text.RegularExpressions;

namespace PosCases.UnitTests.Architecture;

/// <summary>The walls of docs/architecture.md.</summary>
public sealed partial class ArchitectureTests
{
    // Which noun may know which. Every noun may know the platform; the platform knows none.
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Audit"] = [],
        ["Calendar"] = [],
        ["Rules"] = [],
        ["Institutions"] = ["Calendar"],
        ["Merchants"] = ["Institutions"],
        ["People"] = ["Merchants"],
        ["Cases"] = ["Audit", "Calendar", "Institutions", "Merchants", "People"],
        ["Playbooks"] = ["Cases", "Institutions", "Merchants", "Rules"],
        ["Remedies"] = ["Calendar", "Cases", "Institutions", "Merchants", "Rules"],
        ["Letters"] = ["Cases", "Institutions", "Merchants", "Playbooks", "Rules"],
        ["Incidents"] = ["Cases", "Institutions", "Letters", "Merchants", "People"],
        ["Seeding"] = ["AfterCare", "Audit", "Calendar", "Incidents", "Insight", "Institutions", "Knowledge", "Merchants", "People", "Cases", "Letters", "Playbooks", "Prevention", "Remedies", "Supervision", "Team"],
        ["AfterCare"] = ["Calendar", "Cases", "Insight", "Merchants", "People"],
        ["Knowledge"] = ["AfterCare", "Cases", "Merchants", "People", "Playbooks", "Rules"],
        ["Prevention"] = ["Cases", "Institutions", "Merchants", "People"],
        ["Team"] = ["Cases", "People"],
        ["Supervision"] = ["Cases", "Insight", "Letters", "Merchants", "People", "Team"],
        ["Insight"] = ["Calendar", "Cases", "Institutions", "Merchants", "People"],
        ["Platform"] = [],
    };

    [Fact]
    public void The_core_knows_no_screen()
    {
        AssemblyName[] references = Assembly.Load("PosCases").GetReferencedAssemblies();

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, name => name.Name!.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal));
        Assert.DoesNotContain(references, name => name.Name == "Microsoft.AspNetCore.Http.Abstractions");
    }

    [Fact]
    public void Every_folder_of_the_core_has_its_arrows() =>
        Assert.Equal(
            Arrows.Keys.Order(StringComparer.Ordinal),
            Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src/PosCases"))
                .Select(Path.GetFileName).Where(n => n is not ("bin" or "obj")).Order(StringComparer.Ordinal)!);

    [Fact]
    public void Nouns_know_each_other_only_along_the_arrows_and_the_platform_knows_none()
    {
        var wrong =
            from noun in Arrows.Keys
            from file in Repository.Files("src/PosCases/" + noun, ".cs")
            from named in Named().Matches(Code.Of(file)).Select(m => m.Groups["noun"].Value).Distinct()
            where named != noun && !Arrows[noun].Contains(named)
            select $"{Repository.Name(file)} names {named}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_arrows_form_no_circle()
    {
        var left = Arrows.Keys.ToHashSet(StringComparer.Ordinal);
        while (left.FirstOrDefault(noun => !Arrows[noun].Any(left.Contains)) is { } free)
        {
            left.Remove(free);
        }

        Assert.Empty(left);
    }

    [Fact]
    public void No_screen_talks_to_the_database_or_past_the_mediator() =>
        Assert.DoesNotContain(Repository.Files("src/PosCases.Web", ".razor", ".razor.cs"), file => PastTheDoor().IsMatch(Code.Of(file)));

    [Fact]
    public void Han_characters_stand_only_in_resources_and_data()
    {
        var wrong =
            from file in Repository.Files("src", ".cs", ".razor")
            let line = Code.Of(file).Split('\n').FirstOrDefault(Han().IsMatch)
            where line is not null
            select $"{Repository.Name(file)}: {line.Trim()}";

        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"(?<![\w.])(?:PosCases\.)?(?<noun>AfterCare|Audit|Calendar|Incidents|Insight|Institutions|Merchants|People|Cases|Knowledge|Letters|Playbooks|Prevention|Remedies|Rules|Seeding|Supervision|Team)(?:\.[A-Z]|;)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"Microsoft\.EntityFrameworkCore|\bAppDb\b|\bDoor\b", RegexOptions.None, 1000)]
    private static partial Regex PastTheDoor();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex Han();
}
