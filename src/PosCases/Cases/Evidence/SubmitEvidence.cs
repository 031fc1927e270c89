using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence.Custody;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence;

/// <summary>Hands in a paper whose bytes are stored already.</summary>
public static class SubmitEvidence
{
    /// <summary>Whether the actor may hand in now; asked before any byte is taken.</summary>
    /// <param name="Number">Number of the case.</param>
    /// <param name="RequirementId">What it is for, where it was asked for.</param>
    [Requires(Permission.SubmitEvidence, Scope = TokenScopes.Evidence)]
    public sealed record MayQuery(string Number, Guid? RequirementId) : IQuery<CaseId>;

    /// <summary>Whether the actor handed the very same bytes in on the case before; so that who sends again after a lost answer gets that answer.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Sha256">Hash of the bytes.</param>
    [Requires(Permission.SubmitEvidence, Scope = TokenScopes.Evidence)]
    public sealed record SentQuery(CaseId Id, string Sha256) : IQuery<EvidenceItemId?>;

    /// <summary>Hands in a paper whose bytes are stored already.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="RequirementId">What it is for, where it was asked for.</param>
    /// <param name="Code">Kind of the evidence catalogue.</param>
    /// <param name="File">The stored file.</param>
    [Requires(Permission.SubmitEvidence, Scope = TokenScopes.Evidence)]
    public sealed record Command(CaseId Id, Guid? RequirementId, string Code, StoredFile File) : Change<EvidenceItemId>
    {
        /// <summary>The paper that this one is a newer version of; the older one stays beside it.</summary>
        public EvidenceItemId? Replaces { get; init; }
    }

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Code).Must(EvidenceCode.Exists).WithErrorCode("UnknownCode");
            RuleFor(c => c.File.Name).NotEmpty().MaximumLength(200);
            RuleFor(c => c.File.Size).GreaterThan(0);
            RuleFor(c => c.File.Sha256).Length(64);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, EvidenceLimits limits, EvidenceCustody custody) :
        IRequestHandler<MayQuery, Result<CaseId>>, IRequestHandler<SentQuery, Result<EvidenceItemId?>>, IRequestHandler<Command, Result<EvidenceItemId>>
    {
        public async Task<Result<EvidenceItemId?>> Handle(SentQuery query, CancellationToken ct)
        {
            var visible = db.Cases.VisibleTo(actor).Where(c => c.Id == query.Id);
            return await visible.AnyAsync(ct)
                ? await visible.SelectMany(c => c.Evidence).Where(i => i.Sha256 == query.Sha256 && i.ById == actor.Id)
                    .OrderByDescending(i => i.At).Select(i => (EvidenceItemId?)i.Id).FirstOrDefaultAsync(ct)
                : new NotFound("Case");
        }

        public async Task<Result<CaseId>> Handle(MayQuery query, CancellationToken ct)
        {
            var found = await db.Cases.VisibleTo(actor)
                .Where(c => c.Number == query.Number)
                .Select(c => new
                {
                    c.Id,
                    c.Status,
                    Files = c.Evidence.Count,
                    Asked = query.RequirementId == null || c.Requirements.Any(r => r.Id == query.RequirementId),
                })
                .SingleOrDefaultAsync(ct);
            return found is null ? new NotFound("Case")
                : found.Status == CaseStatus.Closed ? new CaseLocked()
                : !found.Asked ? new NotFound("Requirement")
                : found.Files >= limits.MostFiles ? new TooManyFiles(limits.MostFiles)
                : found.Id;
        }

        public async Task<Result<EvidenceItemId>> Handle(Command command, CancellationToken ct)
        {
            var older = command.Replaces;
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Requirements)
                .Include(c => c.Evidence.Where(i => older != null && (i.Id == older || i.ReplacesId == older)))
                .AsSplitQuery()
                .ToChangeAsync(command.Id, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            if (!custody.IsFor(command.File, command.Id))
            {
                return new NotFound("Evidence");
            }

            var submitted = loaded.Value.SubmitEvidence(command.RequirementId, command.Code, command.File, actor, clock.GetUtcNow(), older);
            if (submitted.Succeeded)
            {
                custody.Take(submitted.Value, command.File, loaded.Value);
            }

            return submitted;
        }
    }
}

/// <summary>The case holds as many files as it may.</summary>
public sealed record TooManyFiles(int Most) : Error
{
    /// <inheritdoc/>
    public override string Code => "Evidence.TooManyFiles";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [Most];
}

/// <summary>The file is larger than allowed.</summary>
public sealed record FileTooLarge(long LargestMegabytes) : Error
{
    /// <inheritdoc/>
    public override string Code => "Evidence.FileTooLarge";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [LargestMegabytes];
}
