using System.IO.Compression;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PosCases.Audit;
using PosCases.Cases.Conversation;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.CardSearch;
using PosCases.Cases.Evidence.Custody;
using PosCases.Cases.Evidence.Examination;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Documents;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Previews;
using PosCases.Platform.Storage;
using PosCases.Platform.Tools;

namespace PosCases.Cases.Packs;

/// <summary>Makes the packs that were asked for, one after the other, in the background.</summary>
internal sealed partial class PackMaker(
    Vault vault, EvidenceReader reader, PackPrinter printer, ExternalTools tools, IPackWords words, ICoverLetters letters, PackProgress progress, TimeProvider clock, ILogger<PackMaker> log)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The job.</summary>
    public Job Job => new("make-packs", TimeSpan.FromSeconds(2), DueAsync) { IsSlow = true };

    private async Task<IReadOnlyList<IRequest<Result>>> DueAsync(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        var pack = await db.Set<CasePack>().AsNoTracking().Where(p => p.State == PackState.Waiting).OrderBy(p => p.AskedAt).FirstOrDefaultAsync(ct);
        if (pack is null)
        {
            return [];
        }

        try
        {
            return [await MakeAsync(db, pack, ct)];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            PackFailed(failure, pack.Id);
            return [new FinishPack.FailCommand(pack.CaseId, pack.Id, failure is FileDamagedException ? "Evidence" : "Unknown")];
        }
        finally
        {
            progress.End(pack.Id);
        }
    }

    private async Task<IRequest<Result>> MakeAsync(AppDb db, CasePack pack, CancellationToken ct)
    {
        var facts = await FactsAsync(db, pack, ct);
        var sources = await SourcesAsync(db, facts, ct);
        if (sources is null)
        {
            return new FinishPack.FailCommand(pack.CaseId, pack.Id, "Evidence");
        }

        if (pack.Letter is not null && facts.Letter is null)
        {
            return new FinishPack.FailCommand(pack.CaseId, pack.Id, "Letter");
        }

        // Found only after the pack was asked for: nobody has said that it may go.
        if (pack is { Variant: PackVariant.Full, ShowsCards: false } && facts.Case.Evidence.Any(i => i.CardCheck == CardCheck.Found && pack.Items.Contains(i.Id.Value)))
        {
            return new FinishPack.FailCommand(pack.CaseId, pack.Id, "Cards");
        }

        // The papers, then the joining and the zip.
        var (done, total) = (0, sources.Count + 2);
        progress.Set(pack.Id, done, total);
        var withheld = facts.Entries.Where(e => e.How == PackPart.Withheld).ToList();
        using var folder = tools.NewFolder();
        var (pdf, pages, entries) = printer.IsThere
            ? await printer.PrintAsync(
                folder, sources, found => words.Front(facts with { Entries = [.. found.Concat(withheld).OrderBy(e => e.Number)] }), (entry, page, of) => words.Stamp(facts, entry, page, of),
                () => progress.Set(pack.Id, ++done, total), ct)
            : (null, 0, [.. sources.Select(s => s.Entry)]);
        if (printer.IsThere && pdf is null)
        {
            return new FinishPack.FailCommand(pack.CaseId, pack.Id, "Printing");
        }

        progress.Set(pack.Id, total - 1, total);
        entries = [.. entries.Concat(withheld).OrderBy(e => e.Number)];
        var zip = await KeepAsync(stream => WriteZipAsync(stream, facts with { Entries = entries }, sources, pdf, ct), pack.CaseId, "application/zip", ct);
        var kept = pdf is null ? null : await KeepAsync(stream => CopyAsync(pdf, stream, ct), pack.CaseId, "application/pdf", ct);
        return new FinishPack.Command(pack.CaseId, pack.Id, entries, pages, kept, zip) { Letter = facts.Letter?.Letter };
    }

    private async Task<PackFacts> FactsAsync(AppDb db, CasePack pack, CancellationToken ct)
    {
        var found = await db.Cases.AsNoTracking().Where(c => c.Id == pack.CaseId).WithEverythingFor(desk: true).AsSplitQuery().SingleAsync(ct);
        var merchant = await db.Set<Merchant>().Where(m => m.Id == found.MerchantId).Select(m => m.Name).SingleAsync(ct);
        var institutions = await db.Set<Institution>().Select(i => new { i.Id, i.Name }).ToDictionaryAsync(i => i.Id, i => i.Name, ct);
        var entries = pack.Items.Select(id => found.Evidence.Single(i => i.Id.Value == id)).Select((item, at) => Entry(pack, found, item, at + 1)).ToList();
        return new PackFacts(pack, found, merchant, pack.To is { } to ? institutions[to] : null, clock.GetUtcNow(), entries)
        {
            Letter = pack.Letter is { } letter ? await CoverAsync(db, letter, ct) : null,
            Dossier = pack.Kind == PackKind.Dossier ? await DossierAsync(db, found, institutions, ct) : null,
        };
    }

    private async Task<CoverPaper?> CoverAsync(AppDb db, PackLetter letter, CancellationToken ct)
    {
        if (await letters.PrintAsync(db, letter, clock.GetUtcNow(), ct) is not { } paper)
        {
            return null;
        }

        var file = DocxWriter.Write(paper);
        return new CoverPaper(letter with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)) }, paper, file);
    }

    private static async Task<DossierFacts> DossierAsync(AppDb db, Case found, Dictionary<InstitutionId, string> institutions, CancellationToken ct)
    {
        var papers = found.Evidence.Select(i => i.Id).ToList();
        List<Guid> targets = [found.Id.Value, .. papers.Select(p => p.Value)];
        var audit = await db.AuditEntries.AsNoTracking().Where(e => targets.Contains(e.Target!.Value)).OrderBy(e => e.Seq).ToListAsync(ct);
        var people = audit.Select(e => e.ActorId).Distinct().ToList();
        return new DossierFacts(
            institutions,
            await db.Set<CaseEvent>().AsNoTracking().Where(e => e.CaseId == found.Id).OrderBy(e => e.Seq).ToListAsync(ct),
            await db.Set<CaseMessage>().AsNoTracking().Where(m => m.CaseId == found.Id).OrderBy(m => m.At).ToListAsync(ct),
            await db.Set<CustodyEntry>().AsNoTracking().Where(e => papers.Contains(e.ItemId)).OrderBy(e => e.Seq).ToListAsync(ct),
            audit,
            await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName, ct));
    }

    // In the redacted variant a paper's newest redacted copy stands for it; a paper on persons, or with full card numbers, that has none stays out.
    private PackEntry Entry(CasePack pack, Case found, EvidenceItem item, int number)
    {
        if (pack.Variant == PackVariant.Full)
        {
            return Entry(pack, item, number);
        }

        var copy = found.Evidence.Where(i => i.DerivedFrom == item.Id).MaxBy(i => i.At);
        return copy is null && (EvidenceCode.OnPersons.Contains(item.Code) || item.CardCheck == CardCheck.Found)
            ? Entry(pack, item, number) with { Path = null, How = PackPart.Withheld }
            : Entry(pack, copy ?? item, number);
    }

    private PackEntry Entry(CasePack pack, EvidenceItem item, int number) => new(
        number, item.Id.Value, item.Code, item.FileName, $"papers/{number:000} {Plain($"{words.NameOf(pack, item.Code)} {item.FileName}")}", item.Size, item.Sha256, PackPart.Attached);

    // Letters of every script stay; what a file system or sha256sum would read as something else goes.
    private static string Plain(string name) => string.Concat(name.Select(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c));

    private async Task<List<PackSource>?> SourcesAsync(AppDb db, PackFacts facts, CancellationToken ct)
    {
        List<PackSource> sources = [];
        foreach (var entry in facts.Entries.Where(e => e.How != PackPart.Withheld))
        {
            var item = facts.Case.Evidence.Single(i => i.Id.Value == entry.ItemId);
            var file = await db.Set<VaultFile>().AsNoTracking().SingleAsync(f => f.Name == item.StorageKey, ct);
            if (!file.MayBeRead)
            {
                return null;
            }

            var opened = new OpenedEvidence(item.FileName, item.ContentType, file.Scan, item.Warnings) { File = file.Kept };
            sources.Add(new PackSource(
                entry,
                new PreviewSource(file.Name, item.ContentType, async token => await reader.OpenAsync(opened, token) ?? throw new FileDamagedException("A paper is damaged.")),
                (item.Warnings & (FileWarnings.Encrypted | FileWarnings.Macros)) == FileWarnings.None));
        }

        return sources;
    }

    // The zip goes into the vault while it is written: no byte of it lies on the disk in the open.
    private async Task<StoredFile> KeepAsync(Func<Stream, Task> write, CaseId owner, string type, CancellationToken ct)
    {
        var pipe = new Pipe();
        var writing = WriteAsync();
        var taken = (await vault.TakeAsync(pipe.Reader.AsStream(), long.MaxValue, 0, ct))!;
        await writing;
        return new StoredFile(taken.Name, "pack", type, taken.Size, taken.Sha256) { Wrapped = vault.Keep(taken, owner.Value).Key };

        async Task WriteAsync()
        {
            try
            {
                await using (var stream = pipe.Writer.AsStream(leaveOpen: true))
                {
                    await write(stream);
                }

                await pipe.Writer.CompleteAsync();
            }
            catch (Exception failure)
            {
                await pipe.Writer.CompleteAsync(failure);
                throw;
            }
        }
    }

    private static async Task CopyAsync(string path, Stream to, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        await file.CopyToAsync(to, ct);
    }

    private async Task WriteZipAsync(Stream stream, PackFacts facts, List<PackSource> sources, string? pdf, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: Encoding.UTF8, ct);
        List<(string Path, string Sha256)> files = [];
        if (pdf is not null)
        {
            files.Add(("pack.pdf", await AddAsync(zip, "pack.pdf", to => CopyAsync(pdf, to, ct), ct)));
        }

        if (facts.Letter is { } letter)
        {
            files.Add((PackLetter.FileName, await AddAsync(zip, PackLetter.FileName, to => to.WriteAsync(letter.File, ct).AsTask(), ct)));
        }

        foreach (var source in sources)
        {
            var path = source.Entry.Path!;
            var hash = await AddAsync(zip, path, to => CopyAsync(source.Source, to, ct), ct);
            files.Add((path, hash.Equals(source.Entry.Sha256, StringComparison.Ordinal) ? hash : throw new FileDamagedException("A paper changed on its way into the pack.")));
        }

        var about = new
        {
            facts.Case.Number,
            Pack = facts.Pack.Number,
            Kind = $"{facts.Pack.Kind}",
            Variant = $"{facts.Pack.Variant}",
            facts.Addressee,
            facts.MadeAt,
            MadeBy = facts.Pack.ByName,
            CoverLetter = facts.Letter is { Letter: var said } ? new { said.Title, Version = said.Number, File = PackLetter.FileName, said.Sha256 } : null,
            Papers = facts.Entries.Select(e => new { e.Number, e.Code, e.FileName, e.Path, e.Size, e.Sha256, How = $"{e.How}", e.FirstPage, e.Pages }),
        };
        files.Add(("manifest.json", await AddAsync(zip, "manifest.json", to => JsonSerializer.SerializeAsync(to, about, Readable, ct), ct)));
        files.Add(("README.txt", await AddAsync(zip, "README.txt", to => to.WriteAsync(Encoding.UTF8.GetBytes(words.ReadMe(facts)), ct).AsTask(), ct)));
        await AddAsync(zip, PackManifest.FileName, to => to.WriteAsync(Encoding.UTF8.GetBytes(PackManifest.Write(files)), ct).AsTask(), ct);
    }

    private static async Task CopyAsync(PreviewSource source, Stream to, CancellationToken ct)
    {
        await using var content = await source.OpenAsync(ct);
        await content.CopyToAsync(to, ct);
    }

    private static async Task<string> AddAsync(ZipArchive zip, string path, Func<Stream, Task> write, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(ct);
        using var hash = SHA256.Create();
        await using (var hashing = new CryptoStream(entry, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            await write(hashing);
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }

    [LoggerMessage(43, LogLevel.Error, "The pack {Pack} could not be made")]
    private partial void PackFailed(Exception failure, Guid pack);
}
