using System.Text;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Examination;
using PosCases.TestSupport;
using PosCases.UnitTests.Architecture;

namespace PosCases.UnitTests.Cases.Evidence;

public sealed class HostileFilesTests
{
    public static TheoryData<string> Files => [.. HostileFiles.All.Select(f => f.What)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_hostile_file_has_its_outcome(string what)
    {
        var file = HostileFiles.All.Single(f => f.What == what);
        var bytes = file.Make();

        var examined = await new FileExaminer(new EvidenceLimits()).ExamineAsync(
            new MemoryStream(bytes), bytes.AsMemory(0, Math.Min(bytes.Length, FileType.HeadLength)), TestContext.Current.CancellationToken);

        Assert.Equal(
            (file.Refused is { } why ? new FileNotAcceptable(why) : null, file.Type, file.Warnings),
            (examined.Error, examined.Succeeded ? examined.Value.ContentType : null, examined.Succeeded ? examined.Value.Warnings : FileWarnings.None));
    }

    [Fact]
    public void There_are_at_least_sixty_each_of_another_kind()
    {
        Assert.True(HostileFiles.All.Count >= 60);
        Assert.Distinct(HostileFiles.All.Select(f => f.What));
        Assert.Distinct(Tampering.All.Select(t => t.What));
        Assert.Distinct(ForgedRow.All.Select(r => r.What));
    }

    [Fact]
    public void Every_reason_to_refuse_a_file_is_tried() =>
        Assert.Equal(Enum.GetValues<FileRefusal>(), HostileFiles.All.Select(f => f.Refused).OfType<FileRefusal>().Distinct().Order());

    [Fact]
    public void Every_warning_is_tried() =>
        Assert.Equal(Enum.GetValues<FileWarnings>(), HostileFiles.All.Select(f => f.Warnings).Distinct().Order());

    [Fact]
    public void The_document_lists_every_hostile_file() => Documentation.AssertCurrent("docs/hostile-uploads.md", Render());

    private static string Render()
    {
        var text = new StringBuilder();
        text.Append("""
            # Hostile uploads

            Written from `HostileFiles` and `Tampering` in `tests/Support/PosCases.TestSupport` by a test; do not edit. After a change of the corpus:
            `POSCASES_REGENERATE=1 dotnet test --filter Document`.

            `HostileFilesTests` examines every file, `HostileUploadTests` sends every one of them through the real endpoint: refused files leave nothing behind,
            taken ones are handed out as what they are, with `nosniff`, in a sandbox or as a download, never as a page.

            ## Files

            | # | file | called | tries | outcome |
            |---|---|---|---|---|

            """);
        foreach (var (at, file) in HostileFiles.All.Index())
        {
            text.Append(FormattableString.Invariant($"| {at + 1} | {file.What} | `{Shown(file.FileName)}` | {file.Tries} | {HostileFiles.OutcomeOf(file)} |\n"));
        }

        text.Append("\n## Stored bytes\n\nDone to the encrypted bytes of a paper behind the app's back. Each is noticed before the first byte is handed out; the paper is\n")
            .Append("marked as damaged, the desk is called, and nothing of it is handed out any more.\n\n| # | done to the bytes | outcome |\n|---|---|---|\n");
        foreach (var (at, done) in Tampering.All.Index())
        {
            text.Append(FormattableString.Invariant($"| {at + 1} | {done.What} | refused: Damaged |\n"));
        }

        text.Append("\n## Rows\n\nA row of the database that was given something else. It opens nothing.\n\n| # | given to the row | outcome |\n|---|---|---|\n");
        foreach (var (at, forged) in ForgedRow.All.Index())
        {
            text.Append(FormattableString.Invariant($"| {at + 1} | {forged.What} | refused: Damaged |\n"));
        }

        return text.ToString();
    }

    // What cannot be seen is written as its number.
    private static string Shown(string name)
    {
        var seen = string.Concat(name.Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format ? $"[U+{(int)c:X4}]" : $"{c}"));
        return seen.Length > 40 ? $"{seen[..8]}…{seen[^8..]}" : seen;
    }
}
