using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks.Editing;

/// <summary>Begins a draft: of a new playbook, or of the next version of a published one.</summary>
public static class StartPlaybookDraft
{
    /// <summary>Begins a draft.</summary>
    /// <param name="Code">Code of the playbook, kebab-case; where one is published under it, the draft begins as its newest version.</param>
    [Requires(Permission.ManagePlaybooks)]
    public sealed record Command(string Code) : Change<PlaybookDraftId>;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Code).NotEmpty().MaximumLength(60).Matches(@"^[a-z0-9]+(-[a-z0-9]+)*\z").WithErrorCode("Code");
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<PlaybookDraftId>>
    {
        public async Task<Result<PlaybookDraftId>> Handle(Command command, CancellationToken ct)
        {
            if (await db.PlaybookDrafts.AnyAsync(d => d.Code == command.Code, ct))
            {
                return new PlaybookRefused(PlaybookRefusal.DraftExists);
            }

            var newest = await db.Playbooks.Where(p => p.Code == command.Code).OrderByDescending(p => p.Version).FirstOrDefaultAsync(ct);
            var document = newest?.Document ?? Blank(command.Code);
            var draft = PlaybookDraft.Of(document with { Version = (newest?.Version ?? 0) + 1 }, actor, clock.GetUtcNow());
            db.PlaybookDrafts.Add(draft);
            return draft.Id;
        }

        private static PlaybookDocument Blank(string code) => new()
        {
            Code = code,
            Version = 1,
            Title = new Bilingual("", ""),
            Summary = new Bilingual("", ""),
            Causes = [],
            Steps = [],
            Evidence = [],
        };
    }
}
