using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Filing;

/// <summary>Begins to write a case.</summary>
public static class StartDraft
{
    /// <summary>How many drafts one person may keep.</summary>
    public const int Most = 20;

    /// <summary>Begins to write a case.</summary>
    /// <param name="Merchant">For which merchant, when the desk writes; a merchant's user writes for his own.</param>
    /// <param name="Form">What was answered before, e.g. in triage; nothing when blank.</param>
    [Requires(Permission.FileCases)]
    public sealed record Command(MerchantId? Merchant, FilingForm? Form = null) : Change<Guid>;

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<Guid>>
    {
        public async Task<Result<Guid>> Handle(Command command, CancellationToken ct)
        {
            if (await db.Drafts.CountAsync(d => d.PersonId == actor.Id, ct) >= Most)
            {
                return new TooManyDrafts();
            }

            var merchant = actor.Merchant is { } own ? new MerchantId(own) : command.Merchant;
            if (merchant is { } wanted && !await db.Set<Merchant>().AnyAsync(m => m.Id == wanted, ct))
            {
                return new NotFound("Merchant");
            }

            var now = clock.GetUtcNow();
            if (command.Form is { } answered && FilingCheck.Of(answered, finished: false, ShanghaiTime.DateOf(now)) is { } problems)
            {
                return problems;
            }

            var draft = CaseDraft.Of(Guid.NewGuid(), actor.Id, merchant, now);
            if (command.Form is { } form)
            {
                draft.Save(form, merchant, now);
            }

            db.Drafts.Add(draft);
            return draft.Id;
        }
    }
}

/// <summary>The person keeps too many drafts.</summary>
public sealed record TooManyDrafts : Error
{
    /// <inheritdoc/>
    public override string Code => "Draft.TooMany";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [StartDraft.Most];
}
