using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Filing;

/// <summary>Keeps what was typed so far.</summary>
public static class SaveDraft
{
    /// <summary>Keeps what was typed so far; unanswered questions are no error here.</summary>
    /// <param name="DraftId">The draft.</param>
    /// <param name="Form">The answers.</param>
    /// <param name="Merchant">The merchant, when the desk writes and has chosen one.</param>
    [Requires(Permission.FileCases)]
    public sealed record Command(Guid DraftId, FilingForm Form, MerchantId? Merchant = null) : Change;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            if (await db.Drafts.SingleOrDefaultAsync(d => d.Id == command.DraftId && d.PersonId == actor.Id, ct) is not { } draft)
            {
                return new NotFound("Draft");
            }

            var problems = FilingCheck.Of(command.Form, finished: false, ShanghaiTime.DateOf(now));
            if (problems is not null)
            {
                return problems;
            }

            if (actor.IsDesk && command.Merchant is { } merchant && !await db.Set<Merchant>().AnyAsync(m => m.Id == merchant, ct))
            {
                return new NotFound("Merchant");
            }

            draft.Save(command.Form, actor.IsDesk ? command.Merchant : null, now);
            return Result.Ok;
        }
    }
}

/// <summary>Runs the form's rules, for a draft or a finished form.</summary>
internal static class FilingCheck
{
    /// <summary>What is wrong with the form; nothing when all is well.</summary>
    public static Invalid? Of(FilingForm form, bool finished, DateOnly today)
    {
        var result = new FilingFormValidator(finished, today).Validate(form);
        return result.IsValid
            ? null
            : new Invalid([.. result.Errors.Select(e => new FieldError(e.PropertyName, e.ErrorCode, []))]);
    }
}
