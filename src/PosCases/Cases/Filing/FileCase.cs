using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Filing;

/// <summary>Hands a case in: by the merchant, or by the desk on his behalf.</summary>
public static class FileCase
{
    /// <summary>Hands a case in: by the merchant, or by the desk on his behalf.</summary>
    /// <param name="Form">The answers; every question must have one, "don't know" included.</param>
    /// <param name="Merchant">The merchant, when the desk files; a merchant's user files for his own.</param>
    /// <param name="DraftId">The draft it was written in; thrown away with the filing.</param>
    [Requires(Permission.FileCases)]
    public sealed record Command(FilingForm Form, MerchantId? Merchant, Guid? DraftId) : Change<Filed>;

    /// <summary>What the merchant gets.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Number">Its number.</param>
    public sealed record Filed(CaseId Id, string Number);

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result<Filed>>
    {
        public async Task<Result<Filed>> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var merchant = actor.Merchant is { } own ? new MerchantId(own) : command.Merchant;
            if (merchant is not { } known || !await db.Set<Merchant>().AnyAsync(m => m.Id == known, ct))
            {
                return new Invalid(nameof(Command.Merchant), "Unanswered");
            }

            if (FilingCheck.Of(command.Form, finished: true, ShanghaiTime.DateOf(now)) is { } problems)
            {
                return problems;
            }

            if (command.Form.Institution is { } institution && !await db.Set<Institution>().AnyAsync(i => i.Id == institution, ct))
            {
                return new Invalid(nameof(FilingForm.Institution), "NotFound.Institution");
            }

            var filed = Case.File(await CaseNumber.TakeAsync(db, 1, ct), known, command.Form, actor, now, options);
            if (!filed.Succeeded)
            {
                return filed.Error;
            }

            db.Cases.Add(filed.Value);
            var draft = await db.Drafts.SingleOrDefaultAsync(d => d.Id == command.DraftId && d.PersonId == actor.Id, ct);
            if (draft is not null)
            {
                db.Drafts.Remove(draft);
            }

            return new Filed(filed.Value.Id, filed.Value.Number);
        }
    }
}
