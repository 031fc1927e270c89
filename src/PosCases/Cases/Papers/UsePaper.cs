using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence;
using PosCases.Cases.Evidence.Custody;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Papers;

/// <summary>Hands a paper of the merchant's profile in to a case; its bytes were copied already.</summary>
public static class UsePaper
{
    /// <summary>Whether the paper may be used; asked before its bytes are copied.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="RequirementId">What it is for; none where nobody asked for it: then it answers what is asked for and fits, or stands by itself.</param>
    /// <param name="PaperId">The paper of the profile.</param>
    [Requires(Permission.FileCases)]
    public sealed record MayQuery(CaseId Id, Guid? RequirementId, MerchantPaperId PaperId) : IQuery<bool>;

    /// <summary>Hands the paper in.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="RequirementId">What it is for; none where nobody asked for it: then it answers what is asked for and fits, or stands by itself.</param>
    /// <param name="PaperId">The paper of the profile.</param>
    /// <param name="File">The copied file; the same bytes.</param>
    [Requires(Permission.FileCases)]
    public sealed record Command(CaseId Id, Guid? RequirementId, MerchantPaperId PaperId, StoredFile File) : Change<EvidenceItemId>
    {
        /// <summary>That the merchant agreed; the desk must say so, a merchant agrees by using it.</summary>
        public bool MerchantAgreed { get; init; }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, EvidenceLimits limits, EvidenceCustody custody) :
        IRequestHandler<MayQuery, Result<bool>>, IRequestHandler<Command, Result<EvidenceItemId>>
    {
        public async Task<Result<bool>> Handle(MayQuery query, CancellationToken ct)
        {
            var found = await FindAsync(query.Id, query.RequirementId, query.PaperId, ct);
            return found.Succeeded ? true : found.Error;
        }

        public async Task<Result<EvidenceItemId>> Handle(Command command, CancellationToken ct)
        {
            var found = await FindAsync(command.Id, command.RequirementId, command.PaperId, ct);
            if (!found.Succeeded)
            {
                return found.Error;
            }

            var (to, paper, asked) = found.Value;
            if (actor.IsDesk && !command.MerchantAgreed)
            {
                return new PaperNeedsConsent();
            }

            if (command.File.Sha256 != paper.Sha256 || !custody.IsFor(command.File, command.Id))
            {
                return new Invalid("File", "UnknownCode");
            }

            var used = to.SubmitEvidence(asked, paper.Code, command.File, actor, clock.GetUtcNow(), keptOn: ShanghaiTime.DateOf(paper.KeptAt));
            if (used.Succeeded)
            {
                custody.Take(used.Value, command.File, to, paper.FileName);
            }

            return used;
        }

        // Only within one merchant: a paper is never seen, let alone used, for another's case.
        private async Task<Result<(Case To, MerchantPaper Paper, Guid? Asked)>> FindAsync(CaseId id, Guid? requirement, MerchantPaperId paperId, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).Include(c => c.Requirements).Include(c => c.Evidence).ToChangeAsync(id, null, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var to = loaded.Value;
            var paper = await db.MerchantPapers.AsNoTracking().VisibleTo(actor)
                .SingleOrDefaultAsync(p => p.Id == paperId && p.MerchantId == to.MerchantId && p.EndedAt == null, ct);
            var asked = requirement is { } named ? to.Requirements.SingleOrDefault(r => r.Id == named)
                : to.Requirements.FirstOrDefault(r => !r.IsSettled && r.Items.All(i => i.Status != EvidenceStatus.Submitted) && paper is not null && r.Codes.Contains(paper.Code));
            return to.Status == CaseStatus.Closed ? new CaseLocked()
                : paper is null ? new NotFound("Paper")
                : requirement is not null && asked is null ? new NotFound("Requirement")
                : asked is not null && !asked.Codes.Contains(paper.Code) ? new PaperOfAnotherKind()
                : paper.IsExpiredOn(ShanghaiTime.DateOf(clock.GetUtcNow())) ? new PaperExpired(paper.ValidTo!.Value)
                : to.Evidence.Count >= limits.MostFiles ? new TooManyFiles(limits.MostFiles)
                : (to, paper, asked?.Id);
        }
    }
}
