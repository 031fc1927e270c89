using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Packs;
using PosCases.Cases.Plan;
using PosCases.Institutions;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Communication;

/// <summary>Sends every accepted paper to an institution and keeps exactly what was sent.</summary>
public static class SubmitToInstitution
{
    /// <summary>Sends every accepted paper to an institution and keeps exactly what was sent.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="PartyId">The institution's thread.</param>
    /// <param name="Medium">How it is sent.</param>
    /// <param name="Receipt">Receipt or tracking number.</param>
    /// <param name="CoverNote">The covering words as they are sent.</param>
    /// <param name="AnswerDueOn">When the answer is due, where a date is known.</param>
    /// <param name="Purpose">What is wanted; papers go out only with a request to lift.</param>
    /// <param name="Concerns">The measures that it is about; must be named where an authority ordered one of several.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Guid PartyId, Medium Medium, string? Receipt, string CoverNote, DateOnly? AnswerDueOn, SubmissionPurpose Purpose = SubmissionPurpose.Lift, IReadOnlyList<Guid>? Concerns = null) : Change, IChangesPlan
    {
        /// <summary>The pack that is sent; kept with the round.</summary>
        public Guid? PackId { get; init; }
    }

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Medium).IsInEnum();
            RuleFor(c => c.Purpose).IsInEnum();
            RuleFor(c => c.Receipt).MaximumLength(80);
            RuleFor(c => c.AnswerDueOn).IsOrdinaryDate();
            RuleFor(c => c.CoverNote).NotNull().MaximumLength(4000);
            // A pack may have a letter instead; the handler looks.
            RuleFor(c => c.CoverNote).NotEmpty().When(c => c.PackId is null);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Parties)
                .Include(c => c.Communications)
                .Include(c => c.Requirements)
                .Include(c => c.Evidence)
                .Include(c => c.Rounds)
                .Include(c => c.Measures)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            PackLetter? letter = null;
            if (command.PackId is { } id)
            {
                if (await db.Set<CasePack>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.CaseId == command.Id && p.State == PackState.Ready, ct) is not { } pack)
                {
                    return new NotFound("Pack");
                }

                letter = pack.Letter;
                if (letter is null && string.IsNullOrWhiteSpace(command.CoverNote))
                {
                    return new Invalid(nameof(command.CoverNote), "NotEmptyValidator");
                }
            }

            var found = loaded.Value;
            var party = found.Parties.SingleOrDefault(p => p.Id == command.PartyId);
            var addressee = party is null ? null : await db.Set<Institution>().Where(i => i.Id == party.InstitutionId)
                .Select(i => new { i.Name, i.Kind }).SingleOrDefaultAsync(ct);
            return found.Submit(command, addressee?.Name ?? "", actor, clock.GetUtcNow(), options, addressee?.Kind, letter);
        }
    }
}
