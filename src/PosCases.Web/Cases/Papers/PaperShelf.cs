using System.Security.Cryptography;
using MediatR;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Papers;
using PosCases.Platform.Messages;
using PosCases.Web.Cases.Previews;

namespace PosCases.Web.Cases.Papers;

/// <summary>
/// Copies papers between cases and profiles: asks first, copies the bytes, records; throws the copy away when the recording is refused. Every
/// copy has bytes of its own, so that what happens to one never touches another.
/// </summary>
public sealed class PaperShelf(IMediator mediator, PaperBytes papers)
{
    /// <summary>Keeps an accepted paper of a case on the merchant's profile.</summary>
    public async Task<Result<MerchantPaperId>> KeepAsync(EvidenceItemId item, DateOnly? issuedOn, DateOnly? validTo, Guid commandId, CancellationToken ct)
    {
        var may = await mediator.Send(new KeepEvidence.MayQuery(item), ct);
        if (!may.Succeeded)
        {
            return may.Error;
        }

        var opened = await mediator.Send(new OpenEvidence.Command(item, OpeningPurpose.Export), ct);
        return opened.Succeeded
            ? await CopyAsync(may.Value.Value, opened.Value, file => new KeepEvidence.Command(item, issuedOn, validTo, file) { CommandId = commandId }, commandId, ct)
            : opened.Error;
    }

    /// <summary>Hands a paper of the profile in to a case; the desk says that the merchant agreed.</summary>
    public async Task<Result<EvidenceItemId>> UseAsync(CaseId id, Guid? requirement, MerchantPaperId paper, Guid commandId, CancellationToken ct, bool merchantAgreed = false)
    {
        var may = await mediator.Send(new UsePaper.MayQuery(id, requirement, paper), ct);
        if (!may.Succeeded)
        {
            return may.Error;
        }

        var opened = await mediator.Send(new OpenMerchantPaper.Command(paper), ct);
        return opened.Succeeded
            ? await CopyAsync(id.Value, opened.Value, file => new UsePaper.Command(id, requirement, paper, file) { CommandId = commandId, MerchantAgreed = merchantAgreed }, commandId, ct)
            : opened.Error;
    }

    private async Task<Result<TId>> CopyAsync<TId>(Guid owner, OpenedEvidence original, Func<StoredFile, Change<TId>> record, Guid commandId, CancellationToken ct)
    {
        await using var content = await papers.OpenAsync(original, ct);
        var taken = await papers.StoreAsync(owner, original.Name, content, ct);
        if (!taken.Succeeded)
        {
            return taken.Error;
        }

        var copy = taken.Value;
        var kept = false;
        try
        {
            // Each try copies anew, so each is a command of its own; a form is sent once (data-once).
            var own = new Guid(SHA256.HashData([.. commandId.ToByteArray(), .. System.Text.Encoding.ASCII.GetBytes(copy.Key)]).AsSpan(0, 16));
            var answer = await mediator.Send(record(copy) with { CommandId = own }, ct);
            kept = answer.Succeeded;
            return answer;
        }
        finally
        {
            if (!kept)
            {
                papers.Discard(copy);
            }
        }
    }
}
