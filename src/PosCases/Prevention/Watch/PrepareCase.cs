using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Merchants;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Prevention.Watch;

/// <summary>Prepares the report of a freeze from an alert that weighs much: a draft of the usual form, with what is known filled in. Nothing is handed in.</summary>
public static class PrepareCase
{
    /// <summary>Prepares the report.</summary>
    /// <param name="Id">The alert.</param>
    /// <param name="Words">What happened, in words, as the reader of the alert sees it; he can change it in the draft.</param>
    [Requires(Permission.FileCases)]
    public sealed record Command(TradeAlertId Id, string Words) : Change<Guid>
    {
        /// <summary>That the merchant agreed to hand in with the case what explains the alert; the desk must say so, a merchant agrees by preparing it.</summary>
        public bool MerchantAgreed { get; init; }
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Words).NotEmpty().MaximumLength(2000);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<Guid>>
    {
        public async Task<Result<Guid>> Handle(Command command, CancellationToken ct)
        {
            if (await db.AlertsOf(actor).AsNoTracking().SingleOrDefaultAsync(a => a.Id == command.Id, ct) is not { } alert)
            {
                return new NotFound(nameof(TradeAlert));
            }

            // Whoever prepared it before goes on with his own draft.
            if (await db.PreCases.FirstOrDefaultAsync(p => p.AlertId == alert.Id && p.PersonId == actor.Id && p.CaseId == null, ct) is { } before
                && await db.Drafts.AnyAsync(d => d.Id == before.DraftId, ct))
            {
                return before.DraftId;
            }

            if (!alert.MayPrepare)
            {
                return new NothingToPrepare();
            }

            if (await db.Drafts.CountAsync(d => d.PersonId == actor.Id, ct) >= StartDraft.Most)
            {
                return new TooManyDrafts();
            }

            var now = clock.GetUtcNow();
            FilingForm form = new()
            {
                Before = [WatchLibrary.Find(alert.Signal)!.Before],
                BeforeText = command.Words.Trim(),
                TerminalNumber = await TerminalAsync(alert, ct),
                Region = await db.Merchants.Where(m => m.Id == alert.MerchantId).Select(m => m.Region).SingleAsync(ct),
            };
            if (FilingCheck.Of(form, finished: false, ShanghaiTime.DateOf(now)) is { } problems)
            {
                return problems;
            }

            var draft = CaseDraft.Of(Guid.NewGuid(), actor.Id, alert.MerchantId, now);
            draft.Save(form, alert.MerchantId, now);
            db.Drafts.Add(draft);
            db.PreCases.Add(new PreCase { AlertId = alert.Id, MerchantId = alert.MerchantId, DraftId = draft.Id, PersonId = actor.Id, ByName = actor.Name, At = now, MerchantAgreed = actor.IsMerchant || command.MerchantAgreed });
            return draft.Id;
        }

        // The terminal, where all trades of the alert were made on one.
        private async Task<string?> TerminalAsync(TradeAlert alert, CancellationToken ct)
        {
            var ids = alert.Found.Transactions.Take(ViewAlert.MostTrades).ToList();
            var terminals = await db.WatchedTrades.Where(t => ids.Contains(t.Id) && t.Terminal != null).Select(t => t.Terminal).Distinct().Take(2).ToListAsync(ct);
            return terminals is [{ Length: <= 32 } one] ? one : null;
        }
    }
}
