using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.CardSearch;
using PosCases.Cases.Evidence.Examination;
using PosCases.Platform.Storage;
using PosCases.Web.Cases;

namespace PosCases.ComponentTests.Cases;

public sealed class PaperFilesTests : CaseContext
{
    [Theory]
    [InlineData(FileScan.NotScanned, "Not scanned for viruses")]
    [InlineData(FileScan.Waiting, "Waiting for the virus scan")]
    [InlineData(FileScan.Infected, "Virus found, kept apart")]
    public void A_file_says_what_the_scanner_says(FileScan scan, string text) =>
        Assert.Contains(text, Show(scan, FileWarnings.None), StringComparison.Ordinal);

    [Fact]
    public void A_clean_file_bears_no_mark_and_one_that_carries_something_says_what()
    {
        Assert.DoesNotContain("scan", Show(FileScan.Clean, FileWarnings.None), StringComparison.OrdinalIgnoreCase);

        var marked = Show(FileScan.Clean, FileWarnings.Macros | FileWarnings.Encrypted);

        Assert.Contains("macro", marked, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("password", marked, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_paper_that_shows_a_card_number_says_so_and_what_to_do()
    {
        var item = Item(FileWarnings.None);
        Assert.DoesNotContain("card", Render<PaperFiles>(p => p.Add(f => f.Items, [item])).Markup, StringComparison.OrdinalIgnoreCase);

        item.TakeCardCheck(new CardFinding(CardCheck.Found, 2));

        var shown = Render<PaperFiles>(p => p.Add(f => f.Items, [item]));
        Assert.Contains("Shows card data", shown.Find(".file-meta").TextContent, StringComparison.Ordinal);
        Assert.Contains("cover the middle digits", shown.Find(".file-reason").TextContent, StringComparison.Ordinal);
        item.Judge(EvidenceStatus.Replaced, null, Agent.Id, Now);
        Assert.Empty(Render<PaperFiles>(p => p.Add(f => f.Items, [item])).FindAll(".file-reason"));
    }

    [Theory]
    [InlineData(EvidenceStatus.Submitted, true)]
    [InlineData(EvidenceStatus.Rejected, true)]
    [InlineData(EvidenceStatus.Accepted, false)]
    [InlineData(EvidenceStatus.TakenBack, false)]
    [InlineData(EvidenceStatus.Replaced, false)]
    public void A_better_version_may_take_the_place_of_what_is_not_accepted(EvidenceStatus status, bool may)
    {
        var item = Item(FileWarnings.None);
        item.Judge(status, null, Agent.Id, Now);
        var newer = EvidenceItem.Of(item.CaseId, null, "OTHER", File(FileWarnings.None), item.Id, Shop, Now);

        Assert.Equal(may, item.CanBeReplaced([item]));
        Assert.False(item.CanBeReplaced([item, newer]));
    }

    private string Show(FileScan scan, FileWarnings warnings) =>
        Render<PaperFiles>(p => p.Add(f => f.Items, [Item(warnings)]).Add(f => f.Scans, new Dictionary<string, FileScan> { ["k"] = scan })).Find(".file-meta").TextContent;

    private static EvidenceItem Item(FileWarnings warnings) => EvidenceItem.Of(PosCases.Cases.CaseId.New(), null, "OTHER", File(warnings), null, Shop, Now);

    private static StoredFile File(FileWarnings warnings) => new("k", "slip.jpg", "image/jpeg", 3, "h") { Warnings = warnings };
}
