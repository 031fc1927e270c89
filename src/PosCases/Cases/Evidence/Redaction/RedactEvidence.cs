using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence.Custody;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence.Redaction;

/// <summary>Keeps a redacted copy of a paper, whose bytes are stored already.</summary>
public static class RedactEvidence
{
    /// <summary>Whether the actor may make a copy now; asked before anything is drawn.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="ItemId">The paper.</param>
    [Requires(Permission.WorkCases)]
    public sealed record MayQuery(CaseId Id, EvidenceItemId ItemId) : IQuery<bool>;

    /// <summary>Keeps a redacted copy.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="ItemId">The paper of which it was made.</param>
    /// <param name="File">The stored copy.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Marks">The boxes; at least one.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, EvidenceItemId ItemId, StoredFile File, string Reason, IReadOnlyList<RedactionMark> Marks) : Change<EvidenceItemId>;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.File.Name).NotEmpty().MaximumLength(200);
            RuleFor(c => c.File.Size).GreaterThan(0);
            RuleFor(c => c.File.Sha256).Length(64);
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(EvidenceRedaction.ReasonLength);
            RuleFor(c => c.Marks).NotEmpty().Must(marks => marks.Count <= EvidenceRedaction.MostMarks).WithErrorCode("TooMany");
            RuleForEach(c => c.Marks).ChildRules(mark =>
            {
                mark.RuleFor(m => m.Page).GreaterThan(0);
                mark.RuleFor(m => m.Label).IsInEnum();
            });
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, EvidenceCustody custody) : IRequestHandler<MayQuery, Result<bool>>, IRequestHandler<Command, Result<EvidenceItemId>>
    {
        public async Task<Result<bool>> Handle(MayQuery query, CancellationToken ct)
        {
            var loaded = await db.Cases.AsNoTracking().VisibleTo(actor).Include(c => c.Evidence).ToChangeAsync(query.Id, null, ct);
            return !loaded.Succeeded ? loaded.Error : loaded.Value.RefusalToRedact(query.ItemId, actor) is { } refused ? refused : true;
        }

        public async Task<Result<EvidenceItemId>> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Evidence).ToChangeAsync(command.Id, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            if (loaded.Value.RefusalToRedact(command.ItemId, actor) is { } refused)
            {
                return refused;
            }

            if (!custody.IsFor(command.File, command.Id))
            {
                return new NotFound("Evidence");
            }

            var copy = loaded.Value.KeepRedaction(command.ItemId, command.File, command.Reason, command.Marks, actor, clock.GetUtcNow());
            if (copy.Succeeded)
            {
                custody.Take(copy.Value, command.File, loaded.Value);
            }

            return copy;
        }
    }
}
