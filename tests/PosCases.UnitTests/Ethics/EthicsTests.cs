using System.Xml.Linq;
using PosCases.Cases.Causes;
using PosCases.Cases.Triage;
using PosCases.Playbooks;
using PosCases.UnitTests.Architecture;

namespace PosCases.UnitTests.Ethics;

/// <summary>No text of the product coaches anybody to deceive.</summary>
public sealed class EthicsTests
{
    public static TheoryData<string> Files =>
        [.. Repository.Files("src", ".resx").Concat(Repository.Files("src/PosCases", ".json")).Where(f => !f.EndsWith("packages.lock.json", StringComparison.Ordinal)).Select(Repository.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_of_texts_coaches_nobody(string file)
    {
        var path = Path.Combine(Repository.Root, file);
        var texts = file switch
        {
            _ when file.EndsWith(".resx", StringComparison.Ordinal) => XDocument.Load(path).Root!.Elements("data").Select(d => d.Element("value")!.Value),
            // Names and search words of causes are what institutions call a breach; what is said to the merchant about it is checked.
            _ when file.EndsWith("causes.json", StringComparison.Ordinal) => CauseLibrary.Causes.SelectMany(c => new[] { c.Plain.Zh, c.Plain.En }),
            // How a swindler talks is described in his words; what is said to the merchant about it is checked.
            _ when file.EndsWith("scams.json", StringComparison.Ordinal) => ScamPatterns.All.SelectMany(p => p.Do).SelectMany(d => new[] { d.Zh, d.En }),
            _ => [File.ReadAllText(path)],
        };

        Assert.Equal([], texts.SelectMany(Coaching.Find));
    }

    [Fact]
    public void The_libraries_are_among_what_is_checked()
    {
        var checkedFiles = Repository.Files("src/PosCases", ".json").Select(Repository.Name).ToList();

        Assert.Contains("src/PosCases/Cases/Causes/Library/causes.json", checkedFiles);
        Assert.Equal(PlaybookLibrary.Read().Count(), checkedFiles.Count(f => f.Contains("Playbooks/Library", StringComparison.Ordinal)));
        Assert.Equal([], Coaching.Find(CoverageMap.Json));
    }

    [Theory]
    [InlineData("\u628a\u5927\u989d\u62c6\u6210\u51e0\u7b14\u5237\u5c31\u597d\u4e86")]
    [InlineData("\u6362\u4e00\u53f0\u673a\u5668\u8bd5\u8bd5")]
    [InlineData("\u501f\u7528\u4ed6\u4eba\u7684\u673a\u5177\u5148\u6536\u6b3e")]
    [InlineData("\u4e0d\u8981\u627f\u8ba4\u81ea\u5df1\u5237\u8fc7\u5361")]
    [InlineData("\u8865\u4e00\u4efd\u5408\u540c\u4ea4\u4e0a\u53bb")]
    [InlineData("\u5927\u5bb6\u7edf\u4e00\u53e3\u5f84")]
    [InlineData("\u4fdd\u8bc1\u89e3\u51bb")]
    [InlineData("Split the amount into odd sums.")]
    [InlineData("If you do not want to be stopped, split the amount into odd sums.")]
    [InlineData("\u4e0d\u60f3\u88ab\u67e5\uff0c\u5c31\u62c6\u6210\u51e0\u7b14")]
    [InlineData("Use several terminals, a few sales on each.")]
    [InlineData("Just backdate the contract.")]
    [InlineData("Stay under the threshold and nobody will look.")]
    [InlineData("Pay an intermediary who knows the bank.")]
    [InlineData("Deny everything.")]
    [InlineData("Do not admit anything.")]
    [InlineData("We guarantee that it will be lifted.")]
    public void It_catches_coaching(string text) => Assert.NotEmpty(Coaching.Find(text));

    [Theory]
    [InlineData("\u4e0d\u8981\u501f\u7528\u4ed6\u4eba\u7684\u673a\u5177")]
    [InlineData("Do not borrow anybody's terminal.")]
    [InlineData("Nothing is made up afterwards.")]
    [InlineData("Hand in the original slips of every sale.")]
    public void It_leaves_a_warning_alone(string text) => Assert.Empty(Coaching.Find(text));
}
