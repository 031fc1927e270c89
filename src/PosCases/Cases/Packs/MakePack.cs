using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.CardSearch;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Packs;

/// <summary>Asks for a pack or a dossier; it is made in the background and can be fetched when it is ready.</summary>
public static class MakePack
{
    private const int MostItems = 300;

    private static readonly string[] Languages = ["zh-CN", "en"];

    /// <summary>Asks for a pack or a dossier.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Kind">What is made.</param>
    /// <param name="Variant">Whether private parts are covered.</param>
    /// <param name="Language">Language of cover and index.</param>
    /// <param name="Addressee">To whom it goes; none for a dossier.</param>
    /// <param name="CoverNote">The covering words.</param>
    /// <param name="Items">The papers, in the order of the index.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(
        CaseId Id, PackKind Kind, PackVariant Variant, string Language, InstitutionId? Addressee, string? CoverNote, IReadOnlyList<EvidenceItemId> Items) : Change<Guid>
    {
        /// <summary>The letter whose final version covers it, instead of covering words.</summary>
        public Guid? Letter { get; init; }

        /// <summary>Whether papers that show full card numbers may go in as they are; said by a person who has looked at them.</summary>
        public bool ShowsCards { get; init; }
    }

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Variant).IsInEnum();
            RuleFor(c => c.Language).MaximumLength(5).Must(Languages.Contains).WithErrorCode("UnknownCode");
            RuleFor(c => c.CoverNote).MaximumLength(4000);
            RuleFor(c => c.CoverNote).NotEmpty().When(c => c is { Kind: PackKind.Submission, Letter: null });
            RuleFor(c => c.Letter).Null().When(c => c.Kind == PackKind.Dossier).WithErrorCode("UnknownCode");
            RuleFor(c => c.Items).NotEmpty().When(c => c.Kind == PackKind.Submission);
            RuleFor(c => c.Items).Must(items => items.Count <= MostItems).WithErrorCode("TooMany");
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, ICoverLetters letters) : IRequestHandler<Command, Result<Guid>>
    {
        public async Task<Result<Guid>> Handle(Command command, CancellationToken ct)
        {
            var items = command.Items;
            var found = await db.Cases.VisibleTo(actor).Where(c => c.Id == command.Id)
                .Select(c => new
                {
                    Known = c.Evidence.Count(i => items.Contains(i.Id) && i.Status != EvidenceStatus.TakenBack),
                    ShowCards = c.Evidence.Count(i => items.Contains(i.Id) && i.CardCheck == CardCheck.Found),
                    Reached = command.Addressee == null || c.Parties.Any(p => p.InstitutionId == command.Addressee),
                })
                .SingleOrDefaultAsync(ct);
            if (found is null)
            {
                return new NotFound("Case");
            }

            if (found.Known != items.Distinct().Count())
            {
                return new NotFound("Evidence");
            }

            if (!found.Reached)
            {
                return new NotFound("Institution");
            }

            PackLetter? letter = null;
            if (command.Letter is { } chosen)
            {
                var cover = await letters.ChooseAsync(db, command.Id, chosen, actor, ct);
                if (!cover.Succeeded)
                {
                    return cover.Error;
                }

                letter = cover.Value;
            }

            if (command is { Variant: PackVariant.Full, ShowsCards: false } && found.ShowCards > 0)
            {
                return new Invalid([new FieldError(nameof(Command.ShowsCards), "ShowsCards", [found.ShowCards])]);
            }

            var packs = db.Set<CasePack>();
            var number = await packs.CountAsync(p => p.CaseId == command.Id, ct) + 1;
            var pack = CasePack.Of(command, letter, number, actor, clock.GetUtcNow());
            packs.Add(pack);
            return pack.Id;
        }
    }
}
