using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>Begins a letter from a template, filled from the case.</summary>
public static class MakeLetter
{
    /// <summary>Most letters of one case.</summary>
    public const int Most = 100;

    /// <summary>Begins a letter.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Template">Code of the template.</param>
    /// <param name="Language">In which language.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId CaseId, string Template, LetterLanguage Language) : Change<Guid>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Template).NotEmpty().WithErrorCode("Letter.Template").MaximumLength(LetterMapping.CodeLength);
            RuleFor(c => c.Language).IsInEnum();
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<Guid>>
    {
        public async Task<Result<Guid>> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Set<Case>().VisibleTo(actor).ToChangeAsync(command.CaseId, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            if (loaded.Value.RefuseLetterBy(actor) is { } refused)
            {
                return refused;
            }

            if (LetterLibrary.Find(command.Template) is not { } template)
            {
                return new Invalid(nameof(command.Template), "Letter.Template");
            }

            if (await db.Letters.CountAsync(l => l.CaseId == command.CaseId, ct) >= Most)
            {
                return new Invalid(nameof(command.Template), "TooMany");
            }

            var now = clock.GetUtcNow();
            var facts = (await db.LetterFactsAsync(command.CaseId, actor, now, ct))!;
            if (template.NeedsLiftable && facts.Open.Count > 0 && !facts.For(SectionSource.LiftableMeasures).Any())
            {
                return new LetterRefused(LetterRefusal.OnlyAuthorityLifts);
            }

            var made = Letter.Make(command.CaseId, template, LetterFill.Fill(template, facts, command.Language), command.Language, facts.NeedsApproval(template), actor, now);
            db.Letters.Add(made);
            var noted = loaded.Value.RecordLetter(CaseEventKind.LetterMade, made.Title, made.LastNumber, null, false, actor, now);
            return noted.Succeeded ? made.Id.Value : noted.Error;
        }
    }
}
