using System.Security.Cryptography;
using MediatR;
using Microsoft.Extensions.Localization;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Redaction;
using PosCases.Platform.Messages;
using PosCases.Platform.Previews;

namespace PosCases.Web.Cases.Previews;

/// <summary>A box that somebody drew on a page.</summary>
/// <param name="Box">Where.</param>
/// <param name="Label">What lies under it.</param>
public sealed record DrawnBox(BlackBox Box, RedactionLabel Label);

/// <summary>No copy could be drawn.</summary>
/// <param name="Why">Why not.</param>
public sealed record NotDrawn(NoPreview Why) : Error
{
    /// <inheritdoc/>
    public override string Code => $"NotDrawn.{Why}";
}

/// <summary>Makes redacted copies: asks first, draws, stores, records; throws the bytes away when the recording is refused.</summary>
public sealed class Redactor(IMediator mediator, Blackening blackening, PaperBytes papers, IStringLocalizer<PreviewText> text)
{
    /// <summary>Whether files of this kind can be redacted on this machine.</summary>
    public bool Can(string contentType) => blackening.Can(contentType);

    /// <summary>Makes a copy with the boxes painted over.</summary>
    /// <param name="id">The case.</param>
    /// <param name="item">The original.</param>
    /// <param name="boxes">Where, and what lies there.</param>
    /// <param name="reason">Why.</param>
    /// <param name="commandId">The same for every try.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The copy.</returns>
    public async Task<Result<EvidenceItemId>> MakeAsync(
        CaseId id, EvidenceItemId item, IReadOnlyList<DrawnBox> boxes, string reason, Guid commandId, CancellationToken ct)
    {
        var may = await mediator.Send(new RedactEvidence.MayQuery(id, item), ct);
        if (!may.Succeeded)
        {
            return may.Error;
        }

        if (Check(boxes, reason) is { } wrong)
        {
            return wrong;
        }

        var opened = await mediator.Send(new OpenEvidence.Command(item, OpeningPurpose.View), ct);
        if (!opened.Succeeded)
        {
            return opened.Error;
        }

        var made = await blackening.MakeAsync(papers.SourceOf(opened.Value), [.. boxes.Select(b => b.Box)], ct);
        return made switch
        {
            Blackened.Copy copy => await KeepAsync(id, item, opened.Value, copy, boxes, reason, commandId, ct),
            Blackened.None none => new NotDrawn(none.Why),
            _ => throw new InvalidOperationException($"{made.GetType()} is no copy."),
        };
    }

    private static Invalid? Check(IReadOnlyList<DrawnBox> boxes, string reason) =>
        boxes.Count == 0 ? new Invalid("Marks", "NotEmptyValidator")
        : boxes.Any(b => !b.Box.IsSound) ? new Invalid("Marks", "UnknownCode")
        : string.IsNullOrWhiteSpace(reason) ? new Invalid("Reason", "NotEmptyValidator")
        : null;

    private async Task<Result<EvidenceItemId>> KeepAsync(
        CaseId id, EvidenceItemId item, OpenedEvidence original, Blackened.Copy copy, IReadOnlyList<DrawnBox> boxes, string reason, Guid commandId, CancellationToken ct)
    {
        var name = text["Copy.Name", Path.GetFileNameWithoutExtension(original.Name)] + (copy.ContentType == "application/pdf" ? ".pdf" : ".jpg");
        using MemoryStream content = new(copy.Bytes);
        var taken = await papers.StoreAsync(id.Value, name, content, ct);
        if (!taken.Succeeded)
        {
            return taken.Error;
        }

        var stored = taken.Value;

        var kept = false;
        try
        {
            var marks = boxes.Select(b => new RedactionMark(b.Box.Page, b.Label)).ToList();
            // One id for the try as a whole; another file is another command.
            var command = new Guid(SHA256.HashData([.. commandId.ToByteArray(), .. Convert.FromHexString(stored.Sha256)]).AsSpan(0, 16));
            var answer = await mediator.Send(new RedactEvidence.Command(id, item, stored, reason.Trim(), marks) { CommandId = command }, ct);
            kept = answer.Succeeded;
            return answer;
        }
        finally
        {
            if (!kept)
            {
                papers.Discard(stored);
            }
        }
    }
}
