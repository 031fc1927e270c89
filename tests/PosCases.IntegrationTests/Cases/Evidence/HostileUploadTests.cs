using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Examination;
using PosCases.IntegrationTests.People;
using PosCases.Platform.Storage;
using PosCases.TestSupport;
using PosCases.Web.Cases;

namespace PosCases.IntegrationTests.Cases.Evidence;

/// <summary>Every hostile file through the real endpoint, and everything that is done to stored bytes through the real download.</summary>
public sealed class HostileUploadTests(CaseHost host) : IClassFixture<CaseHost>
{
    private string Store => Path.Combine(host.DataFolder, "evidence");

    [Fact]
    public async Task Every_hostile_file_has_its_outcome_at_the_endpoint_too()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        List<string> wrong = [];
        foreach (var file in HostileFiles.All)
        {
            var before = Stored();
            var answer = await visitor.UploadAsync("/my", $"/cases/{number}/evidence", file.FileName, file.Make());

            var outcome = answer.Status == HttpStatusCode.Created ? await TakenAsync(visitor, file, answer, Stored() - before) : Refused(file, answer, Stored() - before);
            if (outcome is not null)
            {
                wrong.Add($"{file.What}: {outcome}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task Whatever_is_done_to_stored_bytes_nothing_of_them_is_handed_out()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        var (stranger, elsewhere) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        using var other = await host.VisitAsync(stranger);
        var theirs = await File.ReadAllBytesAsync(PathOf((await HandInAsync(other, elsewhere, 999)).StorageKey), TestContext.Current.CancellationToken);
        List<string> wrong = [];
        foreach (var (at, tampering) in Tampering.All.Index())
        {
            var item = await HandInAsync(visitor, number, at);
            var path = PathOf(item.StorageKey);
            var changed = tampering.Change(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), theirs);
            File.Delete(path);
            if (changed is not null)
            {
                await File.WriteAllBytesAsync(path, changed, TestContext.Current.CancellationToken);
            }

            using var sent = await visitor.FetchAsync($"/evidence/{item.Id.Value}");
            using var again = await visitor.FetchAsync($"/evidence/{item.Id.Value}?view=1");
            if (sent.StatusCode != HttpStatusCode.UnprocessableEntity || again.StatusCode != HttpStatusCode.UnprocessableEntity
                || sent.Content.Headers.ContentType?.MediaType != "application/problem+json")
            {
                wrong.Add($"{tampering.What}: {sent.StatusCode}, {again.StatusCode}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(Tampering.All.Count, await host.AskAsync(db => db.Set<CaseEvent>().CountAsync(e => e.Kind == CaseEventKind.EvidenceDamaged)));
    }

    [Fact]
    public async Task A_row_that_was_given_something_else_opens_nothing()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        var (stranger, elsewhere) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        using var other = await host.VisitAsync(stranger);
        var (own, theirs) = (await KeptAsync(await HandInAsync(visitor, number, 1)), await KeptAsync(await HandInAsync(other, elsewhere, 2)));
        var vault = host.Services.GetRequiredService<Vault>();
        await (await vault.OpenAsync(own, TestContext.Current.CancellationToken)).DisposeAsync();

        foreach (var forged in ForgedRow.All)
        {
            var row = forged.Change(own, theirs);
            Assert.NotEqual(own, row);
            await Assert.ThrowsAsync<FileDamagedException>(() => vault.OpenAsync(row, TestContext.Current.CancellationToken));
        }
    }

    // None when it is as the list says.
    private string? Refused(HostileFile file, Visitor.Answer answer, int left)
    {
        if (file.Refused is not { } why || answer.Status != HttpStatusCode.UnsupportedMediaType)
        {
            return $"{answer.Status} {answer.Html}";
        }

        using var problem = JsonDocument.Parse(answer.Html);
        var said = problem.RootElement.GetProperty("detail").GetString();
        var expected = WordsOf(new FileNotAcceptable(why));
        return left != 0 ? $"left {left} files behind" : said == expected ? null : $"said '{said}', not '{expected}'";
    }

    private async Task<string?> TakenAsync(Visitor visitor, HostileFile file, Visitor.Answer answer, int left)
    {
        using var told = JsonDocument.Parse(answer.Html);
        var id = new EvidenceItemId(told.RootElement.GetProperty("id").GetGuid());
        var item = await host.AskAsync(db => db.Set<EvidenceItem>().AsNoTracking().SingleAsync(i => i.Id == id));
        using var sent = await visitor.FetchAsync($"/evidence/{id.Value}");
        var bytes = await sent.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return file.Refused is not null ? $"taken as {item.ContentType}"
            : (item.ContentType, item.Warnings) != (file.Type!, file.Warnings) ? $"taken as {item.ContentType}, {item.Warnings}"
            : item.FileName != (file.Label ?? file.FileName) ? $"called '{item.FileName}'"
            : left != 1 ? $"left {left} files"
            : !bytes.AsSpan().SequenceEqual(file.Make()) ? "came back changed"
            : sent.Content.Headers.ContentType?.MediaType != file.Type ? $"handed out as {sent.Content.Headers.ContentType}"
            : sent.Content.Headers.ContentDisposition?.DispositionType != "attachment" ? "handed out in place"
            : sent.Headers.GetValues("X-Content-Type-Options").Single() != "nosniff" ? "handed out without nosniff"
            : sent.Headers.GetValues("Content-Security-Policy").Single().Contains("default-src 'none'", StringComparison.Ordinal) ? null
            : "handed out without a policy";
    }

    private string WordsOf(PosCases.Platform.Messages.Error error)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
            using var scope = host.Services.CreateScope();
            return scope.ServiceProvider.GetRequiredService<CaseWords>().Error(error);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private async Task<EvidenceItem> HandInAsync(Visitor visitor, string number, int seed)
    {
        var bytes = Pictures.Png(Tampering.OriginalLength - 33);
        bytes[^1] = (byte)seed;
        bytes[^2] = (byte)(seed >> 8);
        var answer = await visitor.UploadAsync("/my", $"/cases/{number}/evidence", "a.png", bytes);
        using var told = JsonDocument.Parse(answer.Html);
        var id = new EvidenceItemId(told.RootElement.GetProperty("id").GetGuid());
        return await host.AskAsync(db => db.Set<EvidenceItem>().AsNoTracking().SingleAsync(i => i.Id == id));
    }

    private Task<Vault.Kept> KeptAsync(EvidenceItem item) =>
        host.AskAsync(async db => (await db.Set<VaultFile>().AsNoTracking().SingleAsync(f => f.Name == item.StorageKey)).Kept!);

    private int Stored() => Directory.Exists(Store) ? Directory.EnumerateFiles(Store, "*", SearchOption.AllDirectories).Count() : 0;

    private string PathOf(string key) => Path.Combine(Store, key[..2], key);
}
