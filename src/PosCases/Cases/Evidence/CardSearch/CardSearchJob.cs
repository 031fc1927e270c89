using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PosCases.Cases.Evidence.Custody;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;

namespace PosCases.Cases.Evidence.CardSearch;

/// <summary>
/// Looks through the papers that nobody looked through yet, those from before too, once the scanner has let them go; and through those for which
/// a program was missing, once it is there.
/// </summary>
internal sealed partial class CardSearchJob(Vault vault, CardSearcher searcher, ILogger<CardSearchJob> log)
{
    private const int Batch = 50;

    /// <summary>The job.</summary>
    public Job Job => new("search-card-numbers", TimeSpan.FromSeconds(20), DueAsync) { IsSlow = true };

    private async Task<IReadOnlyList<IRequest<Result>>> DueAsync(AppDb db, DateTimeOffset now, CancellationToken ct)
    {
        var readsPdf = searcher.ReadsPdf;
        var waiting = await (
            from item in db.Set<EvidenceItem>()
            join file in db.Set<VaultFile>() on item.StorageKey equals file.Name
            where (item.CardCheck == CardCheck.Waiting || (readsPdf && item.CardCheck == CardCheck.NoTool))
                && file.ErasedAt == null && file.DamagedAt == null && (file.Scan == FileScan.NotScanned || file.Scan == FileScan.Clean)
            orderby item.At
            select new { item.Id, item.ContentType, File = file }).AsNoTracking().Take(Batch).ToListAsync(ct);
        List<IRequest<Result>> found = [];
        foreach (var paper in waiting)
        {
            found.Add(await LookAsync(paper.Id, paper.ContentType, paper.File, ct));
        }

        return found;
    }

    private async Task<IRequest<Result>> LookAsync(EvidenceItemId id, string contentType, VaultFile file, CancellationToken ct)
    {
        if (!CardSearcher.MayHaveText(contentType))
        {
            return new ReportCards.Command(id, CardCheck.NoText, 0, Secrets: false);
        }

        try
        {
            await using var content = await vault.OpenAsync(file.Kept!, ct);
            var finding = await searcher.SearchAsync(content, contentType, ct);
            return new ReportCards.Command(id, finding.State, finding.Cards, finding.Secrets);
        }
        catch (FileDamagedException damaged)
        {
            return new ReportEvidence.CheckedCommand(file.Name, Intact: false, damaged.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The others must not wait behind it; it is tried again in the next round.
            SearchFailed(failure, file.Name);
            return new ReportCards.Command(id, CardCheck.Waiting, 0, Secrets: false);
        }
    }

    [LoggerMessage(44, LogLevel.Error, "The text of the stored file {Name} could not be looked through")]
    private partial void SearchFailed(Exception failure, string name);
}
