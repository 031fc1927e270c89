using System.Text.Json;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks.Editing;

/// <summary>Takes a document from a file as a draft; it is published like any other draft, by a second supervisor.</summary>
public static class ImportPlaybookDraft
{
    /// <summary>Takes a document as a draft.</summary>
    /// <param name="Json">The text of the document.</param>
    [Requires(Permission.ManagePlaybooks)]
    public sealed record Command(string Json) : Change<PlaybookDraftId>;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Longest text, in characters.</summary>
        public const int Longest = 500_000;

        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Json).NotEmpty().MaximumLength(Longest);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<PlaybookDraftId>>
    {
        public async Task<Result<PlaybookDraftId>> Handle(Command command, CancellationToken ct)
        {
            if (Read(command.Json, out var document) is { } unreadable)
            {
                return unreadable;
            }

            if (await db.PlaybookDrafts.AnyAsync(d => d.Code == document!.Code, ct))
            {
                return new PlaybookRefused(PlaybookRefusal.DraftExists);
            }

            var newest = await db.Playbooks.Where(p => p.Code == document!.Code).MaxAsync(p => (int?)p.Version, ct) ?? 0;
            var draft = PlaybookDraft.Of(document! with { Version = newest + 1 }, actor, clock.GetUtcNow());
            db.PlaybookDrafts.Add(draft);
            return draft.Id;
        }

        private static PlaybookUnreadable? Read(string json, out PlaybookDocument? document)
        {
            try
            {
                document = PlaybookDocument.Parse(json);
                return document.Code.Length is > 0 and <= 60 ? null : new PlaybookUnreadable(0, "code");
            }
            catch (JsonException fault)
            {
                document = null;
                return new PlaybookUnreadable((fault.LineNumber ?? -1) + 1, fault.Path ?? fault.Message);
            }
        }
    }
}
